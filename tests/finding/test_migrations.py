from importlib import import_module
from types import SimpleNamespace

import pytest
from django.db import DatabaseError, connection, transaction

from archive.catalogue.models import Sheet
from archive.edition.search.engine import ENGINES
from archive.finding.tables import TABLES
from tests import cast

from .conftest import found, read_all

pytestmark = pytest.mark.django_db
migration = import_module("archive.catalogue.migrations.0025_sheets")


def execute(statement, params=None):
    with connection.cursor() as cursor:
        cursor.execute(statement, params)


def test_the_live_statements_are_those_of_the_migration():
    statements = {"sqlite": migration.SQLITE, "postgresql": migration.POSTGRESQL}[connection.vendor]
    assert set(ENGINES[connection.vendor].create(TABLES)) == set(statements)


def test_an_archive_that_was_there_before_is_read_by_the_workers():
    made = cast.interview()
    read_all()
    connection.check_constraints()  # PostgreSQL alters no table that checks are pending for
    editor = SimpleNamespace(connection=connection, execute=execute)
    migration.drop(None, editor)
    with pytest.raises(DatabaseError), transaction.atomic():
        found("підвал")
    Sheet.objects.all().delete()
    migration.create(None, editor)
    migration.note_all(None, editor)
    read_all()
    assert found("підвал") == [("interview", made.pk)]
