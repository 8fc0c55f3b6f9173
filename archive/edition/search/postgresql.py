"""The full-text index in PostgreSQL's text search (https://www.postgresql.org/docs/current/datatype-textsearch.html).

One table holds every text, for phrases, scores and passages; one holds every interview as a whole, without positions,
for what is found and counted. Lexemes carry the letter of their stream, since PostgreSQL has no columns in an index;
its own parser is never asked.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

import numpy as np
from psycopg.pq import TransactionStatus
from pyroaring import BitMap

from archive.language.queries import Atom, Prefix
from archive.language.streams import FILLER

from ..models.search_entry import NUMBER_BITS
from .packing import Columns, LaidOut, Packed
from .tables import Tables
from .words import EVERY, Asked, indexed, ways

PIECE_BITS = 8
"""A whole of many words stands in several rows, ``interview << PIECE_BITS | number``: each word in one of them."""
MOST_BYTES, ROOM_OF_A_WORD = 500_000, 8


def create(tables: Tables) -> Iterable[str]:
    """The statements that make the two tables of an index."""
    for table in tables:
        yield f"CREATE TABLE {table} (id bigint PRIMARY KEY, words tsvector NOT NULL)"
        yield f"CREATE INDEX {table}_words ON {table} USING gin (words)"


def drop(tables: Tables) -> Iterable[str]:
    for table in tables:
        yield f"DROP TABLE IF EXISTS {table}"


def rename(old: Tables, new: Tables) -> Iterable[str]:
    for before, after in zip(old, new, strict=True):
        yield f"ALTER TABLE {before} RENAME TO {after}"
        yield f"ALTER INDEX {before}_words RENAME TO {after}_words"
        yield f"ALTER INDEX {before}_pkey RENAME TO {after}_pkey"


def join(cursor, table: str, *, wholly: bool) -> bool:
    """Put what was written lately into the index proper, which PostgreSQL otherwise does when it finds the time."""
    cursor.execute("SELECT gin_clean_pending_list(%s)", [f"{table}_words"])
    return False


def empty(tables: Tables) -> Iterable[str]:
    """The statements that take every row out of the two tables."""
    for table in tables:
        yield f"DELETE FROM {table}"


def laid_out(packed: Packed) -> LaidOut:
    texts = [(number, _literal(columns)) for number, columns in packed.columns()]
    words = [f"'{stream}{word}'" for stream, words in packed.summary().items() for word in words]
    return LaidOut(texts, tuple(" ".join(some) for some in _pieces(words)))


def _pieces(words: Sequence[str]) -> Iterator[Sequence[str]]:
    """The words of a whole, in rows that a tsvector of a megabyte surely has room for."""
    first = 0
    while first < len(words):
        last, size = first, 0
        while last < len(words) and size < MOST_BYTES:
            size += len(words[last].encode()) + ROOM_OF_A_WORD
            last += 1
        yield words[first:last]
        first = last


def write(cursor, tables: Tables, interview: int, made: LaidOut) -> None:
    cursor.executemany(
        f"INSERT INTO {tables.texts} (id, words) VALUES (%s, %s::tsvector)",
        [(interview << NUMBER_BITS | number, words) for number, words in made.texts],
    )
    cursor.executemany(
        f"INSERT INTO {tables.wholes} (id, words) VALUES (%s, %s::tsvector)",
        [(interview << PIECE_BITS | number, words) for number, words in enumerate(made.whole)],
    )


def remove(cursor, tables: Tables, interview: int, packed: Packed) -> None:
    for table, bits in zip(tables, (NUMBER_BITS, PIECE_BITS), strict=True):
        cursor.execute(f"DELETE FROM {table} WHERE id BETWEEN %s AND %s", _range(interview, bits))


def take_out(cursor, tables: Tables, interview: int, gone: LaidOut) -> None:
    numbers = [interview << NUMBER_BITS | number for number, _words in gone.texts]
    cursor.execute(f"DELETE FROM {tables.texts} WHERE id = ANY(%s)", [numbers])
    if gone.whole:
        cursor.execute(f"DELETE FROM {tables.wholes} WHERE id BETWEEN %s AND %s", _range(interview, PIECE_BITS))


def _range(interview: int, bits: int = NUMBER_BITS) -> list[int]:
    return [interview << bits, (interview + 1 << bits) - 1]


def _literal(columns: Columns) -> str:
    """A tsvector written out; words hold letters and digits only, so nothing needs escaping."""
    return " ".join(
        f"'{stream}{word}':{place}"
        for stream, entries in columns._asdict().items()
        for place, word in enumerate(entries.split(" "), start=1)
        if word != FILLER or stream in "xlm"
    )


def wholes(cursor, tables: Tables, asked: Sequence[Asked]) -> list[BitMap]:
    """For each of what is asked the numbers of the interviews that hold it; of no phrases."""
    queries = [_query(atom, grade - {"m"}) for atom, grade in asked]
    found = _numbers(cursor, tables.wholes, queries)
    return [BitMap(memoryview((numbers >> PIECE_BITS).astype(np.uint32))) for numbers in found]


def texts(cursor, tables: Tables, asked: Sequence[Asked]) -> list[np.ndarray]:
    """For each of what is asked the numbers of the texts that hold it, lowest first."""
    queries = [_query(atom, grade) for atom, grade in asked]
    return [np.sort(numbers) for numbers in _numbers(cursor, tables.texts, queries)]


def _numbers(cursor, table: str, queries: Sequence[str]) -> Iterator[np.ndarray]:
    """The numbers of the rows that match, for each query; sent as bytes, which costs a fifth of sending them as text."""
    if not queries:
        return
    parts = [
        f"SELECT {number}, string_agg(int8send(id), '') FROM {table} WHERE words @@ %s::tsquery"
        for number in range(len(queries))
    ]
    with _by_index(cursor):
        cursor.execute(" UNION ALL ".join(parts), queries)
    found = dict(cursor.fetchall())
    for number in range(len(queries)):
        yield np.frombuffer(found[number] or b"", dtype=">i8").astype(np.int64)


@contextmanager
def _by_index(cursor):
    """Look into the index and not through all rows: the planner does not reckon with words that lie outside their row,
    and takes reading all of them for cheap."""
    connection = cursor.cursor.connection
    connection.execute("SET enable_seqscan = off")
    try:
        yield
    finally:
        if connection.info.transaction_status != TransactionStatus.INERROR:  # which undoes it too
            connection.execute("RESET enable_seqscan")


def places(cursor, tables: Tables, atoms: Sequence[Atom], interviews: Sequence[int]) -> list[tuple[int, int]]:
    """(number of the atom, number of the text) for every text of the interviews that holds an atom."""
    if not atoms or not interviews:
        return []
    ranges = " UNION ALL ".join(
        f"SELECT id, words FROM {tables.texts} WHERE id BETWEEN {start} AND {end}"
        for start, end in map(_range, interviews)
    )
    parts = [f"SELECT {number}, id FROM texts WHERE words @@ %s::tsquery" for number in range(len(atoms))]
    sql = f"WITH texts AS MATERIALIZED ({ranges}) {' UNION ALL '.join(parts)}"
    cursor.execute(sql, [_query(atom, EVERY) for atom in atoms])
    return cursor.fetchall()


def _query(atom: Atom, grade: frozenset[str]) -> str:
    """The atom as a tsquery, in the streams of a grade."""
    if isinstance(atom, Prefix):
        return f"'x{indexed(atom.x)}':*"
    return " | ".join(
        f"({' <-> '.join(_either(stream, words) for words in places)})" for stream, places in ways(atom, grade)
    )


def _either(stream: str, words: Iterable[str]) -> str:
    lexemes = (f"'{stream}{word}'" for word in words)
    return f"({' | '.join(lexemes)})"
