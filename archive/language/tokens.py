"""Words of a text with their places in it, and the cleaned spelling the streams, lemmas and sound keys start from."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from archive.language.letters import APOSTROPHES, HYPHENS, INVISIBLE, LINE_HYPHENS, LOWER, MARKS, STRESSED, one_script

_APOSTROPHE = f"[{re.escape(APOSTROPHES)}]"
_LETTER = f"(?:(?!{_APOSTROPHE})[^\\W_])"
_SILENT = f"[{INVISIBLE}{MARKS}]"
_LINE_END = f"[{re.escape(LINE_HYPHENS)}][ \\t]*\\r?\\n[ \\t]*(?=[{LOWER}])"
_WORD = re.compile(f"{_LETTER}(?:{_SILENT}*(?:{_APOSTROPHE}|{_LINE_END}){_SILENT}*(?={_LETTER})|{_SILENT}|{_LETTER})*")

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


def tokenise(text: str) -> list[Token]:
    """The words of the text in order; hyphenated words give one token for each part, but a line-end hyphen joins."""
    return [Token(*match.span(), match[0]) for match in _WORD.finditer(text)]


def visible(word: str) -> str:
    """The word without what a reader does not see or mind: invisible signs, stress marks, the hyphen of a line's end."""
    word = _LINE_BREAK.sub("", word).translate(_DROP)
    return unicodedata.normalize("NFC", word).translate(_UNMARK).translate(_STRAIGHTEN)


@lru_cache(maxsize=1 << 17)
def clean(word: str) -> str:
    """The word as a dictionary would have it: visible letters in one script and lower case, with straight apostrophes.

    The letters й ї ё and Polish diacritics stay; an English possessive "'s" goes.
    """
    word = unicodedata.normalize("NFC", one_script(visible(word)).lower()).translate(_UNMARK)
    return _POSSESSIVE.sub("", word)


def is_hyphenated(text: str, left: Token, right: Token) -> bool:
    """Whether the two tokens are neighbours in one compound: nothing but a hyphen stands between them."""
    between = text[left.end : right.start]
    return len(between) == 1 and between in HYPHENS
