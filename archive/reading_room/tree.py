"""Places and topics as a tree, in the alphabet of the reader."""

from dataclasses import dataclass

from django.utils.translation import get_language

from archive.document.authority import AuthorityCard
from archive.document.text import read
from archive.edition.alphabet import sort_key


@dataclass(frozen=True, slots=True)
class Branch:
    card: AuthorityCard
    count: int
    branches: list["Branch"]


def tree(cards: dict[str, AuthorityCard], counts: dict[str, int]) -> list[Branch]:
    """Branches without a broader one that is public; every card stands once, a circle of parents is cut."""
    below: dict[str, list[AuthorityCard]] = {}
    for card in in_order(cards.values()):
        below.setdefault(card.parent if card.parent in cards and card.parent != card.slug else "", []).append(card)
    placed: set[str] = set()

    def grow(parent: str) -> list[Branch]:
        found = [card for card in below.get(parent, []) if card.slug not in placed]
        placed.update(card.slug for card in found)
        return [Branch(card, counts.get(card.slug, 0), grow(card.slug)) for card in found]

    roots = grow("")
    rest = [card for card in in_order(cards.values()) if card.slug not in placed]
    return roots + [Branch(card, counts.get(card.slug, 0), []) for card in rest]


def in_order(cards) -> list[AuthorityCard]:
    """Cards by the name that the reader sees."""
    language = get_language()
    return sorted(
        cards, key=lambda card: sort_key(reading.text if (reading := read(card.name, language)) else "", language)
    )
