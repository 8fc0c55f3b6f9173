"""New words of a collection are compared with its public testimonies before readers see them."""

from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from archive.catalogue.models import Collection, Interview
from archive.document.authority import CollectionCard
from archive.edition.models import PublishedInterview
from archive.jobs.queue import digest as key_of
from archive.jobs.queue import enqueue

from .beside import Beside
from .collection_words import card_of, digest
from .pages import close, locked_edition, put_collection
from .people import people_of

LOOK = "publishing.look_through"


@dataclass
class Looked:
    """Words of a collection, the numbers of the public testimonies that were compared with them, and the keys of those of
    which they name somebody."""

    card: CollectionCard
    at: set[int] = field(default_factory=set)
    naming: set[str] = field(default_factory=set)


def look_through_soon(collection: Collection) -> None:
    """Have the worker compare the words of a collection with its public testimonies."""
    payload = {"collection": collection.slug}
    enqueue(LOOK, key=key_of(payload), payload=payload, again=True)


def forget_looking(collection: Collection) -> None:
    """What was found out about words that have changed since says nothing of them when they come back: testimonies that
    became public meanwhile were compared with others."""
    if collection.looked_through.get("words") != digest(card_of(collection)):
        collection.looked_through = {}
        Collection.objects.filter(pk=collection.pk).update(looked_through={})


def look_through(slug: str) -> Looked:
    """Read all public testimonies of a collection beside its words, without keeping anybody waiting."""
    looked = Looked(card_of(Collection.objects.get(slug=slug)))
    _look_on(looked)
    return looked


@transaction.atomic
def decide(looked: Looked) -> None:
    """Show the words if they name nobody whom one of the testimonies withholds, nor one who tells it; else keep of which
    testimonies they do.

    What became public meanwhile is looked at under the lock of the edition, so that no testimony comes in between. The
    collection is locked before the edition, as where it is saved.
    """
    collection = Collection.objects.select_for_update(no_key=True).get(slug=looked.card.slug)
    edition = locked_edition()
    if card_of(collection) != looked.card:
        return  # saved again meanwhile, and so asked for again
    _look_on(looked)
    found = {"words": digest(looked.card), "because_of": sorted(looked.naming)}
    Collection.objects.filter(pk=collection.pk).update(looked_through=found)
    if not looked.naming and _public(looked.card).exists():
        _row, changed = put_collection(looked.card.slug)
        close(edition, edition.coming(timezone.now()), changed)


def _look_on(looked: Looked) -> None:
    """Look at every public testimony that was not looked at yet."""
    for number in sorted({*_public(looked.card).values_list("pk", flat=True)} - looked.at):
        looked.at.add(number)
        row = _public(looked.card).filter(pk=number).first()
        interview = Interview.objects.filter(publication__reference=row.reference).first() if row else None
        if interview and Beside(interview, row.content, people_of(interview)).is_named_by(looked.card):
            looked.naming.add(interview.key)


def _public(card: CollectionCard) -> QuerySet[PublishedInterview]:
    return PublishedInterview.everything.filter(collection__slug=card.slug)
