"""The public cards of places, topics, events and persons that a page names, fetched together."""

from collections.abc import Iterable
from functools import reduce
from operator import or_

from django.db.models import Q

from archive.document.authority import AuthorityCard
from archive.edition.models import FormerAddress, PublishedAuthority

Cards = dict[tuple[str, str], AuthorityCard]


def cards(wanted: Iterable[tuple[str, str]]) -> Cards:
    """The cards of these (kind, slug) that are public now, in one query; none for an empty list."""
    slugs: dict[str, set[str]] = {}
    for kind, slug in wanted:
        slugs.setdefault(kind, set()).add(slug)
    if not slugs:
        return {}
    condition = reduce(or_, (Q(kind=kind, slug__in=found) for kind, found in slugs.items()))
    return {(row.kind, row.slug): row.content for row in PublishedAuthority.objects.filter(condition)}


def of_kind(kind: str) -> dict[str, AuthorityCard]:
    """All public cards of a kind by slug, in one query."""
    return {row.slug: row.content for row in PublishedAuthority.objects.filter(kind=kind)}


def now_at(kind: str, slug: str) -> str | None:
    """Where the record that once had this address stands, if it is public now."""
    former = FormerAddress.objects.filter(kind=kind, slug=slug).first()
    if former and PublishedAuthority.objects.filter(kind=kind, slug=former.target).exists():
        return former.target
    return None


def trail(slug: str, cards: dict[str, AuthorityCard]) -> list[AuthorityCard]:
    """What a place or topic is part of, the broadest first; a circle of parents is walked once."""
    found: list[AuthorityCard] = []
    card = cards[slug]
    while (card := cards.get(card.parent)) and card.slug != slug and card not in found:
        found.insert(0, card)
    return found
