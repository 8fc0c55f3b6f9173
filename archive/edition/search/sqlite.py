"""The full-text index in FTS5 (https://sqlite.org/fts5.html).

One index holds every text, for phrases, scores and passages; one holds every interview as a whole, for what is found
and counted. Both are without content: what a row holds is known to ``packing``. ``contentless_delete`` is never used,
since there the scores of other rows stay changed after a deletion.
"""

import json
from collections.abc import Iterable, Sequence
from itertools import product

from pyroaring import BitMap

from archive.language.queries import Atom, Prefix

from ..models.search_entry import NUMBER_BITS
from .packing import LaidOut, Packed
from .tables import Tables
from .words import indexed, is_phrase, phrases, wanted

WEIGHTS = "4.0, 3.0, 1.5, 0.4, 5.0"
MOST_RANGES = 400


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
    cursor.execute(
        f"INSERT INTO {tables.wholes}(rowid, x, l, k, e) VALUES (%s, %s, %s, %s, %s)", (interview, *made.whole)
    )


def remove(cursor, tables: Tables, interview: int, packed: Packed) -> None:
    (texts, wholes), made = tables, laid_out(packed)
    cursor.executemany(
        f"INSERT INTO {texts}({texts}, rowid, x, l, m, k, e) VALUES ('delete', %s, %s, %s, %s, %s, %s)",
        _rows(interview, made),
    )
    cursor.execute(
        f"INSERT INTO {wholes}({wholes}, rowid, x, l, k, e) VALUES ('delete', %s, %s, %s, %s, %s)",
        (interview, *made.whole),
    )


def _rows(interview: int, made: LaidOut) -> list[tuple]:
    return [(interview << NUMBER_BITS | number, *streams) for number, *streams in made.texts]


def members(cursor, tables: Tables, atoms: Sequence[Atom]) -> list[BitMap]:
    """For each atom the numbers of the interviews that hold it."""
    if not atoms:
        return []
    parts, params = [], []
    for number, atom in enumerate(atoms):
        table, key = (tables.texts, f"DISTINCT rowid >> {NUMBER_BITS}") if is_phrase(atom) else (tables.wholes, "rowid")
        parts.append(f"SELECT {number}, json_group_array({key}) FROM {table} WHERE {table} MATCH %s")
        params.append(_match(atom, is_whole=not is_phrase(atom)))
    cursor.execute(" UNION ALL ".join(parts), params)
    found = dict(cursor.fetchall())
    return [BitMap(json.loads(found[number])) for number in range(len(atoms))]


def scores(cursor, tables: Tables, atoms: Sequence[Atom]) -> list[tuple[int, int, float]]:
    """(number of the atom, interview, score of its best text) for all interviews that hold any of the atoms."""
    if not atoms:
        return []
    texts = tables.texts
    parts = [
        f"SELECT {number} AS atom, rowid >> {NUMBER_BITS} AS interview, -bm25({texts}, {WEIGHTS}) AS score "
        f"FROM {texts} WHERE {texts} MATCH %s"
        for number in range(len(atoms))
    ]
    matches = " UNION ALL ".join(parts)
    cursor.execute(
        f"WITH matches AS MATERIALIZED ({matches}) "
        "SELECT atom, interview, MAX(score) FROM matches GROUP BY atom, interview",
        [_match(atom) for atom in atoms],
    )
    return cursor.fetchall()


def places(cursor, tables: Tables, atoms: Sequence[Atom], interviews: Sequence[int]) -> list[tuple[int, int]]:
    """(number of the atom, number of the entry) for every text of the interviews that holds an atom, in order."""
    ranges = [(number, _match(atom), interview) for interview in interviews for number, atom in enumerate(atoms)]
    texts, found = tables.texts, []
    for start in range(0, len(ranges), MOST_RANGES):
        some = ranges[start : start + MOST_RANGES]
        sql = " UNION ALL ".join(
            f"SELECT {number}, rowid FROM {texts} WHERE {texts} MATCH %s "
            f"AND rowid BETWEEN {interview << NUMBER_BITS} AND {(interview + 1 << NUMBER_BITS) - 1}"
            for number, _, interview in some
        )
        cursor.execute(sql, [match for _, match, _ in some])
        found += cursor.fetchall()
    return found


def _match(atom: Atom, *, is_whole: bool = False) -> str:
    """The atom for MATCH; ``is_whole`` for the index of whole interviews, which has one column for all lemmas."""
    if isinstance(atom, Prefix):
        return f'x : "{indexed(atom.x)}" *'
    if is_phrase(atom):
        return " OR ".join(
            f'{stream} : "{" ".join(words)}"' for stream, places in phrases(atom) for words in product(*places)
        )
    pairs = [pair for pair in wanted(atom) if not (is_whole and pair[0] == "m")]
    return " OR ".join(f'{stream} : "{word}"' for stream, word in pairs)
