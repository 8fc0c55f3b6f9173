from importlib import import_module
from types import SimpleNamespace

import pytest
from django.db import DatabaseError, connection, transaction

from archive.edition.search import search

from .factory import document, publish_document

pytestmark = pytest.mark.django_db
migration = import_module("archive.edition.migrations.0002_search_index")


def execute(statement, params=None):
    with connection.cursor() as cursor:
        cursor.execute(statement, params)


def test_the_index_can_be_taken_down_and_is_built_again_over_what_is_there():
    interview = publish_document(document(title={"uk": "Підвал"}), reference="7K2-QX9")
    connection.check_constraints()  # PostgreSQL alters no table that checks are pending for
    editor = SimpleNamespace(connection=connection, execute=execute)
    migration.drop(None, editor)
    with pytest.raises(DatabaseError), transaction.atomic():
        search("підвал", language="uk")
    migration.build(None, editor)
    assert search("підвал", language="uk").ranked == [interview.pk]
    interview.delete()
    assert search("підвал", language="uk").ranked == []
