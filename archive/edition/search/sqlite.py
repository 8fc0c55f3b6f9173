"""The full-text index in FTS5 (https://sqlite.org/fts5.html).

One index holds every text, for phrases, scores and passages; one holds every interview as a whole, for what is found
and counted. Both are without content: what a row holds is known to ``packing``. ``contentless_delete`` is never used,
since there the scores of other rows stay changed after a deletion.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import product

import msgspec
import numpy as np
from pyroaring import BitMap

from archive.language.queries import Atom, Prefix

from ..models.search_entry import NUMBER_BITS
from .packing import LaidOut, Packed
from .tables import Tables
from .words import EVERY, Asked, indexed, ways

MOST_SELECTS = 400
PAGES_AT_ONCE = 500


def create(tables: Tables) -> Iterable[str]:
    """The statements that make the two tables of an index."""
    tokens = "content='', tokenize='unicode61 remove_diacritics 0'"
    yield f"CREATE VIRTUAL TABLE {tables.texts} USING fts5(x, l, m, k, e, {tokens})"
    yield f"CREATE VIRTUAL TABLE {tables.wholes} USING fts5(x, l, k, e, {tokens}, detail=column)"
    for table in tables:
        yield f"INSERT INTO {table}({table}, rank) VALUES('secure-delete', 1)"


def drop(tables: Tables) -> Iterable[str]:
    for table in tables:
        yield f"DROP TABLE IF EXISTS {table}"


def rename(old: Tables, new: Tables) -> Iterable[str]:
    for before, after in zip(old, new, strict=True):
        yield f"ALTER TABLE {before} RENAME TO {after}"


def join(cursor, table: str, *, wholly: bool) -> bool:
    """Join a little of the pieces of a table; whether there was anything to join. ``wholly`` begins to join all of them,
    and further steps go on with it."""
    cursor.execute(f"INSERT INTO {table}({table}, rank) VALUES ('usermerge', 2)")
    before = cursor.connection.total_changes
    pages = -PAGES_AT_ONCE if wholly else PAGES_AT_ONCE
    cursor.execute(f"INSERT INTO {table}({table}, rank) VALUES ('merge', {pages})")
    return cursor.connection.total_changes - before > 1


def empty(tables: Tables) -> Iterable[str]:
    """The statements that take every row out of the two tables."""
    for table in tables:
        yield f"INSERT INTO {table}({table}) VALUES('delete-all')"


def laid_out(packed: Packed) -> LaidOut:
    texts = [(number, *streams) for number, streams in packed.columns()]
    return LaidOut(texts, tuple(" ".join(words) for words in packed.summary().values()))


def write(cursor, tables: Tables, interview: int, made: LaidOut) -> None:
    cursor.executemany(
        f"INSERT INTO {tables.texts}(rowid, x, l, m, k, e) VALUES (%s, %s, %s, %s, %s, %s)", _rows(interview, made)
    )
    if made.whole:
        cursor.execute(
            f"INSERT INTO {tables.wholes}(rowid, x, l, k, e) VALUES (%s, %s, %s, %s, %s)", (interview, *made.whole)
        )


def remove(cursor, tables: Tables, interview: int, packed: Packed) -> None:
    take_out(cursor, tables, interview, laid_out(packed))


def take_out(cursor, tables: Tables, interview: int, gone: LaidOut) -> None:
    """Delete rows, which have to be said as they were written."""
    texts, wholes = tables
    cursor.executemany(
        f"INSERT INTO {texts}({texts}, rowid, x, l, m, k, e) VALUES ('delete', %s, %s, %s, %s, %s, %s)",
        _rows(interview, gone),
    )
    if gone.whole:
        cursor.execute(
            f"INSERT INTO {wholes}({wholes}, rowid, x, l, k, e) VALUES ('delete', %s, %s, %s, %s, %s)",
            (interview, *gone.whole),
        )


def _rows(interview: int, made: LaidOut) -> list[tuple]:
    return [(interview << NUMBER_BITS | number, *streams) for number, *streams in made.texts]


def wholes(cursor, tables: Tables, asked: Sequence[Asked]) -> list[BitMap]:
    """For each of what is asked the numbers of the interviews that hold it; of no phrases."""
    matches = [(tables.wholes, _match(atom, grade - {"m"})) for atom, grade in asked]
    return [BitMap(numbers) for numbers in _numbers(cursor, matches)]


def texts(cursor, tables: Tables, asked: Sequence[Asked]) -> list[np.ndarray]:
    """For each of what is asked the numbers of the texts that hold it, lowest first."""
    matches = [(tables.texts, _match(atom, grade)) for atom, grade in asked]
    return [np.array(numbers, np.int64) for numbers in _numbers(cursor, matches)]


def _numbers(cursor, matches: Sequence[tuple[str, str]]) -> Iterator[list[int]]:
    """The numbers of the rows of a table that match, for each table and match."""
    for start in range(0, len(matches), MOST_SELECTS):
        some = matches[start : start + MOST_SELECTS]
        parts = [
            f"SELECT {number}, json_group_array(rowid) FROM {table} WHERE {table} MATCH %s"
            for number, (table, _match) in enumerate(some)
        ]
        cursor.execute(" UNION ALL ".join(parts), [match for _table, match in some])
        found = dict(cursor.fetchall())
        yield from (msgspec.json.decode(found[number], type=list[int]) for number in range(len(some)))


def places(cursor, tables: Tables, atoms: Sequence[Atom], interviews: Sequence[int]) -> Iterator[tuple[int, int]]:
    """(number of the atom, number of the text) for every text of the interviews that holds an atom."""
    matches, table = [_match(atom, EVERY) for atom in atoms], tables.texts
    asked = [(number, match, interview) for interview in interviews for number, match in enumerate(matches)]
    for start in range(0, len(asked), MOST_SELECTS):
        some = asked[start : start + MOST_SELECTS]
        sql = " UNION ALL ".join(
            f"SELECT {number}, rowid FROM {table} WHERE {table} MATCH %s "
            f"AND rowid BETWEEN {interview << NUMBER_BITS} AND {(interview + 1 << NUMBER_BITS) - 1}"
            for number, _match, interview in some
        )
        cursor.execute(sql, [match for _number, match, _interview in some])
        yield from cursor.fetchall()


def _match(atom: Atom, grade: frozenset[str]) -> str:
    """The atom for MATCH, in the streams of a grade; the same words in several streams are looked up once."""
    if isinstance(atom, Prefix):
        return f'x : "{indexed(atom.x)}" *'
    streams: dict[tuple[str, ...], list[str]] = {}
    for stream, places in ways(atom, grade):
        for words in product(*places):
            streams.setdefault(words, []).append(stream)
    return " OR ".join(f'{{{" ".join(names)}}} : "{" ".join(words)}"' for words, names in streams.items())
