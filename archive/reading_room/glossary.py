"""Words of the glossary as pages show them: under the name that the reader knows, the others beside it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import get_language

from archive.document.guides import TermCard
from archive.document.text import LANGUAGES, read
from archive.edition.alphabet import sort_key
from archive.edition.models import FacetValue, PublishedInterview, PublishedTerm


@dataclass(frozen=True, slots=True)
class Entry:
    """A word with its explanation; ``called`` is the name that the reader sees, ``others`` are those in other languages
    that are spelt otherwise, each with its language."""

    card: TermCard
    called: str
    others: list[tuple[str, str]]


def in_order(terms: Iterable[PublishedTerm]) -> list[Entry]:
    """The entries in the alphabet of the reader."""
    reader = get_language()
    entries = [_entry(term.content, reader) for term in terms]
    return sorted(entries, key=lambda entry: (sort_key(entry.called, reader), entry.card.slug))


def said_in(interview: PublishedInterview) -> list[Entry]:
    """The entries whose words the interview says, as publishing found them; one query."""
    said = FacetValue.objects.filter(facet=FacetValue.Facet.TERM, interview=interview).values("value")
    return in_order(PublishedTerm.objects.filter(slug__in=said))


def _entry(card: TermCard, reader: str) -> Entry:
    called = read(card.name, reader)
    others: dict[str, str] = {}
    for language in LANGUAGES:
        if language in card.name and card.name[language] != called.text:
            others.setdefault(card.name[language], language)
    return Entry(card, called.text, [(language, name) for name, language in others.items()])
