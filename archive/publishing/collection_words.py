"""The words of a collection: public as they are saved, but for new ones beside testimonies that are public already.

Those are public once the worker has looked through these testimonies and found that the words name nobody who tells one
of them or is withheld there (``looking_through``). Until then, or where they name somebody, the former words stay.
"""

from collections.abc import Iterator

from archive.catalogue.models import Collection
from archive.document import canonical
from archive.document.authority import CollectionCard
from archive.edition.models import PublishedCollection
from archive.language.tokens import tokenise

from .assemble import text


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
    return _in_its_place(card_of(collection), collection, public_card(collection))


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


def _in_its_place(card: CollectionCard, collection: Collection, former: CollectionCard | None) -> CollectionCard:
    found = collection.looked_through
    is_fit = found.get("words") == digest(card) and not found["because_of"]
    return card if former is None or is_fit or _words(card) <= _words(former) else former


def _words(card: CollectionCard) -> set[str]:
    return {token.text.casefold() for _language, content in texts(card) for token in tokenise(content)}
