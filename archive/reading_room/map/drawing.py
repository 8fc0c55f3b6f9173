"""The map as SVG, joined from strings: a template takes longer for a thousand places than all else together."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, ngettext

from archive.document.text import read
from archive.edition.places import ToldPlace

from .basemap import Basemap, Degrees, Town, basemap
from .lettering import TOWN, Name, lettering
from .marks import Area, Marks, Spot, marks
from .obstacles import Box, Line, Lines
from .projection import WIDTH, Projection
from .table import rows
from .ways import Ways

MOST_STOPS = 48
"""Marks that the keyboard walks through on the drawing; where there are more, it has the table alone."""

OUTLINE, RIVER = 3, 1
"""How much a border and a river disturb the letters over them."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """The parts of an ``svg`` of ``width`` by ``height`` units, the lower first, and the ``rows`` of the table; ``spots``
    and ``areas`` are empty where there are none, ``is_full`` where the marks are too many for the keyboard."""

    width: int
    height: int
    ground: SafeString
    areas: SafeString
    spots: SafeString
    names: SafeString
    rows: SafeString
    is_full: bool


def drawn(told: Sequence[ToldPlace], *, query: str, reader: str) -> Drawn:
    """The map of these places. ``query`` is the address of the choices without a place, to which each link adds its own."""
    ground, projection, ways = basemap(), _projection(), Ways(query)
    found = marks(told, ground, projection)
    shown = {spot.place.card.identifiers.get("katottg") for spot in found.spots}
    towns = [town for town in ground.towns if town.code not in shown]
    is_full = len(found.spots) + len(found.areas) > MOST_STOPS
    stop = ' tabindex="-1"' if is_full else ""
    names = [*_names(found, ways, reader), *_towns(towns, projection, reader)]
    return Drawn(
        width=WIDTH,
        height=projection.height,
        ground=_joined(_lines(ground, projection)),
        areas=_joined(_area(area, ways, stop) for area in found.areas),
        spots=_joined(_spot(spot, ways, stop) for spot in found.spots),
        names=_joined(lettering(names, frame=Box(0, 0, WIDTH, projection.height), ground=_crossed())),
        rows=_joined(rows(told, found, ways, reader)),
        is_full=is_full,
    )


@cache
def _projection() -> Projection:
    return Projection.around(point for ring in basemap().outlines.values() for point in ring)


@cache
def _crossed() -> Lines:
    """What runs through names set over it."""
    ground, projection = basemap(), _projection()
    outlines = (Line([*_points((*ring, ring[0]), projection)], OUTLINE) for ring in ground.outlines.values())
    rivers = (Line([*_points(river, projection)], RIVER) for river in ground.rivers)
    return Lines([*outlines, *rivers])


def _joined(parts: Iterable[str]) -> SafeString:
    return mark_safe("".join(parts))


def _lines(ground: Basemap, projection: Projection) -> Iterator[str]:
    for code, ring in ground.outlines.items():
        yield f'<path class="outline" id="map-{code}" d="{_path(_points(ring, projection))}Z"/>'
        yield f'<clipPath id="map-in-{code}"><use href="#map-{code}"/></clipPath>'
    for line in ground.rivers:
        yield f'<path class="river" d="{_path(_points(line, projection))}"/>'


def _points(line: Iterable[Degrees], projection: Projection) -> Iterator[tuple[float, float]]:
    return map(projection.point, line)


def _path(points: Iterable[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{x} {y}" for x, y in points)


def _area(area: Area, ways: Ways, stop: str) -> str:
    told = area.place
    title = ngettext(
        "Somewhere in %(place)s: %(counter)s testimony of %(all)s",
        "Somewhere in %(place)s: %(counter)s testimonies of %(all)s",
        told.own,
    ) % {"place": told.label.text, "counter": told.own, "all": told.count}
    if area.outline:
        shape = f'<path fill="url(#map-hatch)" d="{_path(area.outline)}Z"/>'
    else:
        disc = f'cx="{area.x}" cy="{area.y}" r="{area.radius}"'
        disc += f' clip-path="url(#map-in-{area.within})"' if area.within else ""
        shape = f'<circle fill="url(#map-hatch)" mask="url(#map-fade)" {disc}/>'
    return _link(told, title, shape, ways, stop)


def _spot(spot: Spot, ways: Ways, stop: str) -> str:
    told = spot.place
    title = ngettext("%(place)s: %(counter)s testimony", "%(place)s: %(counter)s testimonies", told.count)
    title %= {"place": told.label.text, "counter": told.count}
    return _link(told, title, f'<circle cx="{spot.x}" cy="{spot.y}" r="{spot.radius}"/>', ways, stop)


def _link(told: ToldPlace, title: str, shape: str, ways: Ways, stop: str) -> str:
    """The mark as a link; ``stop`` is an attribute that keeps the keyboard from it, or nothing."""
    chosen = ' class="chosen"' if told.is_chosen else ""
    return f'<a href="{ways.to_list(told)}"{chosen}{stop}><title>{escape(title)}</title>{shape}</a>'


def _names(found: Marks, ways: Ways, reader: str) -> list[Name]:
    """The weightiest first; of two alike the spot, whose name leads the eye."""
    weighed = [(spot.place.count, _spot_name(spot, ways, reader)) for spot in found.spots]
    weighed += [(area.place.own, _area_name(area, ways, reader)) for area in found.areas]
    return [name for _weight, name in sorted(weighed, key=lambda each: -each[0])]


def _spot_name(spot: Spot, ways: Ways, reader: str) -> Name:
    told = spot.place
    text = f"{told.label.text} · {told.count}"
    return Name(text, spot.x, spot.y, spot.radius, False, ways.to_page(told), _foreign(told.label.language, reader))


def _area_name(area: Area, ways: Ways, reader: str) -> Name:
    told = area.place
    text = gettext("somewhere in %(place)s") % {"place": told.label.text} + f" · {told.own}"
    return Name(text, area.x, area.y, area.radius, True, ways.to_page(told), _foreign(told.label.language, reader))


def _towns(towns: Iterable[Town], projection: Projection, reader: str) -> Iterator[Name]:
    for town in towns:
        if reading := read(town.name, reader):
            yield Name(reading.text, *projection.point(town.at), TOWN, language=_foreign(reading.language, reader))


def _foreign(language: str, reader: str) -> str:
    return "" if language == reader else language
