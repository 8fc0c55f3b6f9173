"""How the interviews lie in time: bars of months, years or decades, each a period that can be chosen."""

from typing import NamedTuple

import numpy as np
from pyroaring import BitMap

from .columns import BEGINNING, END, as_array
from .filters import InterviewFilter
from .filters.fields import Period

MOST_MONTHS = 36
MOST_YEARS = 60
MOST_DECADES = 60


class Bar(NamedTuple):
    """``period`` is what to write into the address (EDTF, or two of it with ".."), ``count`` how many interviews meet it."""

    period: str
    count: int
    is_chosen: bool


class Histogram(NamedTuple):
    """The bars of the filter ``name`` in the order of time; ``unit`` is month, year or decade."""

    name: str
    label: str
    unit: str
    bars: tuple[Bar, ...]


def histogram(filterset: InterviewFilter, name: str) -> Histogram:
    """The interviews left by all other filters, by when their interval of this filter (period or recorded) lies.

    One that lasts stands in every bar it meets, as choosing the bar would find it. The bars reach from the first to the
    last day known, or over what is chosen, but never over more than 600 years; an open end has no bars of its own.
    """
    given = filterset.filters[name]
    current, chosen = filterset.current, filterset.chosen.get(name)

    def bars():
        months = current.snapshot.columns.months[given.field_name]
        return _bars(months, filterset.members_but_for(name), chosen)

    found = bars() if filterset.chosen else current.kept(("histogram", name), bars)
    return Histogram(name, str(given.label), *found)


def _bars(months: tuple[np.ndarray, np.ndarray], members: BitMap, chosen: Period | None) -> tuple[str, tuple[Bar, ...]]:
    numbers = as_array(members)
    start, end = months[0][numbers], months[1][numbers]
    is_dated = start <= end
    if not is_dated.all():
        start, end = start[is_dated], end[is_dated]
    reach = _reach(start, end, chosen)
    if reach is None:
        return "year", ()
    unit, length = _unit(*reach)
    first, last = reach[0] // length, reach[1] // length
    size = last - first + 1
    begun = np.bincount(np.clip(start // length - first, 0, size), minlength=size + 1).cumsum()
    over = np.bincount(np.clip(end // length - first + 1, 0, size), minlength=size + 1).cumsum()
    counts = (begun - over)[:size].tolist()
    return unit, tuple(_bar(first + n, unit, length, count, chosen) for n, count in enumerate(counts))


def _reach(start: np.ndarray, end: np.ndarray, chosen: Period | None) -> tuple[int, int] | None:
    """The first and last month to draw, None if there is nothing to draw."""
    first = min(start.min(where=start != BEGINNING, initial=END), end.min(initial=END))
    last = max(end.max(where=end != END, initial=BEGINNING), start.max(initial=BEGINNING))
    if first == END or last == BEGINNING:
        return None
    first, last = int(first), int(last)
    if chosen and chosen.earliest:
        first = max(first, chosen.earliest.year * 12 + chosen.earliest.month - 1)
    if chosen and chosen.latest:
        last = min(last, chosen.latest.year * 12 + chosen.latest.month - 1)
    return (max(first, last - MOST_DECADES * 120 + 120), last) if first <= last else None


def _unit(first: int, last: int) -> tuple[str, int]:
    if last - first < MOST_MONTHS:
        return "month", 1
    return ("year", 12) if last - first < MOST_YEARS * 12 else ("decade", 120)


def _bar(place: int, unit: str, months: int, count: int, chosen: Period | None) -> Bar:
    year, month = divmod(place * months, 12)
    if unit == "month":
        text = f"{year:04}-{month + 1:02}"
    else:
        text = f"{year:04}" if unit == "year" else f"{year:04}..{year + 9:04}"
    return Bar(text, count, chosen is not None and chosen.text == text)
