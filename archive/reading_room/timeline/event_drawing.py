"""The events above the months, as SVG: what is sure is solid, what is in doubt dashed, an end nobody knows dotted."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _

from archive.document.text import read
from archive.language import dates

from ..told_time import bar, dot, ends
from .account_drawing import HEIGHT, bars
from .account_drawing import SIZE as SMALL
from .accounts import Accounts
from .events import DatedEvent
from .lanes import Stretch, lanes
from .lettering import lines, room
from .scale import Scale

LANE = 40
"""Height of one event with its name."""
SIZE = 15
LONGEST_NAME = 560
MORE = 24
"""Height of the link to accounts that are not drawn."""
GAP = 14
DOT, BESIDE = 5, 4


class Drawn(NamedTuple):
    """``rules`` are the lines that single days draw through what stands below, ``events`` lie above, ``height`` high."""

    rules: str
    events: str
    height: int


def drawn(
    events: Sequence[DatedEvent], scale: Scale, reader: str, *, below: int, told: Mapping[str, Accounts] | None = None
) -> Drawn:
    """The events, each a link to its page, with the accounts ``told`` of them by slug; ``below`` is the height of what
    stands under them."""
    given = told or {}
    placed = [_Placed(event, scale, reader, given.get(event.card.slug, Accounts())) for event in events]
    found = lanes([one.stretch for one in placed], gap=GAP)
    tops = [0]
    for lane in range(max(found, default=-1) + 1):
        tops.append(tops[-1] + max(one.height for one, at in zip(placed, found, strict=True) if at == lane))
    return Drawn(
        "".join(one.rule(tops[lane], tops[-1] + below) for one, lane in zip(placed, found, strict=True)),
        "".join(one.drawn(tops[lane]) for one, lane in zip(placed, found, strict=True)),
        tops[-1],
    )


class _Placed:
    """An event where it lies. ``start`` and ``end`` are those of its bar, inside the drawing."""

    def __init__(self, event: DatedEvent, scale: Scale, reader: str, told: Accounts):
        self.event, self.scale, self.reader = event, scale, reader
        self.start, self.end = ends(event.time, scale)
        self.name = read(event.card.name, reader)
        (self.text,) = lines(str(self.name or event.card.slug), SIZE, min(LONGEST_NAME, scale.width - 2 * DOT), 1)
        beside, width = (2 * DOT if event.time.is_day else BESIDE), room(self.text, SIZE)
        self.is_turned = self.start + beside + width > scale.width
        self.anchor = (
            (self.start if event.time.is_day else self.end) - beside if self.is_turned else self.start + beside
        )
        self.anchor = max(self.anchor, width) if self.is_turned else self.anchor
        edge = self.anchor - width if self.is_turned else self.anchor + width
        self.own = Stretch(min(self.start - DOT, edge), max(self.end, self.start + DOT, edge))
        self.accounts, has_more = bars(told, event.card.happened, scale, reader)
        self.more = _More(self) if has_more else None
        every = [self.own, *(account.stretch for account in self.accounts)]
        every += [self.more.stretch] if self.more else []
        self.stretch = Stretch(min(one.start for one in every), max(one.end for one in every))
        self.height = LANE + HEIGHT * len(self.accounts) + (MORE if self.more else 0)

    def rule(self, top: int, bottom: int) -> str:
        """The line that a single day draws through the months."""
        if not self.event.time.is_day:
            return ""
        kind = "rule" if self.event.time.is_sure else "rule doubt"
        return f'<path class="{kind}" d="M{self.start:.1f} {top + 12}V{bottom}"/>'

    def drawn(self, top: int) -> str:
        card, reader = self.event.card, self.reader
        lang = f' lang="{self.name.language}"' if self.name and self.name.is_fallback else ""
        turned = ' text-anchor="end"' if self.is_turned else ""
        return (
            f'<a class="event" href="{reverse("event-detail", args=[card.slug])}" tabindex="-1">'
            f"<title>{escape(str(self.name or card.slug))} · {escape(dates.show(card.happened, reader))}</title>"
            f'<rect class="room" x="{self.own.start:.1f}" y="{top}"'
            f' width="{self.own.end - self.own.start:.1f}" height="{LANE - 4}"/>'
            f"{self._time(top)}"
            f'<text x="{self.anchor:.1f}" y="{top + 17}"{turned}{lang}>{escape(self.text)}</text></a>{self._accounts(top + LANE - 4)}'
        )

    def _accounts(self, top: int) -> str:
        drawn = [one.drawn(self.scale, top + HEIGHT * n) for n, one in enumerate(self.accounts)]
        return "".join(drawn) + (self.more.drawn(top + HEIGHT * len(drawn)) if self.more else "")

    def _time(self, top: int) -> str:
        told = self.event.time
        if told.is_day:
            return dot(told, self.start, top + 12, DOT)
        return bar(told, self.scale, top + 26) + self._ends(top + 26)

    def _ends(self, middle: int) -> str:
        """Strokes at the first and last day it may mean, where these are known and within the drawing."""
        bounds = ((self.event.time.earliest, self.start), (self.event.time.latest, self.end))
        places = [place for day, place in bounds if day and 0 < place < self.scale.width]
        return "".join(f'<path class="end" d="M{place:.1f} {middle - 6}v12"/>' for place in places)


class _More:
    """That an event has more accounts than are drawn: a link to the event below, where they stand in a table."""

    def __init__(self, event: _Placed):
        self.address = f"#event-{event.event.card.slug}"
        self.text = _("There are more accounts: see all")
        width = room(self.text, SMALL)
        self.left = max(min(event.start + BESIDE, event.scale.width - width), 0)
        self.stretch = Stretch(self.left, self.left + width)

    def drawn(self, top: float) -> str:
        left, right = self.stretch
        return (
            f'<a class="more" href="{escape(self.address)}" tabindex="-1">'
            f'<rect class="room" x="{left:.1f}" y="{top}" width="{right - left:.1f}" height="{MORE}"/>'
            f'<text x="{left:.1f}" y="{top + 16}">{escape(self.text)}</text></a>'
        )
