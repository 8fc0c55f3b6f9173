"""Which places to set side by side: those that most interviews tell of most closely."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from pyroaring import BitMap

Told = Mapping[str, BitMap]
"""By place the interviews that tell of it or of a part of it."""

Parents = Mapping[str, str]
"""By place the one it is part of; nothing or an unknown one for the broadest."""


class Standing(NamedTuple):
    """A place and how many of the places it is part of stand above it."""

    place: str
    depth: int


class SideBySide(NamedTuple):
    """The places that stand, each below what it is part of; ``left_out`` is how many more are told of as closely."""

    places: list[Standing]
    left_out: int


def side_by_side(told: Told, parents: Parents, *, most: int) -> SideBySide:
    """At most ``most`` places. An interview speaks for the closest places it tells of, not for what they are part of: a
    district stands only for those who tell of no place in it."""
    closest = _closest(told, parents)
    ranked = sorted(closest, key=lambda place: (-closest[place], place))
    return SideBySide(_in_order(ranked[:most], told, parents), max(0, len(ranked) - most))


def broader(place: str, parents: Parents) -> Iterator[str]:
    """What a place is part of, the nearest first; a circle of parents is walked once."""
    seen = {place}
    while (place := parents.get(place, "")) and place not in seen:
        seen.add(place)
        yield place


def _closest(told: Told, parents: Parents) -> dict[str, int]:
    """How many interviews tell of each place and of no part of it, where any does."""
    parts = defaultdict(list)
    for place, interviews in told.items():
        parts[parents.get(place)].append(interviews)
    found = {place: len(interviews - BitMap.union(BitMap(), *parts[place])) for place, interviews in told.items()}
    return {place: count for place, count in found.items() if count}


def _in_order(chosen: Collection[str], told: Told, parents: Parents) -> list[Standing]:
    """As a tree, the most told of first."""

    def way(place: str) -> list[str]:
        return [one for one in (*reversed([*broader(place, parents)]), place) if one in chosen]

    ways = sorted(map(way, chosen), key=lambda way: [(-len(told[one]), one) for one in way])
    return [Standing(way[-1], len(way) - 1) for way in ways]
