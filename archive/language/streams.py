"""Parallel token streams of a text: fold, lemma, second lemma and sound key, one entry at each position.

Search indexes store each stream joined by spaces; because every stream has an entry at every position, phrases work
in all of them, and a position leads back to the original words.
"""

import unicodedata
from functools import lru_cache
from typing import NamedTuple

from archive.language.fold import fold
from archive.language.lemmas import known, language_of, lemmas
from archive.language.soundkey import key, polish_key
from archive.language.tokens import Token, clean, is_hyphenated, tokenise

FILLER = "0"


class Streams(NamedTuple):
    """The tokens of a text and, for each, x the fold, l the fold of the best lemma, m of the second lemma or l,
    k the sound key of the lemma or FILLER. All five have the same length; no entry is empty or has a space."""

    tokens: tuple[Token, ...]
    x: tuple[str, ...]
    l: tuple[str, ...]  # noqa: E741
    m: tuple[str, ...]
    k: tuple[str, ...]


def streams(text: str, language: str) -> Streams:
    """The streams of a text whose segment is in `language`; single words may be in another."""
    tokens = tuple(tokenise(text))
    columns = [word_streams(clean(token.text), language) for token in tokens]
    second = [column[2] for column in columns]
    for place, compound in _compounds(text, tokens):
        second[place] = word_streams(compound, language)[1]
    first = ([column[n] for column in columns] for n in (0, 1, 3))
    x, best, k = map(tuple, first)
    return Streams(tokens, x, best, tuple(second), k)


@lru_cache(maxsize=1 << 18)
def word_streams(word: str, language: str) -> tuple[str, str, str, str]:
    """The entries of one cleaned word: fold, lemma, second lemma, sound key."""
    own = language_of(word, language)
    found = lemmas(word, own)
    x = _entry(fold(word), FILLER)
    best = _entry(fold(found[0]), x)
    second = next((entry for entry in (_entry(fold(lemma), x) for lemma in found[1:]) if entry != best), best)
    if own == "pl":
        return x, best, second, polish_key(best if known(word, "pl") else word) or FILLER
    return x, best, second, key(best) or FILLER


def _compounds(text: str, tokens: tuple[Token, ...]):
    """Each hyphenated compound, as the place of its first part and the parts cleaned and joined."""
    place = 0
    while place < len(tokens):
        end = place + 1
        while end < len(tokens) and is_hyphenated(text, tokens[end - 1], tokens[end]):
            end += 1
        if end - place > 1:
            yield place, "".join(clean(token.text) for token in tokens[place:end])
        place = end


def _entry(word: str, otherwise: str) -> str:
    """The word if every index takes it for exactly one token, else what stands in its place.

    FTS5's unicode61 knows the letters of Unicode 6.1; Python's table of Unicode 3.2 is a safe part of them.
    """
    if word and all(unicodedata.ucd_3_2_0.category(letter)[0] in "LN" for letter in word):
        return word
    return otherwise
