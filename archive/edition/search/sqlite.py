"""The atoms of a query in FTS5 (https://sqlite.org/fts5.html).

An FTS5 phrase lies within one column, ours may find its first word by spelling and its second by lemma. So FTS5
finds the entries that hold all words of a phrase, and a function of ours looks at their places.
"""

import json
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from archive.language.queries import Atom, Phrase, Prefix, Term

from ..models.search_entry import NUMBER_BITS
from .words import indexed, wanted

WEIGHTS = "4.0, 3.0, 1.5, 0.4"


def prepare(connection) -> None:
    """Make what the SQL of ``matching`` calls known to the connection."""
    connection.ensure_connection()
    connection.connection.create_function("holds_phrase", 5, holds_phrase, deterministic=True)


def matching(number: int, atom: Atom, *, is_scored: bool, interviews: Sequence[int] = ()) -> tuple[str, list]:
    """SQL and parameters for rows (atom, entry, score): the entries that hold the atom, higher scores better; of
    the ``interviews`` alone, if any are given."""
    score = f"-bm25(edition_searchindex, {WEIGHTS})" if is_scored else "0.0"
    sql = (
        f"SELECT {int(number)} AS atom, rowid AS entry, {score} AS score "
        f"FROM edition_searchindex WHERE edition_searchindex MATCH %s"
    )
    if interviews:
        sql += f" AND (rowid >> {NUMBER_BITS}) IN ({', '.join(str(int(key)) for key in interviews)})"
    if not isinstance(atom, Phrase) or len(atom.terms) == 1:
        return sql, [_match(atom)]
    places = json.dumps([wanted(term) for term in atom.terms])
    return sql + " AND holds_phrase(x, l, m, k, %s)", [_match(atom), places]


def holds_phrase(x: str, l: str, m: str, k: str, places: str) -> bool:  # noqa: E741
    """Whether the words of ``places`` (JSON: for each place of the phrase pairs of stream and word) stand side by
    side in the streams, each in any of them."""
    columns = {"x": x.split(" "), "l": l.split(" "), "m": m.split(" "), "k": k.split(" ")}
    starts = None
    for n, words in enumerate(_read(places)):
        found = {place - n for stream, asked in words for place, word in enumerate(columns[stream]) if word in asked}
        starts = found if starts is None else starts & found
        if not starts:
            return False
    return True


@lru_cache(maxsize=64)
def _read(places: str) -> list[list[tuple[str, set[str]]]]:
    """For each place, the words asked for in each stream."""
    phrase = []
    for pairs in json.loads(places):
        words = defaultdict(set)
        for stream, word in pairs:
            words[stream].add(word)
        phrase.append(list(words.items()))
    return phrase


def _match(atom: Atom) -> str:
    match atom:
        case Prefix():
            return f'x : "{indexed(atom.x)}" *'
        case Term():
            return " OR ".join(f'{stream} : "{word}"' for stream, word in wanted(atom))
        case Phrase():
            return " AND ".join(f"({_match(term)})" for term in atom.terms)
