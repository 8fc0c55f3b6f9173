from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction

from archive.edition.models import IndexedInterview, PublishedInterview
from archive.edition.search import index, packing, search
from archive.edition.search.engine import ENGINES
from archive.edition.search.tables import EDITION

from .factory import document, publish_document

pytestmark = pytest.mark.django_db
migration = import_module("archive.edition.migrations.0005_search_storage")


def execute(statement, params=None):
    with connection.cursor() as cursor:
        cursor.execute(statement, params)


def test_the_index_can_be_taken_down_and_stands_again_for_what_is_published_anew():
    interview = publish_document(document(title={"uk": "Підвал"}), reference="7K2-QX9")
    connection.check_constraints()  # PostgreSQL alters no table that checks are pending for
    editor = SimpleNamespace(connection=connection, execute=execute)
    migration.drop(None, editor)
    with pytest.raises(DatabaseError), transaction.atomic():
        search("підвал", language="uk")
    migration.create(None, editor)
    assert list(search("підвал", language="uk").ranked) == []
    indexed = IndexedInterview.objects.get(interview=interview)
    packed = packing.load(indexed.packed)
    indexed.delete()
    index.put({interview.pk: index.made(packed)})
    assert list(search("підвал", language="uk").ranked) == [interview.pk]


def test_the_live_statements_are_those_of_the_migration():
    engine = ENGINES[connection.vendor]
    assert set(engine.create(EDITION)) == set(
        {"sqlite": migration.SQLITE, "postgresql": migration.POSTGRESQL}[connection.vendor]
    )


def test_interviews_published_before_say_what_is_told_for_sure():
    told = {"2022-03/2022-09": ("2022-03-31", "2022-09-01"), "2022?": (None, None), "": (None, None)}
    for number, date in enumerate(told):
        publish_document(document(told=date), reference=f"AAA-{number:03}", surely_earliest=None, surely_latest=None)
    import_module("archive.edition.migrations.0032_say_what_is_told_for_sure").say(apps, None)
    rows = PublishedInterview.everything.order_by("pk").values_list("surely_earliest", "surely_latest")
    assert [tuple(day and str(day) for day in row) for row in rows] == [*told.values()]
