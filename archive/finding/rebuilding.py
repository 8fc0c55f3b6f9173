"""The private index made anew, record by record, while it goes on answering."""

from collections.abc import Callable

from django.db import connection, transaction

from archive.catalogue.models import OutdatedRecord, Sheet
from archive.edition.search.compacting import compact
from archive.edition.search.engine import ENGINES

from . import writing
from .nouns import ROOT_MODELS
from .numbers import Record
from .tables import TABLES

AT_ONCE = 500
ANEW = OutdatedRecord.Wanted.ANEW


def rebuild(*, report: Callable[[int, int], None] = lambda done, total: None) -> int:
    """Read every record again and put it in anew; returns the number of records read.

    It may be interrupted at any moment: each record is whole, and the next run goes on where this one stopped.
    """
    if not is_unfinished():
        begin()
    waiting, done = OutdatedRecord.objects.filter(wanted=ANEW).order_by("pk"), 0
    total = waiting.count()
    while some := list(waiting[:AT_ONCE]):
        for row in some:
            record = Record(row.root, row.record)
            drawn = writing.draw(record, anew=True)
            with transaction.atomic():
                writing.put(record, drawn)
                row.delete()
            done += 1
            report(done, total)
    compact(TABLES, wholly=True)
    return done


def is_unfinished() -> bool:
    """Whether records are left that a run was to read."""
    return OutdatedRecord.objects.filter(wanted=ANEW).exists()


def forget() -> None:
    """Let go of an interrupted run: the next one reads every record."""
    OutdatedRecord.objects.filter(wanted=ANEW).delete()


@transaction.atomic
def begin() -> None:
    """Note every record. An index that does not hold what its sheets say is emptied: nothing can be taken out of it."""
    noted = OutdatedRecord._meta.db_table
    with connection.cursor() as cursor:
        if not _is_sound():
            Sheet.objects.all().delete()
            for statement in ENGINES[connection.vendor].empty(TABLES):
                cursor.execute(statement)
        for root, model in ROOT_MODELS.items():
            every = f"SELECT %s, id, %s FROM {model._meta.db_table} ORDER BY id"
            cursor.execute(f"INSERT INTO {noted} (root, record, wanted) {every}", [root, ANEW])


def _is_sound() -> bool:
    """Whether the index has a row for each text that a sheet says it has."""
    said = sum(map(len, Sheet.objects.values_list("places", flat=True).iterator()))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {TABLES.texts}")
        return cursor.fetchone()[0] == said
