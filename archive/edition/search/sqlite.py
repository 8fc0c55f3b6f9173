"""The atoms of a query in FTS5 (https://sqlite.org/fts5.html).

An FTS5 phrase lies within one column, ours may find its first word by spelling and its second by lemma. So FTS5
finds the entries that hold all words of a phrase, and a function of ours looks at their places.
"""

import json
from functools import lru_cache

from archive.language.queries import Atom, Phrase, Prefix, Term

from .words import indexed, wanted

WEIGHTS = "4.0, 3.0, 1.5, 0.4"
STREAMS = "xlmk"


def prepare(connection) -> None:
    """Make what the SQL of ``matching`` calls known to the connection."""
    connection.ensure_connection()
    connection.connection.create_function("holds_phrase", 5, holds_phrase, deterministic=True)


def matching(number: int, atom: Atom, *, is_scored: bool) -> tuple[str, list]:
    """SQL and parameters for rows (atom, entry, score): the entries that hold the atom, higher scores better."""
    score = f"-bm25(edition_searchindex, {WEIGHTS})" if is_scored else "0.0"
    sql = (
        f"SELECT {int(number)} AS atom, rowid AS entry, {score} AS score "
        "FROM edition_searchindex WHERE edition_searchindex MATCH %s"
    )
    if not isinstance(atom, Phrase) or len(atom.terms) == 1:
        return sql, [_match(atom)]
    places = json.dumps([[stream + word for stream, word in wanted(term)] for term in atom.terms])
    return sql + " AND holds_phrase(x, l, m, k, %s)", [_match(atom), places]


def holds_phrase(x: str, l: str, m: str, k: str, places: str) -> bool:  # noqa: E741
    """Whether the words of ``places`` (JSON: for each place of the phrase its words, the stream's letter before
    each) stand side by side in the streams."""
    phrase = _read(places)
    columns = [column.split(" ") for column in (x, l, m, k)]
    positions = list(zip(*columns, strict=True))
    held = [{stream + word for stream, word in zip(STREAMS, position, strict=True)} for position in positions]
    return any(
        all(not words.isdisjoint(held[first + n]) for n, words in enumerate(phrase))
        for first in range(len(held) - len(phrase) + 1)
    )


@lru_cache(maxsize=64)
def _read(places: str) -> list[frozenset[str]]:
    return [frozenset(words) for words in json.loads(places)]


def _match(atom: Atom) -> str:
    match atom:
        case Prefix():
            return f'x : "{indexed(atom.x)}" *'
        case Term():
            return " OR ".join(f'{stream} : "{word}"' for stream, word in wanted(atom))
        case Phrase():
            return " AND ".join(f"({_match(term)})" for term in atom.terms)
