"""The time an account tells of, as SVG on one line for all accounts of a question: what is sure is solid, what may be is
dashed, an end that nobody names dotted."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from django.utils.safestring import SafeString, mark_safe

from archive.language import dates

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
        (earliest, latest), (sure_from, sure_until) = dates.bounds(edtf), dates.sure(edtf)
        start, end = self._place(earliest or self.first), self._place(latest or self.last, ends=True)
        parts = [f'<path class="base" d="M0 {HEIGHT - 1.5}H{WIDTH}"/>']
        if earliest and earliest == latest:
            kind = "sure" if (sure_from, sure_until) == (earliest, latest) else "perhaps"
            parts.append(f'<circle class="{kind}" cx="{(start + end) / 2:.1f}" cy="{MIDDLE}" r="{DOT}"/>')
        else:
            parts += self._bar(start, end, earliest, latest, sure_from, sure_until)
        return mark_safe(
            f'<svg class="told" viewBox="0 0 {WIDTH} {HEIGHT}" aria-hidden="true" focusable="false">{"".join(parts)}</svg>'
        )

    def _bar(self, start, end, earliest, latest, sure_from, sure_until) -> list[str]:
        before, after = "doubt" if earliest else "open", "doubt" if latest else "open"
        if sure_from is None or sure_until is None or sure_from > sure_until:
            return [_stroke("open" if "open" in (before, after) else "doubt", start, end)]
        left, right = self._place(sure_from), self._place(sure_until, ends=True)
        solid = f'<rect class="sure" x="{left:.1f}" y="{MIDDLE - 3}" width="{right - left:.1f}" height="6"/>'
        return [_stroke(before, start, left), solid, _stroke(after, right, end)]

    def _place(self, day: date, *, ends: bool = False) -> float:
        """Where a day begins, or ends."""
        days = (self.last - self.first).days + 1
        return ((day - self.first).days + ends) / days * WIDTH


def _moved(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return day


def _stroke(kind: str, start: float, end: float) -> str:
    return f'<path class="{kind}" d="M{start:.1f} {MIDDLE}H{end:.1f}"/>' if end - start > 0.5 else ""
