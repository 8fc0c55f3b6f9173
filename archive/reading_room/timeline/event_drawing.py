"""The events above the months, as SVG: what is sure is solid, what is in doubt dashed, an end nobody knows dotted."""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from django.urls import reverse

from archive.document.text import read
from archive.language import dates

from .events import DatedEvent
from .lanes import Stretch, lanes
from .lettering import lines, room
from .scale import Scale

LANE = 40
"""Height of one event with its name."""
SIZE = 15
LONGEST_NAME = 560
GAP = 14
DOT, BESIDE = 5, 4


class Drawn(NamedTuple):
    """``rules`` are the lines that single days draw through what stands below, ``events`` lie above, ``height`` high."""

    rules: str
    events: str
    height: int


def drawn(events: Sequence[DatedEvent], scale: Scale, reader: str, *, below: int) -> Drawn:
    """The events, each a link to its page; ``below`` is the height of what stands under them."""
    placed = [_Placed(event, scale, reader) for event in events]
    found = lanes([one.stretch for one in placed], gap=GAP)
    height = (max(found, default=-1) + 1) * LANE
    return Drawn(
        "".join(one.rule(lane * LANE, height + below) for one, lane in zip(placed, found, strict=True)),
        "".join(one.drawn(lane * LANE) for one, lane in zip(placed, found, strict=True)),
        height,
    )


class _Placed:
    """An event where it lies. ``start`` and ``end`` are those of its bar, inside the drawing."""

    def __init__(self, event: DatedEvent, scale: Scale, reader: str):
        self.event, self.scale, self.reader = event, scale, reader
        self.start = scale.inside(scale.beginning(event.earliest)) if event.earliest else 0.0
        self.end = scale.inside(scale.end(event.latest)) if event.latest else float(scale.width)
        self.name = read(event.card.name, reader)
        (self.text,) = lines(str(self.name or event.card.slug), SIZE, LONGEST_NAME, 1)
        beside, width = (2 * DOT if event.is_day else BESIDE), room(self.text, SIZE)
        self.is_turned = self.start + beside + width > scale.width
        self.anchor = (self.start if event.is_day else self.end) - beside if self.is_turned else self.start + beside
        edge = self.anchor - width if self.is_turned else self.anchor + width
        self.stretch = Stretch(min(self.start - DOT, edge), max(self.end, self.start + DOT, edge))

    def rule(self, top: int, bottom: int) -> str:
        """The line that a single day draws through the months."""
        if not self.event.is_day:
            return ""
        kind = "rule" if self.event.is_sure else "rule doubt"
        return f'<path class="{kind}" d="M{self.start:.1f} {top + 12}V{bottom}"/>'

    def drawn(self, top: int) -> str:
        card, reader = self.event.card, self.reader
        lang = f' lang="{self.name.language}"' if self.name and self.name.is_fallback else ""
        turned = ' text-anchor="end"' if self.is_turned else ""
        return (
            f'<a class="event" href="{reverse("event-detail", args=[card.slug])}" tabindex="-1">'
            f"<title>{escape(str(self.name or card.slug))} · {escape(dates.show(card.happened, reader))}</title>"
            f'<rect class="room" x="{self.stretch.start:.1f}" y="{top}"'
            f' width="{self.stretch.end - self.stretch.start:.1f}" height="{LANE - 4}"/>'
            f"{self._dot(top) if self.event.is_day else self._bar(top + 26)}"
            f'<text x="{self.anchor:.1f}" y="{top + 17}"{turned}{lang}>{escape(self.text)}</text></a>'
        )

    def _dot(self, top: int) -> str:
        kind = "sure" if self.event.is_sure else "perhaps"
        return f'<circle class="{kind}" cx="{self.start:.1f}" cy="{top + 12}" r="{DOT}"/>'

    def _bar(self, middle: int) -> str:
        event, scale = self.event, self.scale
        before, after = "open" if event.earliest is None else "doubt", "open" if event.latest is None else "doubt"
        if not event.is_sure:
            kind = "open" if "open" in (before, after) else "doubt"
            return _line(kind, self.start, self.end, middle) + self._ends(middle)
        start = scale.inside(scale.beginning(event.surely_from))
        end = scale.inside(scale.end(event.surely_until))
        solid = f'<rect class="sure" x="{start:.1f}" y="{middle - 3}" width="{end - start:.1f}" height="6"/>'
        return (
            _line(before, self.start, start, middle) + solid + _line(after, end, self.end, middle) + self._ends(middle)
        )

    def _ends(self, middle: int) -> str:
        """Strokes at the first and last day it may mean, where these are known and within the drawing."""
        bounds = ((self.event.earliest, self.start), (self.event.latest, self.end))
        places = [place for day, place in bounds if day and 0 < place < self.scale.width]
        return "".join(f'<path class="end" d="M{place:.1f} {middle - 6}v12"/>' for place in places)


def _line(kind: str, start: float, end: float, middle: int) -> str:
    return f'<path class="{kind}" d="M{start:.1f} {middle}H{end:.1f}"/>' if end - start > 0.5 else ""
