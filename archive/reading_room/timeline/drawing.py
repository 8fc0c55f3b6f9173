"""The timeline as SVG: testimonies as bars under the events, each bar a link to those it counts.

Written by joining strings, for there are hundreds of bars. The names of the rows are a drawing of their own beside that of
the time, so that they stay where they are while the time is moved.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from django.utils.safestring import SafeString, mark_safe

from archive.edition.timeline import Row

from . import event_drawing
from .accounts import Accounts
from .addresses import Addresses
from .events import DatedEvent
from .headings import Name, Unit
from .lettering import lines, room
from .scale import FIT, Scale

AXIS, FIRST, ROW, FOOT = 52, 128, 60, 4
"""Heights: of the names of months, of the row of all places, of each other row, and below the last."""
NUMBER = 18
"""What the number above a bar takes."""
LEAST = 2
"""The lowest bar that is seen."""
GAP = 3
SIZE, UNIT, SMALL = 15, 14, 13
NAMES, INDENT = 200, 12
LETTER = 16
"""Units of the drawing in a letter's size: it grows with the text of the page."""


@dataclass(frozen=True, slots=True)
class Svg:
    """What goes into an ``svg`` element of this size."""

    width: int
    height: int
    content: SafeString

    @property
    def size(self) -> SafeString:
        wide, high = (f"{length / LETTER:.3f}rem" for length in (self.width, self.height))
        return mark_safe(f'viewBox="0 0 {self.width} {self.height}" width="{wide}" height="{high}"')

    @property
    def is_wide(self) -> bool:
        return self.width > FIT


def drawn(
    rows: Sequence[Row],
    names: Sequence[Name],
    units: Sequence[Unit],
    events: Sequence[DatedEvent],
    scale: Scale,
    addresses: Addresses,
    reader: str,
    told: Mapping[str, Accounts],
) -> tuple[Svg, Svg]:
    """The names of the rows, and beside them the time. ``names`` are in the order of ``rows``, ``units`` those of the scale,
    ``told`` the accounts of each event."""
    below = AXIS + FIRST + ROW * (len(rows) - 1)
    above = event_drawing.drawn(events, scale, reader, below=below, told=told)
    top = above.height
    bases = [top + AXIS + FIRST + ROW * n for n in range(len(rows))]
    highest = max((max(row.counts) for row in rows[1:]), default=0)
    bars = (
        _Row(row, base, highest if row.place else max(row.counts), scale.column).drawn(units, addresses)
        for row, base in zip(rows, bases, strict=True)
    )
    labels = (_label(row, name, base) for row, name, base in zip(rows, names, bases, strict=True))
    height = top + below + FOOT
    time = "".join([above.rules, *_axis(units, scale, top, below, addresses), *bars, above.events])
    return Svg(NAMES, height, mark_safe("".join(labels))), Svg(scale.width, height, mark_safe(time))


def _axis(units: Sequence[Unit], scale: Scale, top: int, below: int, addresses: Addresses) -> Iterator[str]:
    """The names of the units, every other where they are too close, with a line where a year begins. A month leads to its
    testimonies, a year to its months."""
    for number, unit in enumerate(units):
        left, middle = number * scale.column, (number + 0.5) * scale.column
        if unit.year:
            yield f'<path class="year" d="M{left + 0.5} {top}v{below}"/>'
            yield _link(addresses.times(period=unit.year), unit.year, left, top + 2, f'x="{left + 5}"', unit.year)
        leads = addresses.interviews if unit.short != unit.words else addresses.times
        place = f'x="{middle:g}" text-anchor="middle"'
        is_left_out = number % 2 and room(unit.short, UNIT) + GAP > scale.column
        text = "" if is_left_out else unit.short
        yield _link(leads(period=unit.period), unit.words, left, top + AXIS - 26, place, text, scale.column)


def _link(address: str, title: str, left: float, top: int, place: str, text: str, width: int = 48) -> str:
    """A word of the axis, if there is room for it, as a link that is 24 high."""
    word = f'<text class="unit" {place} y="{top + 17}">{escape(text)}</text>' if text else ""
    return (
        f'<a href="{escape(address)}" tabindex="-1"><title>{escape(title)}</title><rect class="room" x="{left}" y="{top}"'
        f' width="{width}" height="24"/>{word}</a>'
    )


class _Row:
    """A row of bars that stand on ``base``; ``most`` is the count that takes all its height."""

    def __init__(self, row: Row, base: int, most: int, column: int):
        self.row, self.base, self.most, self.column = row, base, most, column
        self.height = ROW if row.place else FIRST

    def drawn(self, units: Sequence[Unit], addresses: Addresses) -> str:
        row, end = self.row, len(units) * self.column
        bars = (
            f'<a href="{escape(addresses.interviews(period=unit.period, place=row.place))}" tabindex="-1">'
            f"<title>{escape(unit.words)}: {count}</title>{self._bar(number * self.column, count, sure)}</a>"
            for number, (unit, count, sure) in enumerate(zip(units, row.counts, row.sure, strict=True))
            if count
        )
        return f'<path class="base" d="M0 {self.base + 0.5}H{end}"/>{"".join(bars)}'

    def _bar(self, left: int, count: int, sure: int) -> str:
        """What is sure stands dark at the foot, what may be pale above it, the number on top if there is room."""
        tall = max(LEAST, count * (self.height - NUMBER - 8) // self.most)
        dark = max(LEAST, tall * sure // count) if sure else 0
        top, x, width = self.base - tall, left + GAP, self.column - 2 * GAP
        parts = [f'<rect class="room" x="{left}" y="{self.base - self.height + 4}" width="{self.column}"']
        parts.append(f' height="{self.height - 4}"/>')
        if dark < tall:
            parts.append(
                f'<rect class="perhaps" x="{x + 0.5}" y="{top + 0.5}" width="{width - 1}" height="{tall - 0.5}"/>'
            )
        if dark:
            parts.append(f'<rect class="sure" x="{x}" y="{self.base - dark}" width="{width}" height="{dark}"/>')
        if room(str(count), SMALL) <= self.column:
            middle = left + self.column / 2
            parts.append(f'<text class="number" x="{middle:g}" y="{top - 5}" text-anchor="middle">{count}</text>')
        return "".join(parts)


def _label(row: Row, name: Name, base: int) -> str:
    """The name of a row, a link to the timeline of the place, with the number of its testimonies."""
    left = INDENT * name.depth
    shown = lines(name.text, SIZE, NAMES - left - 26, 2)
    first = base - 8 - 19 * (len(shown) - 1)
    lang = f' lang="{name.language}"' if name.language else ""
    spans = "".join(f'<tspan x="{left}" y="{first + 19 * n}">{escape(line)}</tspan>' for n, line in enumerate(shown))
    text = f"<text{lang}>{spans}</text>"
    if name.address:
        text = (
            f'<a href="{escape(name.address)}" tabindex="-1"><title>{escape(name.text)}</title>'
            f'<rect class="room" x="0" y="{base - 48}" width="{NAMES}" height="46"/>{text}</a>'
        )
    return (
        f'<path class="base" d="M0 {base + 0.5}H{NAMES}"/>{text}'
        f'<text class="number" x="{NAMES - 8}" y="{base - 8}" text-anchor="end">{row.count}</text>'
    )
