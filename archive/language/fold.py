"""The folded spelling, equal for all ways to type one word: the `x` stream and every comparison of forms."""

from functools import lru_cache

from archive.language.letters import bare, is_latin, is_plain
from archive.language.tokens import clean

_LETTERS = str.maketrans(
    {
        "ґ": "г",
        "ё": "е",
        "'": None,
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "ø": "o",
        "ı": "i",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
    }
)


@lru_cache(maxsize=1 << 15)
def fold(word: str) -> str:
    """The word cleaned, then ґ→г, ё→е, ł→l, without apostrophe and Latin diacritics; и, і, ї, й, ы stay apart.

    A number has no leading zeros: 10.09.2022 is 10.9.2022.
    """
    folded = clean(word).translate(_LETTERS)
    if folded.isdecimal():
        return folded.lstrip("0") or "0"
    if folded.isascii() or is_plain(folded):
        return folded
    return "".join(bare(letter) if is_latin(letter) else letter for letter in folded)
