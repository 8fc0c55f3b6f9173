"""The full-text index never holds a word of an interview that is gone, whoever deletes it.

Signals, because a row deleted by a cascade, a shell or the emptying of a whole database has to leave the index too.
"""

from django.db import connections
from django.db.models.signals import post_migrate, pre_delete

from . import index
from .engine import ENGINES
from .tables import EDITION


def take_out(sender, instance, **kwargs) -> None:
    index.remove(instance.pk)


def empty_with_the_tables(sender, using, **kwargs) -> None:
    """After a flush nothing is indexed, and the index, whose tables Django does not know, has to be as empty."""
    from ..models import IndexedInterview, VocabularyWord

    connection = connections[using]
    known = connection.introspection.table_names()
    tables = [model._meta.db_table for model in (IndexedInterview, VocabularyWord)]
    if set(tables) <= set(known) and not IndexedInterview.objects.using(using).exists():
        with connection.cursor() as cursor:
            for statement in ENGINES[connection.vendor].empty(EDITION):
                cursor.execute(statement)
            VocabularyWord.objects.using(using).all().delete()


def connect(app) -> None:
    from ..models import PublishedInterview

    pre_delete.connect(take_out, sender=PublishedInterview, dispatch_uid="edition.search.take_out")
    post_migrate.connect(empty_with_the_tables, sender=app, dispatch_uid="edition.search.empty")
