"""The words of a collection: public as they are saved, but for new ones beside testimonies that are public already.

Those are public once the worker has looked through these testimonies and found that the words name nobody who tells one
of them or is withheld there (``looking_through``). Until then, or where they name somebody, the former words stay.
"""

import re
from collections.abc import Iterator

from archive.catalogue.models import Collection
from archive.document import canonical
from archive.document.authority import CollectionCard
from archive.edition.models import PublishedCollection

from .assemble import text

_END = re.compile(r"(?<=[.!?…])\s+|\n")


def card_of(collection: Collection) -> CollectionCard:
    """The collection as the catalogue has it."""
    return CollectionCard(
        slug=collection.slug,
        name=text(collection, "name"),
        description=text(collection, "description"),
        demonstration_mark=text(collection, "demonstration_mark"),
    )


def card_to_show(collection: Collection) -> CollectionCard:
    """The collection as readers may have it now."""
    card, former = card_of(collection), public_card(collection)
    found = collection.looked_through
    is_fit = found.get("words") == digest(card) and not found["because_of"]
    return card if former is None or is_fit or _sentences(card) <= _sentences(former) else former


def public_card(collection: Collection) -> CollectionCard | None:
    """The collection as readers have it; None while nothing of it is public."""
    row = PublishedCollection.everything.filter(slug=collection.slug).first()
    return row and row.content


def is_waiting(collection: Collection) -> bool:
    """Whether nobody has looked through its testimonies yet for those whom its new words may name."""
    is_seen = collection.looked_through.get("words") == digest(card_of(collection))
    return not is_seen and card_to_show(collection) != card_of(collection)


def digest(card: CollectionCard) -> str:
    return canonical.digest(card)


def texts(card: CollectionCard) -> Iterator[tuple[str, str]]:
    """Each text of the card with its language."""
    for one in (card.name, card.description, card.demonstration_mark):
        yield from one.items()


def _sentences(card: CollectionCard) -> set[tuple[str, str]]:
    """What is said, by language: what only leaves some of it out says nobody new."""
    said = ((language, _END.split(content)) for language, content in texts(card))
    return {(language, sentence.strip()) for language, sentences in said for sentence in sentences}
