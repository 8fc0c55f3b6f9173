"""SQLite while a corpus is loaded."""

import pytest
from django.db import connection

from archive.edition.search.tables import EDITION
from archive.trial.corpus.much_writing import AS_A_RULE, PRAGMAS, WORDS_IN_MEMORY, much_writing

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL is written to as always"),
]


def asked(sql: str):
    with connection.cursor() as cursor:
        return cursor.execute(sql).fetchone()[0]


def pragmas() -> dict[str, int]:
    return {name: asked(f"PRAGMA {name}") for name in PRAGMAS}


def gathered() -> list[int]:
    return [asked(f"SELECT v FROM {table}_config WHERE k = 'hashsize'") for table in EDITION]


def test_what_is_set_for_much_writing_is_set_back_even_if_it_fails():
    before = pragmas()
    with pytest.raises(KeyboardInterrupt), much_writing():
        assert (pragmas(), gathered()) == (PRAGMAS, [WORDS_IN_MEMORY] * 2)
        raise KeyboardInterrupt
    assert before != PRAGMAS
    assert (pragmas(), gathered()) == (before, [AS_A_RULE] * 2)
