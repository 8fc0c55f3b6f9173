"""What may be asked of the index for one word of a query."""

import unicodedata
from collections.abc import Iterator

from archive.language.queries import Phrase, Prefix, Term

from .packing import LONGEST_WORD


def wanted(term: Term | Phrase) -> list[tuple[str, str]]:
    """(stream, word) for every way the term, or the one term of a phrase, can stand in an entry.

    The words are letters and digits only, as in the streams, so an engine may put them between quotes; a word the
    streams could not keep gives none.
    """
    if isinstance(term, Phrase):
        (term,) = term.terms
    return [(stream, word) for stream, words in _streams(term).items() for word in words]


def phrases(phrase: Phrase) -> Iterator[tuple[str, list[tuple[str, ...]]]]:
    """A stream, and for each place of the phrase the words that may stand there in it; side by side in any one of
    these streams they are the phrase."""
    terms = [_streams(term) for term in phrase.terms]
    for stream in ("x", "l", "m", "k"):
        places = [term[stream] for term in terms]
        if all(places):
            yield stream, places


def is_findable(atom: Term | Prefix | Phrase) -> bool:
    """Whether an entry can hold the atom at all: words of scripts that no index knows are in none."""
    match atom:
        case Prefix():
            return bool(indexed(atom.x))
        case Phrase(terms) if len(terms) > 1:
            return any(phrases(atom))
    return bool(wanted(atom))


def _streams(term: Term) -> dict[str, tuple[str, ...]]:
    streams = {"x": (term.x,), "l": term.lemmas, "m": term.lemmas, "k": term.keys}
    return {stream: tuple(filter(None, map(indexed, words))) for stream, words in streams.items()}


def indexed(word: str) -> str:
    """The word as an entry holds it, or "" if no index takes it for exactly one token (as ``streams`` judges)."""
    is_token = all(unicodedata.ucd_3_2_0.category(letter)[0] in "LN" for letter in word)
    return word[:LONGEST_WORD] if is_token else ""
