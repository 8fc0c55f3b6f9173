"""Stretches of a line, laid out so that none covers another."""

from collections.abc import Iterable
from typing import NamedTuple


class Stretch(NamedTuple):
    start: float
    end: float


def lanes(stretches: Iterable[Stretch], *, gap: float) -> list[int]:
    """The lane of each: the first in which at least ``gap`` is free on both sides; lanes are counted from 0."""
    laid: list[list[Stretch]] = []
    found = []
    for stretch in stretches:
        free = (n for n, lane in enumerate(laid) if all(_are_apart(stretch, other, gap) for other in lane))
        number = next(free, len(laid))
        if number == len(laid):
            laid.append([])
        laid[number].append(stretch)
        found.append(number)
    return found


def _are_apart(one: Stretch, other: Stretch, gap: float) -> bool:
    return one.start >= other.end + gap or other.start >= one.end + gap
