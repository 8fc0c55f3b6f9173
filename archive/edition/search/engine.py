"""Questions to the full-text index of the database in use.

They answer with numbers of rows only, whether in force or not: every text and every interview is then read
through the live managers.
"""

from collections.abc import Sequence
from typing import NamedTuple

from django.db import connection

from archive.language.queries import Atom

from ..models.search_entry import NUMBER_BITS
from . import postgresql, sqlite

ENGINES = {"sqlite": sqlite, "postgresql": postgresql}


class Found(NamedTuple):
    """That an entry of an interview holds the atom with that number."""

    atom: int
    interview: int
    entry: int
    score: float


class Holding(NamedTuple):
    """That an interview holds the atom with that number in so many entries."""

    atom: int
    interview: int
    entries: int
    score: float


def holding(atoms: Sequence[Atom], *, is_scored: bool) -> list[Holding]:
    """Every interview that holds any of the atoms, with its best score, in one query."""
    matches, params = _matches(atoms, is_scored)
    sql = f"""
        WITH matches AS MATERIALIZED ({matches})
        SELECT atom, entry >> {NUMBER_BITS} AS interview, COUNT(*), MAX(score)
        FROM matches GROUP BY atom, entry >> {NUMBER_BITS} ORDER BY atom, interview
    """
    return [Holding(*row) for row in _rows(sql, params)]


def top(atoms: Sequence[Atom], interviews: Sequence[int], *, most: int, is_scored: bool) -> list[Found]:
    """For each of the interviews and each atom, up to ``most`` entries that hold it, best first, in one query."""
    if not atoms or not interviews:
        return []
    matches, params = _matches(atoms, is_scored, interviews)
    sql = f"""
        WITH matches AS MATERIALIZED ({matches}),
        placed AS (
            SELECT atom, entry, score,
                ROW_NUMBER() OVER (PARTITION BY atom, entry >> {NUMBER_BITS} ORDER BY score DESC, entry) AS place
            FROM matches
        )
        SELECT atom, entry >> {NUMBER_BITS}, entry, score FROM placed WHERE place <= %s ORDER BY entry, atom
    """
    return [Found(*row) for row in _rows(sql, [*params, most])]


def _matches(atoms: Sequence[Atom], is_scored: bool, interviews: Sequence[int] = ()) -> tuple[str, list]:
    engine = ENGINES[connection.vendor]
    engine.prepare(connection)
    parts = [engine.matching(n, atom, is_scored=is_scored, interviews=interviews) for n, atom in enumerate(atoms)]
    return " UNION ALL ".join(sql for sql, _ in parts), [param for _, params in parts for param in params]


def _rows(sql: str, params: list) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall()
