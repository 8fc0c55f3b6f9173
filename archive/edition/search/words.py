"""What may be asked of the index for one atom of a query.

The words are letters and digits only, as in the streams, so an engine may put them between quotes; a word the
streams could not keep gives none.
"""

import unicodedata

from archive.language.queries import Atom, Named, Phrase, Prefix, Term

from .packing import LONGEST_WORD

EXACT, FORM, SOUND = frozenset("xe"), frozenset("lm"), frozenset("k")
EVERY = EXACT | FORM | SOUND
"""The streams by how closely an atom is said that is found in them: as it was written or by its name; in another form;
as it sounds."""

Asked = tuple[Atom, frozenset[str]]
"""An atom to look for, and in which streams."""


def is_phrase(atom: Atom) -> bool:
    return isinstance(atom, Phrase) and len(atom.terms) > 1


def ways(atom: Term | Phrase | Named, grade: frozenset[str]) -> list[tuple[str, list[list[str]]]]:
    """A stream out of ``grade``, and for each place of the atom the words that may stand there in it; side by side in any
    one of these streams they are the atom."""
    match atom:
        case Named(tokens=tokens):
            streams = [("e", [tokens])]
        case Phrase(terms=terms) if len(terms) > 1:
            streams = atom.alternatives()
        case Phrase(terms=(term,)) | (Term() as term):
            streams = [("x", [(term.x,)]), ("l", [term.lemmas]), ("m", [term.lemmas]), ("k", [term.keys])]
    found = []
    for stream, places in streams:
        kept = [sorted(set(filter(None, map(indexed, words)))) for words in places]
        if stream in grade and all(kept):
            found.append((stream, kept))
    return found


def is_findable(atom: Atom, grade: frozenset[str] = EVERY) -> bool:
    """Whether an entry can hold the atom in such streams: words of scripts that no index knows are in none."""
    if isinstance(atom, Prefix):
        return "x" in grade and bool(indexed(atom.x))
    return bool(ways(atom, grade))


def indexed(word: str) -> str:
    """The word as an entry holds it, or "" if no index takes it for exactly one token (as ``streams`` judges)."""
    is_token = all(unicodedata.ucd_3_2_0.category(letter)[0] in "LN" for letter in word)
    return word[:LONGEST_WORD] if is_token else ""
