"""English lemmas by simplemma, with the irregular forms that are words of their own."""

from functools import cache
from importlib.util import find_spec

_EXCEPTIONS = {
    "left": ("leave", "left"),
    "felt": ("feel", "felt"),
    "found": ("find", "found"),
    "ground": ("ground", "grind"),
    "saw": ("see", "saw"),
    "wound": ("wound", "wind"),
    "lay": ("lie", "lay"),
    "bore": ("bear", "bore"),
    "better": ("good", "better"),
    "best": ("good", "best"),
    "worse": ("bad", "worse"),
    "worst": ("bad", "worst"),
    "fled": ("flee",),
    "shot": ("shoot", "shot"),
    "shelling": ("shell", "shelling"),
    "building": ("building", "build"),
    "buildings": ("building", "build"),
}


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
    return word in _EXCEPTIONS or _dictionary()[1](word, lang="en")


def common(word: str) -> bool:
    """Whether the dictionary lists the word; it does not tell names apart."""
    return known(word)


def lemmas(word: str) -> tuple[str, ...]:
    """The word's lemmas, best first."""
    return _EXCEPTIONS.get(word) or (_dictionary()[0](word, lang="en").lower(),)
