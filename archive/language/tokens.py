"""Words of a text with their places in it, and the cleaned spelling the streams, lemmas and sound keys start from."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from archive.language.letters import (
    APOSTROPHES,
    HYPHENS,
    INVISIBLE,
    LINE_HYPHENS,
    LOWER,
    MARKS,
    STRESSED,
    is_plain,
    one_script,
)

_APOSTROPHE = f"[{re.escape(APOSTROPHES)}]"
_LETTER = f"[^\\W_{re.escape(APOSTROPHES)}]"
_SILENT = f"[{INVISIBLE}{MARKS}]"
_LINE_END = f"[{re.escape(LINE_HYPHENS)}][ \\t]*\\r?\\n[ \\t]*(?=[{LOWER}])"
_JOINED = f"{_SILENT}*(?:{_APOSTROPHE}|{_LINE_END}){_SILENT}*+{_LETTER}++"
# Most words end where their first letters do: one look says so before anything else is tried.
_NO_LETTER = f"(?=[{INVISIBLE}{MARKS}{re.escape(APOSTROPHES + LINE_HYPHENS)}])"
_WORD = re.compile(f"{_LETTER}++(?:{_NO_LETTER}(?:{_JOINED}|{_SILENT}++{_LETTER}*+))*+")

_LINE_BREAK = re.compile(f"[{re.escape(LINE_HYPHENS)}][ \\t]*\\r?\\n[ \\t]*")
_DROP = dict.fromkeys(map(ord, INVISIBLE))
_UNMARK = {**dict.fromkeys(map(ord, MARKS)), **{ord(letter): base for letter, base in STRESSED.items()}}
_STRAIGHTEN = dict.fromkeys(map(ord, APOSTROPHES), "'")
_POSSESSIVE = re.compile(r"(?<=[a-zà-ž])(?:'s)+$")


class Token(NamedTuple):
    """A word of a text: `text` is the original from `start` to `end` (code points), as it was written."""

    start: int
    end: int
    text: str


class Tokens(Sequence[Token]):
    """The words of a text in order. ``written`` has them without their places, which are looked for when one is asked for."""

    def __init__(self, text: str):
        self.text = text
        self.written: list[str] = _WORD.findall(text)

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        return [match.span() for match in _WORD.finditer(self.text)]

    def __len__(self) -> int:
        return len(self.written)

    def __getitem__(self, place):
        if isinstance(place, slice):
            return [Token(*span, word) for span, word in zip(self._spans[place], self.written[place], strict=True)]
        return Token(*self._spans[place], self.written[place])


def tokenise(text: str) -> Tokens:
    """The words of the text; hyphenated words give one token for each part, but a line-end hyphen joins."""
    return Tokens(text)


def visible(word: str) -> str:
    """The word without what a reader does not see or mind: invisible signs, stress marks, the hyphen of a line's end."""
    word = _LINE_BREAK.sub("", word).translate(_DROP)
    return unicodedata.normalize("NFC", word).translate(_UNMARK).translate(_STRAIGHTEN)


@lru_cache(maxsize=1 << 15)
def clean(word: str) -> str:
    """The word as a dictionary would have it: visible letters in one script and lower case, with straight apostrophes.

    The letters й ї ё and Polish diacritics stay; an English possessive "'s" goes.
    """
    if is_plain(lowered := word.lower()):
        return lowered
    word = unicodedata.normalize("NFC", one_script(visible(word)).lower()).translate(_UNMARK)
    return _POSSESSIVE.sub("", word)


def is_hyphenated(text: str, left: Token, right: Token) -> bool:
    """Whether the two tokens are neighbours in one compound: nothing but a hyphen stands between them."""
    between = text[left.end : right.start]
    return len(between) == 1 and between in HYPHENS
