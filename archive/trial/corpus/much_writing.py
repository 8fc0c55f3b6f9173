"""SQLite set up for writing a great deal at once, and afterwards as it was."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

from archive.edition.search.tables import EDITION

PRAGMAS = {"cache_size": -65_536, "wal_autocheckpoint": 20_000}
"""KiB of pages in memory, and pages of the log that are copied into the file at once."""

WORDS_IN_MEMORY, AS_A_RULE = 64 << 20, 1 << 20
"""Bytes that FTS5 gathers before it writes a piece of an index (``hashsize``): so many that a batch becomes one piece."""


@contextmanager
def much_writing() -> Iterator[None]:
    """Let the connection write much at once. A commit lasts as before; after a kill nothing but FTS5's memory stays
    larger. PostgreSQL stays as it is."""
    if connection.vendor != "sqlite":
        yield
        return
    before = {name: _pragma(name) for name in PRAGMAS}
    _set(PRAGMAS, WORDS_IN_MEMORY)
    try:
        yield
    finally:
        _set(before, AS_A_RULE)


def _pragma(name: str) -> int:
    with connection.cursor() as cursor:
        return cursor.execute(f"PRAGMA {name}").fetchone()[0]


def _set(pragmas: dict[str, int], hash_size: int) -> None:
    with connection.cursor() as cursor:
        for name, value in pragmas.items():
            cursor.execute(f"PRAGMA {name}={value}")
        for table in EDITION:
            cursor.execute(f"INSERT INTO {table}({table}, rank) VALUES ('hashsize', %s)", [hash_size])
