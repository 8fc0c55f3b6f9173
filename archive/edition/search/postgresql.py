"""The full-text index in PostgreSQL's text search (https://www.postgresql.org/docs/current/datatype-textsearch.html).

One table holds every text, for phrases, scores and passages; one holds every interview as a whole, without positions,
for what is found and counted. Lexemes carry the letter of their stream, since PostgreSQL has no columns in an index;
its own parser is never asked.
"""

from collections.abc import Iterable, Sequence

import numpy as np
from pyroaring import BitMap

from archive.language.queries import Atom, Prefix
from archive.language.streams import FILLER

from ..models.search_entry import NUMBER_BITS
from .packing import Columns, LaidOut, Packed
from .tables import Tables
from .words import indexed, is_phrase, phrases, wanted

STREAMS = {"x": "A", "l": "B", "m": "C", "k": "D", "e": "A"}
WEIGHTS = "{0.1, 0.375, 0.75, 1.0}"  # of D, C, B and A, in the proportions of the other engine


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


def empty(tables: Tables) -> Iterable[str]:
    """The statements that take every row out of the two tables."""
    for table in tables:
        yield f"DELETE FROM {table}"


def laid_out(packed: Packed) -> LaidOut:
    texts = [(number, _literal(columns)) for number, columns in packed.columns()]
    whole = " ".join(f"'{stream}{word}'" for stream, words in packed.summary().items() for word in words)
    return LaidOut(texts, (whole,))


def write(cursor, tables: Tables, interview: int, made: LaidOut) -> None:
    cursor.executemany(
        f"INSERT INTO {tables.texts} (id, words) VALUES (%s, %s::tsvector)",
        [(interview << NUMBER_BITS | number, words) for number, words in made.texts],
    )
    cursor.execute(f"INSERT INTO {tables.wholes} (id, words) VALUES (%s, %s::tsvector)", [interview, *made.whole])


def remove(cursor, tables: Tables, interview: int, packed: Packed) -> None:
    cursor.execute(f"DELETE FROM {tables.texts} WHERE id BETWEEN %s AND %s", _range(interview))
    cursor.execute(f"DELETE FROM {tables.wholes} WHERE id = %s", [interview])


def _range(interview: int) -> list[int]:
    return [interview << NUMBER_BITS, (interview + 1 << NUMBER_BITS) - 1]


def _literal(columns: Columns) -> str:
    """A tsvector written out; words hold letters and digits only, so nothing needs escaping."""
    return " ".join(
        f"'{stream}{word}':{place}{STREAMS[stream]}"
        for stream, entries in columns._asdict().items()
        for place, word in enumerate(entries.split(" "), start=1)
        if word != FILLER or stream in "xlm"
    )


def members(cursor, tables: Tables, atoms: Sequence[Atom]) -> list[BitMap]:
    """For each atom the numbers of the interviews that hold it."""
    if not atoms:
        return []
    parts, params = [], []
    for number, atom in enumerate(atoms):
        table, key = (tables.texts, f"id >> {NUMBER_BITS}") if is_phrase(atom) else (tables.wholes, "id")
        parts.append(
            f"SELECT {number}, string_agg(int4send(({key})::integer), '') FROM {table} WHERE words @@ %s::tsquery"
        )
        params.append(_query(atom, is_whole=not is_phrase(atom)))
    cursor.execute(" UNION ALL ".join(parts), params)
    found = dict(cursor.fetchall())
    return [BitMap(memoryview(_numbers(found[number]))) for number in range(len(atoms))]


def _numbers(packed: bytes | None) -> np.ndarray:
    """The whole numbers PostgreSQL sent as bytes, which costs a fifth of sending them as text."""
    return np.frombuffer(packed or b"", dtype=">u4").astype(np.uint32)


def scores(cursor, tables: Tables, atoms: Sequence[Atom]) -> list[tuple[int, int, float]]:
    """(number of the atom, interview, score of its best text) for all interviews that hold any of the atoms."""
    if not atoms:
        return []
    parts = [
        f"SELECT {number}, id >> {NUMBER_BITS}, MAX(ts_rank('{WEIGHTS}', words, %s::tsquery, 1)) "
        f"FROM {tables.texts} WHERE words @@ %s::tsquery GROUP BY id >> {NUMBER_BITS}"
        for number in range(len(atoms))
    ]
    queries = [_query(atom) for atom in atoms]
    cursor.execute(" UNION ALL ".join(parts), [query for query in queries for _ in range(2)])
    return cursor.fetchall()


def places(cursor, tables: Tables, atoms: Sequence[Atom], interviews: Sequence[int]) -> list[tuple[int, int]]:
    """(number of the atom, number of the entry) for every text of the interviews that holds an atom, in order."""
    if not atoms or not interviews:
        return []
    ranges = " UNION ALL ".join(
        f"SELECT id, words FROM {tables.texts} WHERE id BETWEEN {start} AND {end}"
        for start, end in map(_range, interviews)
    )
    parts = [f"SELECT {number}, id FROM texts WHERE words @@ %s::tsquery" for number in range(len(atoms))]
    sql = f"WITH texts AS MATERIALIZED ({ranges}) {' UNION ALL '.join(parts)} ORDER BY 2, 1"
    cursor.execute(sql, [_query(atom) for atom in atoms])
    return cursor.fetchall()


def _query(atom: Atom, *, is_whole: bool = False) -> str:
    """The atom as a tsquery; ``is_whole`` for the index of whole interviews, where all lemmas carry one letter."""
    if isinstance(atom, Prefix):
        return f"'x{indexed(atom.x)}':*"
    if is_phrase(atom):
        return " | ".join(
            f"({' <-> '.join(_either(stream, words) for words in places)})" for stream, places in phrases(atom)
        )
    pairs = [pair for pair in wanted(atom) if not (is_whole and pair[0] == "m")]
    return " | ".join(f"'{stream}{word}'" for stream, word in pairs)


def _either(stream: str, words: Iterable[str]) -> str:
    lexemes = (f"'{stream}{word}'" for word in words)
    return f"({' | '.join(lexemes)})"
