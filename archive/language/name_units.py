"""The places of a text where a name may stand: each word, words broken apart, and what their letters may stand for."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from archive.language.fold import fold
from archive.language.letters import HYPHENS, other_script
from archive.language.tokens import Token, visible

_DIGITS = str.maketrans("0134", "оізч")
_LONGEST = 16
_SYLLABLE = 4


class Unit(NamedTuple):
    """The tokens `first` to `last` read as one word, in each of the folded `spellings` it may stand for."""

    first: int
    last: int
    spellings: tuple[str, ...]


def units(text: str, tokens: list[Token]) -> Iterator[Unit]:
    """Every token; every two neighbours; longer runs of single letters, or of syllables with only hyphens and spaces
    between: "К о в а л е н к о", "Ко-ва-лен-ко"."""
    words = [visible(token.text) for token in tokens]
    for first, word in enumerate(words):
        yield Unit(first, first, spellings(word))
        for last in range(first + 1, min(first + _LONGEST, len(tokens))):
            pieces = words[first : last + 1]
            if last > first + 1 and not _is_broken(text, tokens[last - 1], tokens[last], pieces):
                break
            yield Unit(first, last, spellings("".join(pieces)))


def _is_broken(text: str, left: Token, right: Token, pieces: list[str]) -> bool:
    longest = max(map(len, pieces))
    if longest == 1:
        return True
    between = text[left.end : right.start]
    return longest <= _SYLLABLE and all(sign in HYPHENS or sign.isspace() for sign in between)


@lru_cache(maxsize=1 << 16)
def spellings(word: str) -> tuple[str, ...]:
    """The folded spellings a word may stand for: itself, in look-alike letters, with letters for digits."""
    found = [word]
    if not word.isalpha() and not word.isdigit():
        found.append(word.translate(_DIGITS))
    found += [turned for turned in map(other_script, found) if turned]
    return tuple(dict.fromkeys(filter(None, map(fold, found))))
