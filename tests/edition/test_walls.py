import pytest
from django.db import DatabaseError, connection, transaction

from archive.edition.models import PublishedInterview, Tombstone
from tests.walls import public_only

from .factory import document, publish_document

pytestmark = pytest.mark.django_db


def test_public_tables_are_read_inside_the_walls():
    interview = publish_document(document(), reference="7K2-QX9")
    with public_only():
        assert PublishedInterview.objects.get() == interview


@pytest.mark.parametrize("question", ["SELECT name FROM django_migrations", "SELECT count(*) FROM django_migrations"])
def test_a_private_table_is_not_readable_inside_and_is_again_outside(question):
    with public_only(), connection.cursor() as cursor, pytest.raises(DatabaseError), transaction.atomic():
        cursor.execute(question)
    with connection.cursor() as cursor:
        cursor.execute(question)
        assert cursor.fetchone()


def test_nothing_is_written_inside_the_walls():
    with public_only(), pytest.raises(DatabaseError), transaction.atomic():
        Tombstone.objects.create(reference="7K2-QX9")
    assert not Tombstone.objects.exists()
