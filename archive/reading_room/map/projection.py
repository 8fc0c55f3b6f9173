"""From degrees to units of the drawing: an equirectangular projection that is true to scale on its middle parallel.

Over an oblast its distances are wrong by less than two per cent, which is less than the width of a mark.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, radians

from .basemap import Degrees

KM_OF_A_DEGREE = 111.2
"""Of latitude, anywhere; of longitude on the equator."""

WIDTH = 800
MARGIN = 36
"""Units of the drawing: its width, and what is left free around the outlines."""


@dataclass(frozen=True, slots=True)
class Projection:
    """``west`` and ``north`` are degrees at the upper left corner, ``scale`` units for a degree of latitude."""

    west: float
    north: float
    parallel: float
    scale: float
    height: int

    @classmethod
    def around(cls, points: Iterable[Degrees]) -> "Projection":
        """The frame, ``WIDTH`` wide, that holds all these points and a margin; raises ValueError for none."""
        longitudes, latitudes = zip(*points, strict=True)
        west, east, south, north = min(longitudes), max(longitudes), min(latitudes), max(latitudes)
        parallel = (south + north) / 2
        scale = (WIDTH - 2 * MARGIN) / ((east - west) * cos(radians(parallel)))
        return cls(
            west=west - MARGIN / scale / cos(radians(parallel)),
            north=north + MARGIN / scale,
            parallel=parallel,
            scale=scale,
            height=round((north - south) * scale) + 2 * MARGIN,
        )

    def point(self, at: Degrees) -> tuple[float, float]:
        """Units from the left and from the top."""
        longitude, latitude = at
        across = (longitude - self.west) * cos(radians(self.parallel)) * self.scale
        return round(across, 1), round((self.north - latitude) * self.scale, 1)

    def length(self, km: float) -> float:
        """So many kilometres on the ground, in units."""
        return round(km / KM_OF_A_DEGREE * self.scale, 1)

    def holds(self, point: tuple[float, float]) -> bool:
        """Whether a point, in units, lies in the frame."""
        return 0 <= point[0] <= WIDTH and 0 <= point[1] <= self.height
