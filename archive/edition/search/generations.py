"""An index built beside the one that answers, and put in its place: whenever it is interrupted, one of them is whole."""

from django.db import connection, transaction

from ..models import IndexedInterview, PublishedInterview, VocabularyWord
from .engine import ENGINES
from .tables import EDITION

LIVE, NEXT = "", "_next"
"""The generation that answers and the one that is being built, as the names of their tables end."""


def is_building() -> bool:
    """Whether an index is being built beside the one that answers."""
    return IndexedInterview.objects.filter(generation=NEXT).exists()


@transaction.atomic
def begin() -> None:
    """Make the tables of the next index, unless a run that was interrupted has left them: then they are filled further."""
    engine, tables = ENGINES[connection.vendor], EDITION.ending_in(NEXT)
    if not is_building():
        _run([*engine.drop(tables), *engine.create(tables)])
        VocabularyWord.objects.filter(generation=NEXT).delete()


@transaction.atomic
def forget() -> None:
    """Let go of an index that was begun and not finished."""
    _run(ENGINES[connection.vendor].drop(EDITION.ending_in(NEXT)))
    for model in (IndexedInterview, VocabularyWord):
        model.objects.filter(generation=NEXT).delete()


def missing(most: int) -> list[int]:
    """The numbers of the next interviews that the new index does not hold yet."""
    held = IndexedInterview.objects.filter(generation=NEXT).values("interview")
    return list(PublishedInterview.everything.exclude(pk__in=held).order_by("pk").values_list("pk", flat=True)[:most])


@transaction.atomic
def swap() -> None:
    """Let the new index answer. The caller holds the lock on the edition, and nothing is missing."""
    engine = ENGINES[connection.vendor]
    _run([*engine.drop(EDITION), *engine.rename(EDITION.ending_in(NEXT), EDITION)])
    for model in (IndexedInterview, VocabularyWord):
        model.objects.filter(generation=LIVE).delete()
        model.objects.filter(generation=NEXT).update(generation=LIVE)


def _run(statements) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
