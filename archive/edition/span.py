"""A stretch of time cut into months, years or decades, and how many intervals meet each of them.

Months are counted since January of the year 0, as in ``Columns.months``.
"""

from datetime import date
from typing import NamedTuple

import numpy as np

from .columns import BEGINNING, END

LENGTHS = {"month": 1, "year": 12, "decade": 120}
EARLIEST = 12
"""January of the year 1, the first month a date can lie in."""
MOST_MONTHS = 36
MOST_YEARS = 60
MOST_DECADES = 60


class Span(NamedTuple):
    """``size`` units from the one numbered ``first`` on; a month is numbered as itself, a year by its number."""

    unit: str
    first: int
    size: int

    @classmethod
    def over(cls, first: int, last: int) -> "Span":
        """From the first month to the last, both included, in the finest unit that has not too many."""
        if last - first < MOST_MONTHS:
            unit = "month"
        else:
            unit = "year" if last - first < MOST_YEARS * 12 else "decade"
        length = LENGTHS[unit]
        return cls(unit, first // length, last // length - first // length + 1)

    @property
    def length(self) -> int:
        """Months in one unit."""
        return LENGTHS[self.unit]

    @property
    def months(self) -> tuple[int, int]:
        """The first and the last month; the first decade has no year 0."""
        return max(EARLIEST, self.first * self.length), (self.first + self.size) * self.length - 1

    def periods(self) -> list[str]:
        """What to write into an address for each unit: EDTF, or for a decade its years with ".." between."""
        return [_period(self.unit, number * self.length) for number in range(self.first, self.first + self.size)]

    def counts(self, start: np.ndarray, end: np.ndarray) -> np.ndarray:
        """How many of the intervals, given by their first and last months, meet each unit; crossed ones meet none."""
        start, end = start // self.length, end // self.length
        if not (is_dated := start <= end).all():
            start, end = start[is_dated], end[is_dated]
        begun = np.bincount(np.clip(start - self.first, 0, self.size), minlength=self.size + 1).cumsum()
        over = np.bincount(np.clip(end - self.first + 1, 0, self.size), minlength=self.size + 1).cumsum()
        return (begun - over)[: self.size]


def reach(start: np.ndarray, end: np.ndarray) -> tuple[int, int] | None:
    """The first and the last month that any of the intervals names, None where there is none; open ends name none."""
    is_dated = start <= end
    first = min(start.min(where=is_dated & (start != BEGINNING), initial=END), end.min(where=is_dated, initial=END))
    last = max(end.max(where=is_dated & (end != END), initial=BEGINNING), start.max(where=is_dated, initial=BEGINNING))
    if first == END or last == BEGINNING:
        return None
    return int(first), int(last)


def month(day: date) -> int:
    """The month a day lies in."""
    return day.year * 12 + day.month - 1


def within_limits(first: int, last: int) -> tuple[int, int]:
    """The two months, the first moved so that they are at most 600 years apart."""
    return max(first, last - MOST_DECADES * 120 + 120), last


def _period(unit: str, first: int) -> str:
    year, month = divmod(first, 12)
    if unit == "month":
        return f"{year:04}-{month + 1:02}"
    return f"{year:04}" if unit == "year" else f"{max(first, EARLIEST) // 12:04}..{year + 9:04}"
