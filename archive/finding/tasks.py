"""The background work of the private index: records that changed are read again, each as a job of its own."""

from django.db import transaction

from archive.catalogue.models import Authority, OutdatedRecord
from archive.edition.search.compacting import compact
from archive.jobs.queue import digest, enqueue
from archive.jobs.registry import every, task

from . import names, writing
from .numbers import Record
from .tables import TABLES
from .writing import Drawn

READ = "finding.read"
NAMES = "finding.names"
JOBS = {OutdatedRecord.Wanted.READ: READ, OutdatedRecord.Wanted.NAMES: NAMES}

SECONDS = 3
HOUR = 60 * 60
AT_ONCE, MOST_STEPS = 500, 200
"""Changes seen to in one transaction, and steps of keeping the index in few pieces in one round of the clock."""


def read(payload: dict) -> Drawn:
    return writing.draw(Record(*payload["record"]))


@task(READ, prepare=read)
def put(payload: dict, drawn: Drawn) -> None:
    """Put what a record says now into the private index."""
    writing.put(Record(*payload["record"]), drawn)


@task(NAMES)
def find_names(payload: dict, _prepared) -> None:
    """Have all records read again whose words hold a name that was approved."""
    authority = Authority.objects.filter(pk=payload["record"][1]).exclude(snapshot="").first()
    for number in names.naming(authority) if authority else ():
        _ask(READ, Record.numbered(number))


@every(seconds=SECONDS)
def ask() -> None:
    """Ask for a job for each record that has changed, however often it did."""
    while _ask_for_some():
        pass


@transaction.atomic
def _ask_for_some() -> bool:
    changes = OutdatedRecord.objects.filter(wanted__in=JOBS).order_by("pk").select_for_update(skip_locked=True)
    changes = list(changes[:AT_ONCE])
    for wanted, root, pk in sorted({(change.wanted, change.root, change.record) for change in changes}):
        _ask(JOBS[wanted], Record(root, pk))
    OutdatedRecord.objects.filter(pk__in=[change.pk for change in changes]).delete()
    return bool(changes)


@every(seconds=HOUR)
def keep_the_private_index_in_few_pieces() -> None:
    """Join what was written lately with what is there, so that questions are answered quickly."""
    compact(TABLES, steps=MOST_STEPS)


def _ask(kind: str, record: Record) -> None:
    payload = {"record": list(record)}
    enqueue(kind, key=digest(payload), payload=payload, again=True)
