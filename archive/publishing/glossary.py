"""The words of the public glossary, found in texts in every form of theirs."""

from functools import lru_cache

from archive.catalogue.models import Term
from archive.document import canonical
from archive.document.guides import TermCard
from archive.edition.models import PublishedTerm
from archive.language.authorities import Authority, Form, Gazetteer, Label, forms_of

from .assemble import text

BY_LEMMA = "topic"
"""The kind of authority whose labels are found in every form of their words."""


def card_of(term: Term) -> TermCard:
    """An entry as it stands in the catalogue."""
    variants = {
        language: tuple(line.strip() for line in lines.splitlines() if line.strip())
        for language, lines in text(term, "variants").items()
    }
    return TermCard(slug=term.slug, name=text(term, "name"), explanation=text(term, "explanation"), variants=variants)


def words_of(card: TermCard) -> list[tuple[str, str]]:
    """Every word for it with its language, the entry's own first."""
    found = [(language, name) for language, name in sorted(card.name.items())]
    return found + [(language, name) for language, names in sorted(card.variants.items()) for name in names]


def finder() -> Gazetteer:
    """What finds the public glossary in texts, made anew only when an entry has changed."""
    return _finder(tuple(PublishedTerm.objects.order_by("slug").values_list("card", flat=True)))


@lru_cache(maxsize=4)
def _finder(cards: tuple[str, ...]) -> Gazetteer:
    return Gazetteer.from_forms(form for card in cards for form in _forms(card))


@lru_cache(maxsize=1024)
def _forms(card: str) -> tuple[Form, ...]:
    term = canonical.load(card, TermCard)
    labels = tuple(Label(name, language) for language, name in words_of(term))
    return tuple(forms_of(Authority(term.slug, BY_LEMMA, labels)))
