"""Parallel token streams of a text: fold, lemma, second lemma, sound key and authority, one entry at each position.

Search indexes store each stream joined by spaces; because every stream has an entry at every position, phrases work
in all of them, and a position leads back to the original words.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, partial
from typing import NamedTuple, Protocol

from archive.language.fold import fold
from archive.language.languages import LATIN
from archive.language.lemmas import common, headwords, known, language_of, surname
from archive.language.lemmas import warm as warm_dictionaries
from archive.language.letters import HYPHENS, is_plain
from archive.language.memo import Memo
from archive.language.name_families import family
from archive.language.soundkey import key, polish_key
from archive.language.tokens import Tokens, clean, is_hyphenated, tokenise

FILLER = "0"
MOST_WORDS = 1 << 17
"""Words of a language whose entries are kept."""

SHORTEST_UNSTRESSED, MOST_UNSTRESSED = 5, 4
"""How long a word has to be for its a to be tried as o, and how many of them are."""

# A dictionary word's sound key carries its language: a query word of the same dictionary does not look for it there.
KEY_MARKS = {"uk": "1", "ru": "2", "pl": "3", "en": "4"}
_UNSTRESSED = re.compile("а(?=[бвгґджзклмнпрстфхцчшщ])")
_SPELT_AS = {
    "uk": ("ru", str.maketrans("іїєґ", "ииег", "'")),
    "ru": ("uk", str.maketrans("ыиэъ", "иіе'")),
}


class Word(NamedTuple):
    """The entries of one word for the streams x, l, m and k, and the language it was read in."""

    x: str
    l: str  # noqa: E741
    m: str
    k: str
    language: str


UNREAD = Word(" ", " ", " ", " ", "")
"""Stands for a word that nobody wants: no entry is a space."""


@dataclass(frozen=True)
class Streams:
    """The tokens of a text and, for each, its word's entries and e, the token of the authority whose mention begins here
    or FILLER. ``joined`` are the places at which a compound begins, with the lemma of its parts in one word.

    By name: x, l the fold of the best lemma, m of the second lemma or l, and that of a compound at its first part, k the
    sound key of the lemma or FILLER. All have the same length; no entry is empty or has a space.
    """

    tokens: Tokens
    words: tuple[Word, ...]
    joined: Mapping[int, str]
    e: tuple[str, ...]

    @cached_property
    def x(self) -> tuple[str, ...]:
        return tuple(word.x for word in self.words)

    @cached_property
    def l(self) -> tuple[str, ...]:  # noqa: E743
        return tuple(word.l for word in self.words)

    @cached_property
    def m(self) -> tuple[str, ...]:
        return tuple(self.joined.get(place, word.m) for place, word in enumerate(self.words))

    @cached_property
    def k(self) -> tuple[str, ...]:
        return tuple(word.k for word in self.words)


class Finder(Protocol):
    """What knows the authorities: `archive.language.authorities.Gazetteer`."""

    def entries(self, text: str, tokens: Tokens, words: tuple[Word, ...]) -> tuple[str, ...]:
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
    tokens = tokenise(text)
    words = tuple(map(_words(language).__getitem__, tokens.written))
    joined = {place: word_streams(compound, language).l for place, compound in _compounds(tokens)}
    e = gazetteer.entries(text, tokens, words) if gazetteer and words else (FILLER,) * len(words)
    return Streams(tokens, words, joined, e)


def streams_of_few(text: str, language: str, is_wanted: Callable[[str], bool]) -> Streams:
    """The streams without e of the words wanted by their folds; all others are not looked up and stand as UNREAD."""
    tokens, read = tokenise(text), _words(language)
    words = tuple(read[word] if is_wanted(fold(word)) else UNREAD for word in tokens.written)
    joined = {place: word_streams(compound, language).l for place, compound in _compounds(tokens)}
    return Streams(tokens, words, joined, (FILLER,) * len(words))


def word_streams(written: str, language: str) -> Word:
    """The entries of one word as it was written; a capital tells that it may be a given name."""
    return _words(language)[written]


@cache
def _words(language: str) -> Memo[Word]:
    return Memo(partial(_made, language=language), MOST_WORDS)


def _made(written: str, language: str) -> Word:
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
    """The language a cleaned word is read in and its headwords there.

    A word that its language does not know may be one of the sister language in this one's letters, as mixed speech
    writes them: «больніце» is «больнице»; or one of either with an unstressed o written as it is spoken: «карова» is
    «корова». Those headwords then come first.
    """
    if language in _SPELT_AS and not known(word, language):
        sister, letters = _SPELT_AS[language]
        spellings = [word[:-1] + "е"] if word.endswith("і") else []
        for spelling in (*spellings, word):
            if known(spelling.translate(letters), sister):
                return sister, (*headwords(spelling.translate(letters), sister)[:2], *headwords(word, language))
        for spelling in _with_o(word):
            for other, spelt in ((language, spelling), (sister, spelling.translate(letters))):
                if common(spelt, other):
                    return other, (*headwords(spelt, other)[:2], *headwords(word, language))
    return language, headwords(word, language)


def _with_o(word: str) -> list[str]:
    """The word with every a before a consonant written as o, then with each of them; short words are left alone."""
    if len(word) < SHORTEST_UNSTRESSED:
        return []
    places = [match.start() for match in _UNSTRESSED.finditer(word)][:MOST_UNSTRESSED]
    single = [f"{word[:place]}о{word[place + 1 :]}" for place in places]
    return [_UNSTRESSED.sub("о", word), *single] if len(places) > 1 else single


def _key(written: str, word: str, x: str, found: tuple[str, str], language: str) -> str:
    """The sound key: of the family of a given name; of a surname that is no other word; of the lemma; of an unknown Polish
    word as it stands."""
    if written[0].isupper():
        if relatives := family(x):
            return relatives
        if name := surname(word, language):
            return key(name)
    if language == "pl":
        heard = polish_key(found[0] if known(word, "pl") else word)
    else:
        heard = key(found[0])
    return heard + KEY_MARKS[language] if heard and common(word, language) else heard


def _compounds(tokens: Tokens):
    """Each hyphenated compound, as the place of its first part and the parts cleaned and joined."""
    if not any(hyphen in tokens.text for hyphen in HYPHENS):
        return
    place = 0
    while place < len(tokens):
        end = place + 1
        while end < len(tokens) and is_hyphenated(tokens.text, tokens[end - 1], tokens[end]):
            end += 1
        if end - place > 1:
            yield place, "".join(clean(token.text) for token in tokens[place:end])
        place = end


def _entry(word: str, otherwise: str) -> str:
    """The word if every index takes it for exactly one token, else what stands in its place.

    FTS5's unicode61 knows the letters of Unicode 6.1; Python's table of Unicode 3.2 is a safe part of them.
    """
    if is_plain(word) or (word and all(unicodedata.ucd_3_2_0.category(letter)[0] in "LN" for letter in word)):
        return word
    return otherwise
