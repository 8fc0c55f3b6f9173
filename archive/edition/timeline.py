"""What interviews tell about, month by month and place by place."""

from typing import NamedTuple

import numpy as np
from pyroaring import BitMap

from .columns import Columns, as_array
from .filters import InterviewFilter
from .filters.fields import Period
from .labels import labels
from .side_by_side import Parents, Told, broader, side_by_side
from .span import Span, month, reach, within_limits

MOST_PLACES = 8
SHARE = 0.95
"""How much of what is told lies within the time that is shown where none is chosen."""

Intervals = tuple[np.ndarray, np.ndarray]
"""The first and the last month of each interview."""


class Row(NamedTuple):
    """One place, or all of them where ``place`` is empty; ``depth`` is how many rows above it hold it.

    ``counts`` are the interviews that the listing finds for each unit of the span, ``sure`` those of them that tell about
    it beyond doubt, ``count`` all that tell of the place.
    """

    place: str
    depth: int
    count: int
    counts: tuple[int, ...]
    sure: tuple[int, ...]


class Timeline(NamedTuple):
    """``span`` is what is shown and ``reach`` the first and last month known, None where no interview has a date;
    ``undated`` are the interviews that have none, ``left_out`` the places that have no row."""

    span: Span | None
    reach: tuple[int, int] | None
    rows: tuple[Row, ...]
    undated: int
    left_out: int


def timeline(filterset: InterviewFilter) -> Timeline:
    """The interviews left by every filter but the period, over the period chosen; where none is, over the shortest time
    that holds 95 % of what is told."""
    if filterset.chosen:
        return _made(filterset)
    return filterset.current.kept(("timeline", filterset.reader), lambda: _made(filterset))


def _made(filterset: InterviewFilter) -> Timeline:
    columns, members = filterset.current.snapshot.columns, filterset.members_but_for("period")
    start, end = told = _intervals(members, columns, "told")
    known, undated = reach(*told), int((start > end).sum())
    span = _span(known, filterset.chosen.get("period"), told, _intervals(members, columns, "surely"))
    if span is None:
        return Timeline(None, known, (), undated, 0)
    places, parents = _places(filterset)
    standing = side_by_side(places, parents, most=MOST_PLACES)
    rows = [_row("", 0, members, columns, span)]
    rows += [_row(place, depth, places[place], columns, span) for place, depth in standing.places]
    return Timeline(span, known, tuple(rows), undated, standing.left_out)


def _span(known: tuple[int, int] | None, chosen: Period | None, told: Intervals, surely: Intervals) -> Span | None:
    if chosen and chosen.earliest and chosen.latest:
        return Span.over(*within_limits(month(chosen.earliest), month(chosen.latest)))
    if known is None:
        return None
    if chosen is None:
        return Span.over(*fullest(told, surely))
    first = month(chosen.earliest) if chosen.earliest else min(known[0], month(chosen.latest))
    last = month(chosen.latest) if chosen.latest else max(known[1], first)
    return Span.over(*within_limits(first, last))


def fullest(told: Intervals, surely: Intervals, share: float = SHARE) -> tuple[int, int]:
    """The first and last month of the shortest time that holds this share of what is told.

    Each interview weighs the same, spread evenly over the months it surely tells about, or, where no month is sure, over
    those it may; one without an end there weighs nothing.
    """
    is_sure = surely[0] <= surely[1]
    start, end = (np.where(is_sure, sure, may) for sure, may in zip(surely, told, strict=True))
    first, last = within_limits(*reach(*told))
    is_told = (start <= end) & (start >= first) & (end <= last)
    start, end = start[is_told] - first, end[is_told] - first
    size = last - first + 1
    weights = 1 / (end - start + 1)
    begun, over = (np.bincount(at, weights, size + 1) for at in (start, end + 1))
    before = np.concatenate(([0], np.cumsum((begun - over).cumsum()[:size])))
    ends = np.searchsorted(before, before[:-1] + share * before[-1] * (1 - 1e-9))
    lengths = np.where(ends <= size, ends - np.arange(size), size)
    shortest = int(lengths.argmin())
    return first + shortest, first + shortest + max(int(lengths[shortest]), 1) - 1


def _places(filterset: InterviewFilter) -> tuple[Told, Parents]:
    """The interviews that the listing finds for each place beside the other filters, and what it is part of; where
    places are chosen, these and their parts alone."""
    current, chosen = filterset.current, {*filterset.chosen.get("place", ())}
    words = labels(current.snapshot, filterset.reader)
    parents = {value: label.parent for (facet, value), label in words.items() if facet == "place"}
    members = filterset.members_but_for("period", "place")
    found = {
        place: current.snapshot.sets["place", place] & members
        for place in parents
        if not chosen or not chosen.isdisjoint((place, *broader(place, parents)))
    }
    return {place: numbers for place, numbers in found.items() if numbers}, parents


def _row(place: str, depth: int, members: BitMap, columns: Columns, span: Span) -> Row:
    counts, sure = (span.counts(*_intervals(members, columns, name)).tolist() for name in ("told", "surely"))
    return Row(place, depth, len(members), tuple(counts), tuple(sure))


def _intervals(members: BitMap, columns: Columns, name: str) -> Intervals:
    numbers, (start, end) = as_array(members), columns.months[name]
    return start[numbers], end[numbers]
