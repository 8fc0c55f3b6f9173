"""What of the places told about can be drawn, and as what: a spot, or an area no closer than what was agreed."""

from collections.abc import Iterable
from math import sqrt
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from archive.edition.places import ToldPlace

from ..authorities import trail
from .basemap import Basemap
from .projection import Projection

REACH_KM = {"oblast": 88, "raion": 38, "hromada": 11}
"""Radius of a disc as large as such a unit of Ukraine on average: 603,500 km² in 25, 136 and 1,469 parts."""

GROWTH, LARGEST, LEAST = 6, 24, 4
"""Pixels: the radius of a spot with one testimony, of the largest there may be, and of the smallest."""

PLAINLY = _("Not on the map.")
UNKNOWN = _("Not on the map: the archive has not recorded where it lies.")
BEYOND = _("Not on the map: it lies beyond its edges.")


class Spot(NamedTuple):
    """A settlement. ``x`` and ``y`` are units of the drawing, ``radius`` pixels whatever is zoomed, its square in
    proportion to the count."""

    place: ToldPlace
    x: float
    y: float
    radius: float


class Area(NamedTuple):
    """A unit that testimonies name and nothing narrower: its known ``outline``, or a disc of ``radius`` units that says
    no more than its size and ends where the outline with the code ``within`` does, if there is one."""

    place: ToldPlace
    x: float
    y: float
    radius: float
    outline: tuple[tuple[float, float], ...]
    within: str


class Marks(NamedTuple):
    """``spots`` the most told of first, ``areas`` the widest first; ``left_out`` says by slug why a place is neither."""

    spots: list[Spot]
    areas: list[Area]
    left_out: dict[str, Promise]


def marks(told: Iterable[ToldPlace], ground: Basemap, projection: Projection) -> Marks:
    """Sites within a settlement are part of its spot; an area of which all name something narrower is not drawn."""
    spots, areas, left_out = [], [], {}
    everything = list(told)
    cards = {place.card.slug: place.card for place in everything}
    sites, told = ([p for p in everything if (p.card.level == "site") == is_site] for is_site in (True, False))
    growth = min(GROWTH, LARGEST / sqrt(max((place.count for place in told if not place.is_area), default=1)))
    for place in told:
        where = _where(place, ground, projection)
        if isinstance(where, Promise):
            left_out[place.card.slug] = where
        elif not place.is_area:
            spots.append(Spot(place, *where[0], round(max(LEAST, growth * sqrt(place.count)), 1)))
        elif place.own:
            codes = (card.identifiers.get("katottg", "") for card in trail(place.card.slug, cards))
            within = next((code for code in codes if code in ground.outlines), "")
            areas.append(_area(place, *where, within, projection))
    drawn = {spot.place.card.slug for spot in spots}
    for site in sites:
        if drawn.isdisjoint(card.slug for card in trail(site.card.slug, cards)):
            where = _where(site, ground, projection)
            left_out[site.card.slug] = where if isinstance(where, Promise) else PLAINLY
    return Marks(spots, sorted(areas, key=lambda area: -area.radius), left_out)


def _where(place: ToldPlace, ground: Basemap, projection: Projection):
    """The point and the outline of a place in units, or the sentence that says why it has none."""
    card = place.card
    if card.is_invented:
        return PLAINLY
    if place.is_area and (ring := ground.outlines.get(card.identifiers.get("katottg", ""))):
        outline = tuple(map(projection.point, ring))
        across, down = zip(*outline, strict=True)
        return ((min(across) + max(across)) / 2, (min(down) + max(down)) / 2), outline
    if card.latitude is None or card.longitude is None:
        return UNKNOWN
    point = projection.point((card.longitude, card.latitude))
    return (point, ()) if projection.holds(point) else BEYOND


def _area(place: ToldPlace, point, outline, within: str, projection: Projection) -> Area:
    if outline:
        radius = min(point[0] - min(x for x, _y in outline), point[1] - min(y for _x, y in outline))
    else:
        radius = projection.length(REACH_KM[place.card.level])
    return Area(place, *point, radius, outline, within)
