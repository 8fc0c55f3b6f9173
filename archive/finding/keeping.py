"""The private index follows the catalogue: what is changed is read again soon, what is deleted is out at once.

Signals, because a record saved by any form, command or shell has to be found. Reading again is left to the worker
(``OutdatedRecord``); taking out is done in the transaction of the deletion.
"""

from collections.abc import Callable, Sequence

from django.apps import apps
from django.db import connections, transaction
from django.db.models.signals import post_migrate, post_save, pre_delete

from archive.catalogue.models import Authority, CustodyEvent, Interview, OutdatedRecord, Sheet
from archive.edition.search.engine import ENGINES

from . import writing
from .nouns import NOUNS, OF_MODEL, ROOT_MODELS, Noun
from .numbers import Record, noun_of
from .tables import TABLES

Wanted = OutdatedRecord.Wanted

SAYS_MORE = {CustodyEvent.Act.SUBMITTED, CustodyEvent.Act.RETURNED}
"""Acts that write a text of an interview's own row without saving it."""


def note(record: Record, wanted: str = Wanted.READ) -> None:
    """Have a worker see to a record once this transaction is committed."""
    if record.pk is not None:
        OutdatedRecord.objects.create(root=record.root, record=record.pk, wanted=wanted)


def take_out(record: Record, nouns: Sequence[Noun] = NOUNS) -> None:
    """Take what nouns say of a record out of the index."""
    wanted = {noun.number for noun in nouns}
    sheets = writing.standing(record).select_for_update()
    writing.remove([sheet for sheet in sheets if noun_of(sheet.pk) in wanted])


def read_again(sender, instance, raw=False, **kwargs) -> None:
    if not raw:
        note(OF_MODEL[sender][0].record_of(instance))


class Deletion:
    """One deletion with all that goes along: of which records parts of which nouns were taken out for it.

    It waits for the commit, so that a rollback, which brings the words back, forgets it as well.
    """

    def __init__(self, origin):
        self.origin = origin
        self.records: dict[tuple, Record] = {}
        self.seen: set[tuple] = set()

    def __call__(self) -> None:
        """Nothing is left to be done after the commit."""

    @classmethod
    def going_on(cls, origin, using: str) -> "Deletion":
        """The one that began with ``origin``, an instance or a query set; without one nothing says what goes together."""
        waiting = (call for _savepoints, call, *_ in connections[using].run_on_commit)
        begun = (each for each in waiting if isinstance(each, cls) and each.origin is origin)
        found = next(begun, None) if origin is not None else None
        if found is None:
            found = cls(origin)
            transaction.on_commit(found, using=using)
        return found

    def record_of(self, part) -> Record:
        """Its record, looked up once for all parts of the same whole."""
        noun = OF_MODEL[type(part)][0]
        whole = type(part), getattr(part, part._meta.get_field(noun.path.split("__")[0]).attname)
        if whole not in self.records:
            self.records[whole] = noun.record_of(part)
        return self.records[whole]

    def take_out(self, record: Record, model) -> None:
        if (record, model) not in self.seen:
            take_out(record, OF_MODEL[model])
        if record not in {seen for seen, _model in self.seen}:
            note(record)
        self.seen.add((record, model))


def forget_part(sender, instance, using, origin=None, **kwargs) -> None:
    """What goes together with its record is taken out with it."""
    deletion = Deletion.going_on(origin, using)
    record = deletion.record_of(instance)
    is_with_record = issubclass(getattr(origin, "model", type(origin)), ROOT_MODELS[record.root])
    if record.pk is not None and not is_with_record:
        deletion.take_out(record, sender)


def forget(root: str) -> Callable:
    def receive(sender, instance, **kwargs) -> None:
        take_out(Record(root, instance.pk))
        OutdatedRecord.objects.filter(root=root, record=instance.pk).delete()

    return receive


def follow_acts(sender, instance: CustodyEvent, raw=False, **kwargs) -> None:
    """Some acts write past the signals of models; each of them is in the event log."""
    if raw:
        return
    if instance.act in SAYS_MORE:
        interview = Interview.objects.only("pk").get(key=instance.interview_key)
        note(Record("interview", interview.pk))
    elif instance.act == CustodyEvent.Act.AUTHORITY_APPROVED:
        authority = Authority.objects.only("pk").get(key=instance.object_key)
        note(Record("authority", authority.pk))
        note(Record("authority", authority.pk), Wanted.NAMES)


def empty_with_the_tables(sender, using, **kwargs) -> None:
    """After a flush the index, whose tables Django does not know, has to be as empty."""
    connection = connections[using]
    if Sheet._meta.db_table in connection.introspection.table_names() and not Sheet.objects.using(using).exists():
        with connection.cursor() as cursor:
            for statement in ENGINES[connection.vendor].empty(TABLES):
                cursor.execute(statement)


def connect() -> None:
    for model, nouns in OF_MODEL.items():
        post_save.connect(read_again, sender=model, dispatch_uid=f"finding.read.{model.__name__}")
        if not issubclass(model, ROOT_MODELS[nouns[0].root]):
            pre_delete.connect(forget_part, sender=model, dispatch_uid=f"finding.forget.{model.__name__}")
    for root, model in ROOT_MODELS.items():
        pre_delete.connect(forget(root), sender=model, weak=False, dispatch_uid=f"finding.forget.{root}")
    post_save.connect(follow_acts, sender=CustodyEvent, dispatch_uid="finding.acts")
    catalogue = apps.get_app_config("catalogue")
    post_migrate.connect(empty_with_the_tables, sender=catalogue, dispatch_uid="finding.empty")
