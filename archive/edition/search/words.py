"""What may be asked of the index for one atom of a query.

The words are letters and digits only, as in the streams, so an engine may put them between quotes; a word the
streams could not keep gives none.
"""

import unicodedata

from archive.language.queries import Atom, Named, Phrase, Prefix, Term

from .packing import LONGEST_WORD


def is_phrase(atom: Atom) -> bool:
    return isinstance(atom, Phrase) and len(atom.terms) > 1


def wanted(atom: Term | Phrase | Named) -> list[tuple[str, str]]:
    """(stream, word) for every way a name, a term, or the one term of a phrase can stand in an entry."""
    match atom:
        case Named(tokens=tokens):
            streams = {"e": tokens}
        case Phrase(terms=(term,)) | (Term() as term):
            streams = {"x": (term.x,), "l": term.lemmas, "m": term.lemmas, "k": term.keys}
    return [(stream, indexed(word)) for stream, words in streams.items() for word in words if indexed(word)]


def phrases(phrase: Phrase) -> list[tuple[str, list[list[str]]]]:
    """A stream, and for each place of the phrase the words that may stand there in it; side by side in any one of
    these streams they are the phrase."""
    found = []
    for stream, places in phrase.alternatives():
        kept = [sorted(filter(None, map(indexed, words))) for words in places]
        if all(kept):
            found.append((stream, kept))
    return found


def is_findable(atom: Atom) -> bool:
    """Whether an entry can hold the atom at all: words of scripts that no index knows are in none."""
    if isinstance(atom, Prefix):
        return bool(indexed(atom.x))
    return bool(phrases(atom) if is_phrase(atom) else wanted(atom))


def indexed(word: str) -> str:
    """The word as an entry holds it, or "" if no index takes it for exactly one token (as ``streams`` judges)."""
    is_token = all(unicodedata.ucd_3_2_0.category(letter)[0] in "LN" for letter in word)
    return word[:LONGEST_WORD] if is_token else ""
