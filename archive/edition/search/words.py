"""What may be asked of the index for one word of a query."""

import unicodedata

from archive.language.queries import Term

from .stretches import LONGEST_WORD


def wanted(term: Term) -> list[tuple[str, str]]:
    """(stream, word) for every way the term can stand in an entry.

    The words are letters and digits only, as in the streams, so an engine may put them between quotes; a word the
    streams could not keep gives none.
    """
    streams = {"x": (term.x,), "l": term.lemmas, "m": term.lemmas, "k": term.keys}
    return [(stream, indexed(word)) for stream, words in streams.items() for word in words if indexed(word)]


def indexed(word: str) -> str:
    """The word as an entry holds it, or "" if no index takes it for exactly one token (as ``streams`` judges)."""
    is_token = all(unicodedata.ucd_3_2_0.category(letter)[0] in "LN" for letter in word)
    return word[:LONGEST_WORD] if is_token else ""
