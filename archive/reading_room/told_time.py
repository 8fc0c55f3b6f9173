"""An uncertain time drawn on a line, the same on every page: what is sure is solid, what may be is dashed, an end that
nobody names dotted."""

from datetime import date
from typing import NamedTuple, Protocol

from archive.edition.span import Span, month
from archive.language import dates


class ToldTime(NamedTuple):
    """``earliest`` and ``latest`` are the first and last day it may mean, ``surely_from`` and ``surely_until`` what is
    beyond doubt; None is an open end."""

    earliest: date | None
    latest: date | None
    surely_from: date | None
    surely_until: date | None

    @classmethod
    def of(cls, edtf: str) -> "ToldTime":
        return cls(*dates.bounds(edtf), *dates.sure(edtf))

    @property
    def is_day(self) -> bool:
        """Whether it is one day, surely or perhaps."""
        return self.earliest is not None and self.earliest == self.latest

    @property
    def is_sure(self) -> bool:
        """Whether any day of it is beyond doubt."""
        return None not in (self.surely_from, self.surely_until) and self.surely_from <= self.surely_until

    def meets(self, span: Span) -> bool:
        first, last = span.months
        begins_late = self.earliest is not None and month(self.earliest) > last
        return not begins_late and not (self.latest is not None and month(self.latest) < first)


class Line(Protocol):
    """A line of ``width`` units. ``beginning`` and ``end`` say where a day lies, ``inside`` the nearest place on the line."""

    width: float

    def beginning(self, day: date) -> float: ...
    def end(self, day: date) -> float: ...
    def inside(self, place: float) -> float: ...


def ends(told: ToldTime, line: Line) -> tuple[float, float]:
    """Where it begins and ends on the line; what is open reaches to the edge."""
    start = line.inside(line.beginning(told.earliest)) if told.earliest else 0.0
    return start, line.inside(line.end(told.latest)) if told.latest else float(line.width)


def dot(told: ToldTime, x: float, middle: float | str, radius: float) -> str:
    """A single day."""
    return f'<circle class="{"sure" if told.is_sure else "perhaps"}" cx="{x:.1f}" cy="{middle}" r="{radius}"/>'


def pieces(told: ToldTime, line: Line) -> list[tuple[str, float, float]]:
    """What lasts longer than a day: which parts of the line are ``sure``, in ``doubt`` or ``open`` to an end nobody knows;
    some may be empty."""
    start, end = ends(told, line)
    before, after = "doubt" if told.earliest else "open", "doubt" if told.latest else "open"
    if not told.is_sure:
        return [("open" if "open" in (before, after) else "doubt", start, end)]
    left, right = line.inside(line.beginning(told.surely_from)), line.inside(line.end(told.surely_until))
    return [(before, start, left), ("sure", left, right), (after, right, end)]


def bar(told: ToldTime, line: Line, middle: float) -> str:
    """What lasts longer than a day, drawn."""
    return "".join(_part(*piece, middle) for piece in pieces(told, line))


def _part(kind: str, start: float, end: float, middle: float) -> str:
    if kind == "sure":
        return f'<rect class="sure" x="{start:.1f}" y="{middle - 3}" width="{end - start:.1f}" height="6"/>'
    return f'<path class="{kind}" d="M{start:.1f} {middle}H{end:.1f}"/>' if end - start > 0.5 else ""
