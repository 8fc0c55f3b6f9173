"""The dated events that the testimonies shown tell about."""

from dataclasses import dataclass
from datetime import date

from archive.document.authority import AuthorityCard
from archive.edition.filters import InterviewFilter
from archive.edition.span import Span, month
from archive.language import dates

from ..authorities import of_kind

MOST_EVENTS = 12


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """An event and how many of the testimonies tell about it. ``earliest`` and ``latest`` are the first and last day it
    may mean, ``surely_from`` and ``surely_until`` what is beyond doubt; None is an open end."""

    card: AuthorityCard
    count: int
    earliest: date | None
    latest: date | None
    surely_from: date | None
    surely_until: date | None

    @classmethod
    def of(cls, card: AuthorityCard, count: int) -> "DatedEvent":
        return cls(card, count, *dates.bounds(card.happened), *dates.sure(card.happened))

    @property
    def is_day(self) -> bool:
        """Whether it is one day, surely or perhaps."""
        return self.earliest == self.latest

    @property
    def is_sure(self) -> bool:
        """Whether any day of it is beyond doubt."""
        return None not in (self.surely_from, self.surely_until) and self.surely_from <= self.surely_until

    def meets(self, span: Span) -> bool:
        first, last = span.months
        begins_late = self.earliest is not None and month(self.earliest) > last
        return not begins_late and not (self.latest is not None and month(self.latest) < first)


def events(filterset: InterviewFilter, span: Span) -> tuple[list[DatedEvent], int]:
    """Those that happened in the time shown, the most told of, in the order of time; and how many more there are."""
    counts = filterset.current.counts(["event"], filterset.members_but_for("period"))["event"]
    dated = (card for slug, card in of_kind("event").items() if slug in counts and card.happened)
    found = [event for card in dated if (event := DatedEvent.of(card, counts[card.slug])).meets(span)]
    found.sort(key=lambda event: (-event.count, event.card.slug))
    shown = sorted(found[:MOST_EVENTS], key=lambda e: (e.earliest or date.min, e.latest or date.max, e.card.slug))
    return shown, len(found) - len(shown)
