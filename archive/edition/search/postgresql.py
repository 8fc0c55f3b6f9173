"""The atoms of a query in PostgreSQL's text search (https://www.postgresql.org/docs/current/datatype-textsearch.html)."""

from collections.abc import Sequence

from archive.language.queries import Atom, Phrase, Prefix, Term

from .words import indexed, wanted

WEIGHTS = "{0.1, 0.375, 0.75, 1.0}"  # of k, m, l and x, in the proportions of the other engine


def prepare(connection) -> None:
    """Nothing is to be made known to PostgreSQL."""


def matching(number: int, atom: Atom, *, is_scored: bool, interviews: Sequence[int] = ()) -> tuple[str, list]:
    """SQL and parameters for rows (atom, entry, score): the entries that hold the atom, higher scores better; of
    the ``interviews`` alone, if any are given."""
    score = f"ts_rank('{WEIGHTS}', words, %s::tsquery, 1)" if is_scored else "0.0"
    sql = f"SELECT {int(number)} AS atom, id AS entry, {score} AS score FROM edition_searchentry WHERE words @@ %s::tsquery"
    if interviews:
        sql += f" AND interview_id IN ({', '.join(str(int(key)) for key in interviews)})"
    query = _query(atom)
    return sql, [query, query] if is_scored else [query]


def _query(atom: Atom) -> str:
    match atom:
        case Prefix():
            return f"'x{indexed(atom.x)}':*"
        case Term():
            return " | ".join(f"'{stream}{word}'" for stream, word in wanted(atom))
        case Phrase():
            return " <-> ".join(f"({_query(term)})" for term in atom.terms)
