"""From a narrowed document to what it can be filtered by."""

from collections.abc import Iterable, Iterator, Mapping

from archive.document.authority import AuthorityCard
from archive.document.document import Document

from .models import NAMED, FacetValue
from .vocabulary import MIXED

Cards = Mapping[tuple[str, str], AuthorityCard]
"""Authorities as last approved, by kind and slug."""


def facet_values(document: Document, cards: Cards) -> list[FacetValue]:
    """What the document can be filtered by. Authorities without a card are not public and give no value."""
    direct, inherited = {}, {}
    for facet, value in _stated(document):
        if facet in AUTHORITIES and (facet, value) not in cards:
            continue
        direct[facet, value] = False
        inherited.update({(facet, broader): True for broader in _broader(facet, value, cards)})
    return [
        FacetValue(facet=facet, value=value, is_inherited=is_inherited)
        for (facet, value), is_inherited in sorted((inherited | direct).items())
    ]


def named_values(found: Iterable[tuple[str, str]], cards: Cards) -> list[FacetValue]:
    """What the words of a document name, by kind and slug, with what that is part of."""
    direct = {key: False for key in found if key in cards}
    inherited = {(kind, broader): True for kind, value in direct for broader in _broader(kind, value, cards)}
    return [
        FacetValue(facet=NAMED + kind, value=value, is_inherited=is_inherited)
        for (kind, value), is_inherited in sorted((inherited | direct).items())
    ]


def term_values(found: Iterable[str]) -> list[FacetValue]:
    """Which words of the glossary, by slug, a document says."""
    return [FacetValue(facet=FacetValue.Facet.TERM, value=slug) for slug in sorted(found)]


AUTHORITIES = ("place", "topic", "event", "person", "question")


def _stated(document: Document) -> Iterator[tuple[str, str]]:
    yield from (("place", reference.place) for reference in document.places)
    yield from (("topic", topic) for topic in document.topics)
    yield from (("topic", topic) for r in document.recordings for point in r.index for topic in point.topics)
    yield from (("event", event) for event in document.events)
    yield from (("person", person) for person in document.people)
    yield from (("person", speaker.identity) for speaker in document.speakers if speaker.identity)
    yield from (("language", language) for language in document.languages)
    yield from (("format", name) for name in document.formats)
    yield from (("warning", warning) for warning in document.warnings)
    yield from (("claim", claim.key) for claim in document.claims)
    yield from (("dates", claim.event) for claim in document.claims if claim.event)
    yield from (("question", claim.answers) for claim in document.claims if claim.answers)
    yield from (("relates", relation.claim) for claim in document.claims for relation in claim.relations)


def _broader(facet: str, value: str, cards: Cards) -> Iterator[str]:
    """Ancestors of a place or topic, nearest first; a circle of parents is walked once."""
    if facet == "language":
        yield from MIXED.get(value, ())
    seen = {value}
    while (card := cards.get((facet, value))) and card.parent and card.parent not in seen:
        value = card.parent
        if (facet, value) not in cards:
            return
        seen.add(value)
        yield value
