"""Parallel token streams of a text: fold, lemma, second lemma, sound key and authority, one entry at each position.

Search indexes store each stream joined by spaces; because every stream has an entry at every position, phrases work
in all of them, and a position leads back to the original words.
"""

import unicodedata
from functools import lru_cache
from typing import NamedTuple, Protocol

from archive.language.fold import fold
from archive.language.languages import LATIN
from archive.language.lemmas import common, known, language_of, lemmas
from archive.language.lemmas import warm as warm_dictionaries
from archive.language.name_families import family
from archive.language.soundkey import key, polish_key
from archive.language.tokens import Token, clean, is_hyphenated, tokenise

FILLER = "0"
# A dictionary word's sound key carries its language: a query word of the same dictionary does not look for it there.
KEY_MARKS = {"uk": "1", "ru": "2", "pl": "3", "en": "4"}
_SPELT_AS = {
    "uk": ("ru", str.maketrans("іїєґ", "ииег", "'")),
    "ru": ("uk", str.maketrans("ыиэъ", "иіе'")),
}


class Streams(NamedTuple):
    """The tokens of a text and, for each, x the fold, l the fold of the best lemma, m of the second lemma or l,
    k the sound key of the lemma or FILLER, e the token of the authority whose mention begins here or FILLER. All
    have the same length; no entry is empty or has a space."""

    tokens: tuple[Token, ...]
    x: tuple[str, ...]
    l: tuple[str, ...]  # noqa: E741
    m: tuple[str, ...]
    k: tuple[str, ...]
    e: tuple[str, ...]


class Word(NamedTuple):
    """The entries of one word for the streams x, l, m and k, and the language it was read in."""

    x: str
    l: str  # noqa: E741
    m: str
    k: str
    language: str


class Finder(Protocol):
    """What knows the authorities: `archive.language.authorities.Gazetteer`."""

    def entries(self, text: str, tokens: tuple[Token, ...], words: list[Word]) -> tuple[str, ...]:
        """The e stream."""


def warm() -> None:
    """Load dictionaries and names now, before a server forks its workers."""
    warm_dictionaries()
    family("іван")
    family("ivan")


def streams(text: str, language: str, gazetteer: Finder | None = None) -> Streams:
    """The streams of a text whose segment is in `language`; single words may be in another.

    Without a gazetteer e holds FILLER only.
    """
    tokens = tuple(tokenise(text))
    if not tokens:
        return Streams((), (), (), (), (), ())
    words = [word_streams(token.text, language) for token in tokens]
    x, best, second, k, _ = zip(*words, strict=True)
    for place, compound in _compounds(text, tokens):
        second = (*second[:place], word_streams(compound, language).l, *second[place + 1 :])
    e = gazetteer.entries(text, tokens, words) if gazetteer else (FILLER,) * len(tokens)
    return Streams(tokens, x, best, second, k, e)


@lru_cache(maxsize=1 << 18)
def word_streams(written: str, language: str) -> Word:
    """The entries of one word as it was written; a capital tells that it may be a given name."""
    word = clean(written)
    own = language_of(word, language)
    if own != language and written[0].isupper() and own in LATIN and language in LATIN and word.isascii():
        own = language  # a foreign word with a capital is a name: "Sumy" in English is no Polish «suma»
    own, found = readings_of(word, own)
    x = _entry(fold(word), FILLER)
    best = _entry(fold(found[0]), x)
    second = next((entry for entry in (_entry(fold(lemma), x) for lemma in found[1:]) if entry != best), best)
    return Word(x, best, second, _key(written, word, x, (best, second), own) or FILLER, own)


def readings_of(word: str, language: str) -> tuple[str, tuple[str, ...]]:
    """The language a cleaned word is read in and its dictionary forms there.

    A word that its language does not know may be one of the sister language in this one's letters, as mixed speech
    writes them: «больніце» is «больнице». Its dictionary forms then come first.
    """
    if language in _SPELT_AS and not known(word, language):
        sister, letters = _SPELT_AS[language]
        spellings = [word[:-1] + "е"] if word.endswith("і") else []
        for spelling in (*spellings, word):
            if known(spelling.translate(letters), sister):
                return sister, (*lemmas(spelling.translate(letters), sister)[:2], *lemmas(word, language))
    return language, lemmas(word, language)


def _key(written: str, word: str, x: str, found: tuple[str, str], language: str) -> str:
    """The sound key: of the family of a given name; of the lemma; of an unknown Polish word as it stands."""
    if written[0].isupper() and (relatives := family(x)):
        return relatives
    if language == "pl":
        heard = polish_key(found[0] if known(word, "pl") else word)
    else:
        heard = key(found[0])
    return heard + KEY_MARKS[language] if heard and common(word, language) else heard


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
