"""The time an account tells of, as SVG on one line for all accounts of a question: what is sure is solid, what may be is
dashed, an end that nobody names dotted."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from django.utils.safestring import SafeString, mark_safe

from archive.language import dates

from ..told_time import ToldTime, bar, dot, ends

WIDTH, HEIGHT, MIDDLE = 320, 20, 10
MARGIN = timedelta(days=20)
"""Free on either side of the days that any account names: what is open reaches to the edge."""
DOT = 5


class Line(NamedTuple):
    """From which day to which all drawings of a question reach."""

    first: date
    last: date

    @classmethod
    def over(cls, stated: Iterable[str]) -> "Line | None":
        """The line on which all of these dates (EDTF) lie, None for none."""
        days = [day for edtf in stated for day in dates.bounds(edtf) if day]
        return cls(_moved(min(days), -MARGIN), _moved(max(days), MARGIN)) if days else None

    def drawn(self, edtf: str) -> SafeString:
        """The SVG of one date; words beside it say the same."""
        told = ToldTime.of(edtf)
        start, end = ends(told, self)
        time = dot(told, (start + end) / 2, MIDDLE, DOT) if told.is_day else bar(told, self, MIDDLE)
        base = f'<path class="base" d="M0 {HEIGHT - 1.5}H{WIDTH}"/>'
        return mark_safe(
            f'<svg class="told" viewBox="0 0 {WIDTH} {HEIGHT}" aria-hidden="true" focusable="false">{base}{time}</svg>'
        )

    @property
    def width(self) -> float:
        return WIDTH

    def beginning(self, day: date) -> float:
        return self._place(day)

    def end(self, day: date) -> float:
        return self._place(day, ends=True)

    def inside(self, place: float) -> float:
        return min(max(place, 0.0), float(WIDTH))

    def _place(self, day: date, *, ends: bool = False) -> float:
        """Where a day begins, or ends."""
        days = (self.last - self.first).days + 1
        return ((day - self.first).days + ends) / days * WIDTH


def _moved(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return day
