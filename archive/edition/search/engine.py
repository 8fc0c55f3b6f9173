"""Questions to the full-text index of the database in use.

They answer with numbers of rows only, whether in force or not: every text and every interview is then read
through the live managers.
"""

from collections.abc import Sequence
from typing import NamedTuple

from django.db import connection

from archive.language.queries import Atom

from . import postgresql, sqlite

ENGINES = {"sqlite": sqlite, "postgresql": postgresql}


class Found(NamedTuple):
    """That an entry of an interview holds the atom with that number."""

    atom: int
    interview: int
    entry: int
    score: float


def best(atoms: Sequence[Atom], *, is_scored: bool) -> list[tuple[int, int, float]]:
    """(atom, interview, its best score) for every interview that holds any of the atoms, in one query."""
    matches, params = _matches(atoms, is_scored)
    return _rows(
        f"""
        WITH matches AS MATERIALIZED ({matches})
        SELECT atom, interview_id, MAX(score)
        FROM matches JOIN edition_searchentry ON edition_searchentry.id = entry
        GROUP BY atom, interview_id
        """,
        params,
    )


def top(atoms: Sequence[Atom], interviews: Sequence[int], *, most: int, is_scored: bool) -> list[Found]:
    """For each of the interviews and each atom, up to ``most`` entries that hold it, best first, in one query."""
    if not atoms or not interviews:
        return []
    matches, params = _matches(atoms, is_scored)
    places = ", ".join(["%s"] * len(interviews))
    rows = _rows(
        f"""
        WITH matches AS MATERIALIZED ({matches}),
        placed AS (
            SELECT atom, interview_id, entry, score, number,
                ROW_NUMBER() OVER (PARTITION BY atom, interview_id ORDER BY score DESC, number) AS place
            FROM matches JOIN edition_searchentry ON edition_searchentry.id = entry
            WHERE interview_id IN ({places})
        )
        SELECT atom, interview_id, entry, score FROM placed WHERE place <= %s ORDER BY interview_id, number, atom
        """,
        [*params, *interviews, most],
    )
    return [Found(*row) for row in rows]


def _matches(atoms: Sequence[Atom], is_scored: bool) -> tuple[str, list]:
    engine = ENGINES[connection.vendor]
    engine.prepare(connection)
    parts = [engine.matching(number, atom, is_scored=is_scored) for number, atom in enumerate(atoms)]
    return " UNION ALL ".join(sql for sql, _ in parts), [param for _, params in parts for param in params]


def _rows(sql: str, params: list) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall()
