"""English lemmas by simplemma, with the irregular forms that are words of their own."""

from functools import cache
from importlib.util import find_spec

from archive.language.lemmas.en_irregular import irregular
from archive.language.lemmas.en_spelling import american

_SHORTEST_PARTICIPLE = 6


@cache
def available() -> bool:
    """Whether simplemma is installed."""
    return find_spec("simplemma") is not None


@cache
def _dictionary():
    from simplemma import is_known, lemmatize

    return lemmatize, is_known


def known(word: str) -> bool:
    """Whether the dictionary lists the word."""
    return word in irregular() or _dictionary()[1](word, lang="en")


def common(word: str) -> bool:
    """Whether the dictionary lists the word; it does not tell names apart."""
    return known(word)


def lemmas(word: str) -> tuple[str, ...]:
    """The word's lemmas, best first."""
    return irregular().get(word) or _regular(word)


def headword(lemma: str) -> str:
    """The lemma in the spelling under which both its British and its American one are kept."""
    return american(lemma, known)


def _regular(word: str) -> tuple[str, ...]:
    """The lemma of the dictionary, which leaves some words as they are: one in -ing is of its verb too, and what ends
    like "Russians" or "crosses" is a plural."""
    lemma = _dictionary()[0](word, lang="en").lower()
    if word.endswith("ing") and lemma == word and len(word) >= _SHORTEST_PARTICIPLE:
        past = word.removesuffix("ing") + "ed"
        verb = _dictionary()[0](past, lang="en").lower()
        return (word, verb) if verb != past and known(verb) else (word,)
    if word.endswith("sses") and known(word[:-2]):
        return (word[:-2],)
    if word.endswith("ans") and lemma == word and known(word[:-1]):
        return (word[:-1],)
    return (lemma,)
