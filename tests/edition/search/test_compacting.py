"""An index in many pieces becomes one in few, and answers as before."""

import pytest
from django.db import connection

from archive.edition.search import search
from archive.edition.search.compacting import compact
from archive.edition.search.tables import EDITION
from tests.edition.factory import document, publish_document, transcript

pytestmark = pytest.mark.django_db


def scattered() -> int:
    """The pieces of both tables that lie beside the first ones."""
    found = 0
    with connection.cursor() as cursor:
        for table in EDITION:
            if connection.vendor == "sqlite":
                cursor.execute(f"SELECT count(DISTINCT segid) FROM {table}_idx")
                found += cursor.fetchone()[0] - 1
            else:
                cursor.execute("SELECT gin_clean_pending_list(%s)", [f"{table}_words"])
                found += cursor.fetchone()[0]
    return found


@pytest.fixture
def published():
    for number in range(6):
        said = transcript(*(f"Того дня ми сиділи в підвалі, запис {number}, речення {n}" for n in range(30)))
        publish_document(document(texts=(said,)), reference=f"AAA-AA{number}")


@pytest.mark.parametrize("wholly", [False, True])
def test_what_was_found_before_is_found_after(published, wholly):
    before = search("підвал день", language="uk")
    compact(wholly=wholly)
    after = search("підвал день", language="uk")
    assert list(after.ranked) == list(before.ranked) and len(after.ranked) == 6
    assert after.passages(after.ranked) == before.passages(before.ranked)


def test_all_pieces_become_one(published):
    if connection.vendor == "sqlite":
        assert scattered() > 0
    compact(wholly=True)
    assert scattered() == 0


def test_it_stops_after_so_many_steps_and_goes_on_next_time(published):
    for _round in range(40):
        compact(wholly=True, steps=1)
    assert scattered() == 0
    assert search("підвал", language="uk").total == 6
