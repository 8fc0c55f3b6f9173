"""Events in the order in which they happened."""

from collections.abc import Iterable
from datetime import date

from archive.document.authority import AuthorityCard

from .told_time import ToldTime


def in_time(cards: Iterable[AuthorityCard]) -> list[AuthorityCard]:
    """By the first day each may have begun on, the shorter of equals first; those without a date last, as they came."""
    return sorted(cards, key=_begun)


def _begun(card: AuthorityCard) -> tuple[bool, date, date]:
    if not card.happened:
        return True, date.max, date.max
    told = ToldTime.of(card.happened)
    return False, told.earliest or date.min, told.latest or date.max
