"""Dictionary forms of words: one module per language, each with `available()`, `known(word)`, `common(word)`,
`lemmas(word)` and `headword(lemma)`.

A language whose dictionary is not installed answers with the folded word, so search still works, only less well.
"""

from functools import lru_cache

from archive.language.fold import fold
from archive.language.languages import CYRILLIC, sisters
from archive.language.lemmas import en, morphology, pl, ru, uk
from archive.language.letters import is_cyrillic
from archive.language.tokens import clean

_MODULES = {"uk": uk, "en": en, "pl": pl, "ru": ru}
_UKRAINIAN = frozenset("іїєґ'")
_RUSSIAN = frozenset("ыэёъ")
_POLISH = frozenset("ąćęłńóśźż")


def available() -> dict[str, bool]:
    """Which languages have their dictionary installed."""
    return {code: module.available() for code, module in _MODULES.items()}


@lru_cache(maxsize=1 << 15)
def lemmas(word: str, language: str) -> tuple[str, ...]:
    """The dictionary forms the word may belong to, best first, at least one; `language` is a content language.

    A single letter is an initial, and no form of another word: "M. Kravets" does not say "I'm".
    """
    word, module = clean(word), _MODULES[language]
    if len(word) == 1:
        return (fold(word),)
    found = module.lemmas(word) if word and module.available() else ()
    return found or (fold(word),)


def headwords(word: str, language: str) -> tuple[str, ...]:
    """The same, with one spelling for lemmas that are spelt in two ways: «вчитель» is «учитель», "organise" "organize".

    Indexes and queries hold these; people are shown `lemmas`.
    """
    found, module = lemmas(word, language), _MODULES[language]
    if not module.available():
        return found
    return tuple(dict.fromkeys(map(module.headword, found)))


@lru_cache(maxsize=1 << 15)
def known(word: str, language: str) -> bool:
    """Whether the language's dictionary lists the word; false when there is no dictionary."""
    module = _MODULES[language]
    return bool(word) and module.available() and module.known(clean(word))


@lru_cache(maxsize=1 << 15)
def common(word: str, language: str) -> bool:
    """Whether the language's dictionary lists the word as another thing than a name; false without a dictionary."""
    word, module = clean(word), _MODULES[language]
    return bool(word) and module.available() and module.common(word)


def surname(word: str, language: str) -> str:
    """The surname that a cleaned word is a form of and that is no other word, by the dictionaries that list surnames."""
    return morphology.surname(word, language) if language in CYRILLIC and morphology.available(language) else ""


@lru_cache(maxsize=1 << 15)
def language_of(word: str, segment_language: str) -> str:
    """The language of one word of a segment: its telling letters, else the segment's language if it knows the word,
    else the other language of the script if that one knows it."""
    letters = frozenset(clean(word))
    if any(map(is_cyrillic, letters)):
        if letters & _UKRAINIAN:
            return "uk"
        if letters & _RUSSIAN:
            return "ru"
        candidates = sisters(segment_language if segment_language in {"uk", "ru"} else "uk")
    elif letters & _POLISH:
        return "pl"
    else:
        candidates = sisters(segment_language if segment_language in {"en", "pl"} else "en")
    return next((code for code in candidates if known(word, code)), candidates[0])


def missing() -> list[str]:
    """The languages without their dictionary: search works in them, but finds only the form that was typed."""
    return [code for code, is_there in available().items() if not is_there]


def warm() -> None:
    """Load every dictionary now, before a server forks its workers."""
    for code, word in {"uk": "вода", "en": "water", "pl": "woda", "ru": "вода"}.items():
        lemmas.__wrapped__(word, code)
        known.__wrapped__(word, code)
        common.__wrapped__(word, code)
