"""The ground of the map: outlines, rivers and a few towns to find one's way by (``basemap.geojson``, RFC 7946).

Another archive lays another file in its place; the frame follows from the outlines. Sources and licences: README.md.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

Degrees = tuple[float, float]
"""Longitude and latitude on WGS 84, in the order of GeoJSON."""

FILE = Path(__file__).with_name("basemap.geojson")


@dataclass(frozen=True, slots=True)
class Town:
    """A town for orientation; ``code`` is its KATOTTG code, ``name`` by language."""

    code: str
    name: dict[str, str]
    at: Degrees


@dataclass(frozen=True, slots=True)
class Basemap:
    """``outlines`` are closed rings by KATOTTG code."""

    outlines: dict[str, tuple[Degrees, ...]]
    rivers: tuple[tuple[Degrees, ...], ...]
    towns: tuple[Town, ...]


@cache
def basemap() -> Basemap:
    """The ground that the house stands on, read once."""
    outlines, rivers, towns = {}, [], []
    for feature in json.loads(FILE.read_text(encoding="utf-8"))["features"]:
        known, points = feature["properties"], feature["geometry"]["coordinates"]
        if known["kind"] == "outline":
            outlines[known["katottg"]] = tuple(map(tuple, points[0]))
        elif known["kind"] == "river":
            rivers.append(tuple(map(tuple, points)))
        elif known["kind"] == "town":
            towns.append(Town(known["katottg"], known["name"], tuple(points)))
    return Basemap(outlines, tuple(rivers), tuple(towns))
