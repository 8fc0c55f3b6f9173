"""From days to places in the drawing."""

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from archive.edition.span import Span, month

FIT = 1040
"""Width of the drawing where few units leave room."""
NARROWEST = {"month": 28, "year": 31, "decade": 88}
WIDEST = 96


class Scale(NamedTuple):
    """The units of a span side by side, each ``column`` wide, in units of the drawing (a sixteenth of a letter's size)."""

    span: Span
    column: int

    @classmethod
    def of(cls, span: Span) -> "Scale":
        return cls(span, max(NARROWEST[span.unit], min(WIDEST, FIT // span.size)))

    @property
    def width(self) -> int:
        return self.span.size * self.column

    def beginning(self, day: date) -> float:
        """Where a day begins, which may be outside the drawing."""
        months = month(day) + (day.day - 1) / monthrange(day.year, day.month)[1]
        return (months / self.span.length - self.span.first) * self.column

    def end(self, day: date) -> float:
        """Where a day ends."""
        return self.beginning(day + timedelta(days=1)) if day < date.max else float(self.width)

    def inside(self, place: float) -> float:
        """The place, or the edge of the drawing that is nearest to it."""
        return min(max(place, 0.0), float(self.width))
