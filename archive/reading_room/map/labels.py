"""Labels that keep out of each other's way: each beside its mark, none over another label, none out of the frame.

They are placed one after the other in the order given, so that equal maps are drawn alike, and off the lines of the ground
where there is a choice. What finds no room has no label; the table beside the map says all.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import inf, sqrt
from typing import NamedTuple

from .obstacles import Box, Boxes, Lines

LINE, BASE = 1.45, 1.03
"""The height of a line of Source Sans 3 and how far its base line lies below the top, in sizes of the type."""

NARROW = frozenset("fijlrtIіїІЇ.,·:;'’ʼ()- ")
WIDE = frozenset("mwMWжмфшщыюЖМФШЩЪЫЮ—…")
EMS = {"narrow": 0.38, "wide": 0.95, "capital": 0.7, "small": 0.62, "foreign": 1.0}
"""The most that letters advance in Source Sans 3 of weight 600, in sizes of the type."""

LAST_CYRILLIC = "\u052f"
WAYS = ((1, 0), (0, -1), (0, 1), (-1, 0), (1, -1), (1, 1), (-1, -1), (-1, 1))
"""Directions from the middle of a mark, the best first."""

NO_LINES = Lines()


class Mark(NamedTuple):
    """What wants a label: a disc around ``x`` and ``y``. On an area the label may lie anywhere inside; without a text the
    mark wants none, and is only in the way of others."""

    text: str
    x: float
    y: float
    radius: float
    is_area: bool = False

    @property
    def box(self) -> Box:
        return Box(self.x - self.radius, self.y - self.radius, self.x + self.radius, self.y + self.radius)


class Label(NamedTuple):
    """Where a text stands: ``x`` and ``y`` of its base line, ``anchor`` as SVG has it, ``box`` what it covers at most."""

    x: float
    y: float
    anchor: str
    box: Box


def width(text: str, size: float) -> float:
    """The most that a text takes in type of this size."""
    return _ems_of(text) * size


@lru_cache(maxsize=8192)
def _ems_of(text: str) -> float:
    return sum(map(_ems, text))


def place(marks: Sequence[Mark], *, size: float, frame: Box, ground: Lines = NO_LINES) -> list[Label | None]:
    """A label in type of this size for each mark, the weightiest first, or None where there is no room.

    No label covers a label or a weightier mark; one covers a lesser mark only where it would not stand otherwise, and of
    the places left it takes the first that no line of the ground runs through, or that through which the least does.
    """
    labels: list[Label | None] = []
    taken, discs = Boxes(4 * size), Boxes(4 * size)
    for mark in marks:
        if not mark.is_area:
            discs.add(mark.box)
    for mark in marks:
        if not mark.is_area:
            taken.add(mark.box)
        label = _best(mark, size, frame, taken, discs, ground) if mark.text else None
        if label:
            taken.add(label.box)
        labels.append(label)
    return labels


def _best(mark: Mark, size: float, frame: Box, taken: Boxes, discs: Boxes, ground: Lines) -> Label | None:
    best, least, last = None, inf, None
    for spot in _spots(mark, size):
        if not frame.holds(spot.box) or taken.meets(spot.box):
            continue
        if discs.meets(spot.box):
            last = last or spot
        elif (crossing := ground.crossing(spot.box)) < least:
            best, least = spot, crossing
            if not crossing:
                break
    return best or last


def _spots(mark: Mark, size: float) -> Iterator[Label]:
    wide, high, gap = width(mark.text, size), LINE * size, size / 4
    if mark.is_area:
        for share in (0, 0.3, 0.6):
            for way in WAYS if share else WAYS[:1]:
                length = share * mark.radius / sqrt(way[0] ** 2 + way[1] ** 2)
                yield _label(mark.x + way[0] * length - wide / 2, mark.y + way[1] * length - high / 2, wide, high, 0)
        return
    for across, down in WAYS:
        beside = mark.radius + (0 if down else gap)
        left = {1: mark.x + beside, 0: mark.x - wide / 2, -1: mark.x - beside - wide}[across]
        top = {1: mark.y + mark.radius, 0: mark.y - high / 2, -1: mark.y - mark.radius - high}[down]
        yield _label(left, top, wide, high, across)


def _label(left: float, top: float, wide: float, high: float, across: int) -> Label:
    x, anchor = {1: (left, "start"), 0: (left + wide / 2, "middle"), -1: (left + wide, "end")}[across]
    base = top + high / LINE * BASE
    return Label(round(x, 1), round(base, 1), anchor, Box(left, top, left + wide, top + high))


def _ems(letter: str) -> float:
    if letter in NARROW:
        return EMS["narrow"]
    if letter in WIDE:
        return EMS["wide"]
    if letter > LAST_CYRILLIC:
        return EMS["foreign"]
    return EMS["capital" if letter.isupper() else "small"]
