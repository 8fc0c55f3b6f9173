"""Facts written together are published together: once, before the transaction that holds them ends."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from django.db import transaction

from archive.catalogue.models import Collection, Interview

from .door import lock_all, publish_all
from .pages import refresh_collection


@dataclass
class Gathered:
    """Keys of interviews to publish, of all that were marked as edited meanwhile, and of collections that were saved."""

    narrowed: set[int] = field(default_factory=set)
    marked: set[int] = field(default_factory=set)
    collections: set[int] = field(default_factory=set)


_gathered: ContextVar[Gathered | None] = ContextVar("gathered", default=None)


@contextmanager
def together() -> Iterator[None]:
    """Publish once at the end what facts inside narrow, in one transaction with them; on an error nothing is kept.

    Opens a transaction of its own, or a savepoint of the one it stands in, so that nothing is ever committed without
    its publication. Inside another of these it adds to that one.
    """
    if _gathered.get() is not None:
        yield
        return
    with transaction.atomic():
        gathered = Gathered()
        token = _gathered.set(gathered)
        try:
            yield
        finally:
            _gathered.reset(token)
        if gathered.narrowed or gathered.collections:
            _publish(gathered)


def publish_narrowed(pks: Iterable[int], *, marked: Iterable[int]) -> None:
    """Publish these interviews at once, or at the end of the ``together`` that this stands in."""
    gathered = _gathered.get() or Gathered()
    gathered.narrowed.update(pks)
    gathered.marked.update(marked)
    if _gathered.get() is None and (gathered.narrowed or gathered.marked):
        _publish(gathered)


def show_collection(collection: Collection) -> None:
    """Bring the public words of a collection up to date at once, or at the end of the ``together`` that this stands in."""
    if gathered := _gathered.get():
        gathered.collections.add(collection.pk)
    else:
        refresh_collection(collection)


@transaction.atomic
def _publish(gathered: Gathered) -> None:
    """Lock interviews first, those too that are only marked: PostgreSQL asks for their rows when it commits the marks.

    Whoever approves one of those for the first time holds its row and waits for the edition, which would be held here.
    """
    lock_all(gathered.narrowed | gathered.marked)
    for collection in Collection.objects.filter(pk__in=gathered.collections).order_by("pk"):
        refresh_collection(collection)
    publish_all(Interview.objects.filter(pk__in=gathered.narrowed))
