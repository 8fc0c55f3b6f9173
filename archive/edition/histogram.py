"""How the interviews lie in time: bars of months, years or decades, each a period that can be chosen."""

from typing import NamedTuple

import numpy as np
from pyroaring import BitMap

from .columns import as_array
from .filters import InterviewFilter
from .filters.fields import Period
from .span import Span, month, reach, within_limits


class Bar(NamedTuple):
    """``period`` is what to write into the address (EDTF, or two of it with ".."), ``count`` how many interviews meet it."""

    period: str
    count: int
    is_chosen: bool


class Histogram(NamedTuple):
    """The bars of the filter ``name`` in the order of time; ``unit`` is month, year or decade."""

    name: str
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
    return Histogram(name, *found)


def _bars(months: tuple[np.ndarray, np.ndarray], members: BitMap, chosen: Period | None) -> tuple[str, tuple[Bar, ...]]:
    numbers = as_array(members)
    start, end = months[0][numbers], months[1][numbers]
    ends = _ends(start, end, chosen)
    if ends is None:
        return "year", ()
    span = Span.over(*within_limits(*ends))
    counts = span.counts(start, end).tolist()
    is_chosen = chosen.text if chosen else None
    return span.unit, tuple(
        Bar(period, n, period == is_chosen) for period, n in zip(span.periods(), counts, strict=True)
    )


def _ends(start: np.ndarray, end: np.ndarray, chosen: Period | None) -> tuple[int, int] | None:
    """The first and last month to draw, None if there is nothing to draw."""
    found = reach(start, end)
    if found is None:
        return None
    first, last = found
    if chosen and chosen.earliest:
        first = max(first, month(chosen.earliest))
    if chosen and chosen.latest:
        last = min(last, month(chosen.latest))
    return (first, last) if first <= last else None
