"""Events beside a column of rows, as lines that run down from the row where each is named."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from archive.edition.span import Span

from ..told_time import dot, ends, pieces
from .events import DatedEvent
from .lanes import Stretch, lanes
from .scale import Scale

NAMED, TOP, BOTTOM = "1.1rem", 25, 90
"""How far below the top of its row an event is named, and, in parts of a hundred, where a line begins and ends that has
its first days, or all of them, in that row."""
DOT, HALF = 5, 3


class Place(NamedTuple):
    """A row: of ``unit`` and as many more as ``size`` says, or, with ``event``, of that event of those named below this unit;
    -1 is before the first."""

    unit: int
    event: int = 0
    size: int = 1


class Strand(NamedTuple):
    """An event that is named in ``row`` and lies in ``lane``; times are units of the span, from 0 to ``size``."""

    event: DatedEvent
    row: Place
    lane: int
    size: int
    parts: tuple[tuple[str, float, float], ...]

    @property
    def kind(self) -> str:
        """How the rule is drawn that a single day lays through the months."""
        if not self.event.time.is_day:
            return ""
        return "day" if self.event.time.is_sure else "day unsure"

    def drawn(self, place: Place, column: float) -> str:
        """What of it lies beside this row, in a lane ``column`` pixels wide."""
        middle = (self.lane + 0.5) * column
        if self.event.time.is_day:
            return dot(self.event.time, middle, NAMED, min(DOT, column / 2)) if place == self.row else ""
        half = min(HALF, column / 4)
        lines = (_line(*part, middle, half) for part in self.beside(place))
        return "".join(lines) + "".join(_end(at, middle, 2 * half) for at in self._ends(place))

    def beside(self, place: Place) -> list[tuple[str, float, float]]:
        """The parts of its line beside this row, from where to where in parts of a hundred. Beside a row of the units it
        lies where it does in time; a row that names an event it passes as it is at the end of the unit above."""
        if place < self.row:
            return []
        if place.event and (place != self.row or place.unit < 0):
            return [(kind, 0, 100) for kind, start, end in self.parts if start <= place.unit + 1 < end]
        window = self._window(place)
        shares = ((kind, _share(start, *window), _share(end, *window)) for kind, start, end in self.parts)
        return [(kind, top, bottom) for kind, top, bottom in shares if bottom > top]

    def _window(self, place: Place) -> tuple[float, float, float, float]:
        """The time that this row stands for and, in parts of a hundred, from where to where."""
        until, last = place.unit + place.size, self.parts[-1][2]
        if place != self.row:
            return place.unit, until, 0, 100
        return self.parts[0][1], min(last, until), TOP, 100 if last > until else BOTTOM

    def _ends(self, place: Place) -> Iterator[float]:
        """Where the first and the last day lie that it may mean, if these are known and within the span."""
        time, last = self.event.time, self.parts[-1][2]
        if place.unit < 0 or not self.beside(place) or (place.event and place != self.row):
            return
        if place == self.row and time.earliest:
            yield TOP
        window = self._window(place)
        if time.latest and last < self.size and window[0] < last <= window[1]:
            yield _share(last, *window)


def strands(events: Sequence[DatedEvent], span: Span) -> tuple[list[Strand], int]:
    """The events in the order of the rows that name them, and how many lanes they take."""
    scale, below = Scale(span, 1), Counter()
    placed = []
    for unit, number in sorted((_unit(event, scale), number) for number, event in enumerate(events)):
        below[unit] += 1
        event = events[number]
        placed.append(Strand(event, Place(unit, below[unit]), 0, span.size, tuple(pieces(event.time, scale))))
    rows = sorted([*map(Place, range(span.size)), *(strand.row for strand in placed)])
    taken = lanes((_stretch(strand, rows) for strand in placed), gap=1)
    return [strand._replace(lane=lane) for strand, lane in zip(placed, taken, strict=True)], max(taken, default=-1) + 1


def _stretch(strand: Strand, rows: Sequence[Place]) -> Stretch:
    """The first and the last row beside which it lies."""
    first = rows.index(strand.row)
    if strand.event.time.is_day:
        return Stretch(first, first)
    return Stretch(first, max([first, *(number for number, row in enumerate(rows) if strand.beside(row))]))


def _unit(event: DatedEvent, scale: Scale) -> int:
    """The unit below which it is named: that in which it begins, -1 where that is before the first."""
    if event.time.earliest is None or scale.beginning(event.time.earliest) < 0:
        return -1
    return min(int(ends(event.time, scale)[0]), scale.span.size - 1)


def _share(at: float, first: float, last: float, top: float, bottom: float) -> float:
    inside = min(max(at, first), last)
    return top + (bottom - top) * (inside - first) / (last - first)


def _line(kind: str, top: float, bottom: float, middle: float, half: float) -> str:
    if kind == "sure":
        x, width = middle - half, 2 * half
        return f'<rect class="sure" x="{x:.3g}" y="{top:.3g}%" width="{width:.3g}" height="{bottom - top:.3g}%"/>'
    return f'<line class="{kind}" x1="{middle:.3g}" x2="{middle:.3g}" y1="{top:.3g}%" y2="{bottom:.3g}%"/>'


def _end(at: float, middle: float, half: float) -> str:
    return f'<line class="end" x1="{middle - half:.3g}" x2="{middle + half:.3g}" y1="{at:.3g}%" y2="{at:.3g}%"/>'
