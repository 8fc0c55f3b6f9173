"""The dated events that the testimonies shown tell about."""

from dataclasses import dataclass
from datetime import date

from archive.document.authority import AuthorityCard
from archive.edition.filters import InterviewFilter
from archive.edition.span import Span

from ..authorities import of_kind
from ..told_time import ToldTime

MOST_EVENTS = 12


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """An event and how many of the testimonies tell about it."""

    card: AuthorityCard
    count: int
    time: ToldTime

    @classmethod
    def of(cls, card: AuthorityCard, count: int) -> "DatedEvent":
        return cls(card, count, ToldTime.of(card.happened))


def events(filterset: InterviewFilter, span: Span) -> tuple[list[DatedEvent], int]:
    """Those that happened in the time shown, the most told of, in the order of time; and how many more there are."""
    counts = filterset.current.counts(["event"], filterset.members_but_for("period"))["event"]
    dated = (card for slug, card in of_kind("event").items() if slug in counts and card.happened)
    found = [event for card in dated if (event := DatedEvent.of(card, counts[card.slug])).time.meets(span)]
    found.sort(key=lambda event: (-event.count, event.card.slug))
    shown = sorted(
        found[:MOST_EVENTS], key=lambda e: (e.time.earliest or date.min, e.time.latest or date.max, e.card.slug)
    )
    return shown, len(found) - len(shown)
