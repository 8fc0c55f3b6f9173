"""The letters and signs words are written with: what is invisible, what is an apostrophe, which letters are twins."""

import re
import unicodedata

INVISIBLE = (
    "\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufeff"
) + "".join(map(chr, range(0xFE00, 0xFE10)))
MARKS = "".join(map(chr, range(0x0300, 0x0370)))
APOSTROPHES = "'’ʼ`´‘‛′ʹʻʽˈ＇՚"
# Cyrillic letters that are a letter and a stress mark in one sign: ѐ, ѝ, ќ; й, ї, ё, ў are letters of their own.
STRESSED = {
    chr(c): unicodedata.normalize("NFD", chr(c))[0]
    for c in range(0x400, 0x530)
    if chr(c) not in "йїёўЙЇЁЎ" and unicodedata.normalize("NFD", chr(c)) != chr(c)
}
HYPHENS = "-‐‑‒–—−﹣－"

LINE_HYPHENS = "-‐‑¬\u00ad"
LOWER = "".join(chr(c) for c in (*range(0x61, 0x530), *range(0x1E00, 0x1F00)) if chr(c).islower())

_PLAIN = re.compile("[а-яєіїґё]++|[a-z]++")

_UPPER_TWINS = dict(zip("ABCEHIKMOPTXY", "АВСЕНІКМОРТХУ", strict=True))
_LOWER_TWINS = dict(zip("aceikopxy", "асеікорху", strict=True))
_DOTTED_TWINS = {"ï": "ї", "Ï": "Ї", "ë": "ё", "Ë": "Ё"}
TO_CYRILLIC = {**_UPPER_TWINS, **_LOWER_TWINS, **_DOTTED_TWINS}
TO_LATIN = {cyrillic: latin for latin, cyrillic in TO_CYRILLIC.items()}


def is_cyrillic(letter: str) -> bool:
    """Whether the letter belongs to the Cyrillic blocks (U+0400–052F)."""
    return "\u0400" <= letter <= "\u052f"


def is_latin(letter: str) -> bool:
    """Whether the letter belongs to the Latin blocks, diacritics included."""
    return letter.isalpha() and (letter < "\u0250" or "\u1e00" <= letter <= "\u1eff")


def is_plain(word: str) -> bool:
    """Whether the word is nothing but small letters of one script that stand for themselves, as nearly all words are."""
    return _PLAIN.fullmatch(word) is not None


def bare(letter: str) -> str:
    """The letter without its marks: "á" is "a"."""
    return "".join(c for c in unicodedata.normalize("NFD", letter) if c not in MARKS)


def one_script(word: str) -> str:
    """A word of two scripts written in one: look-alike letters go to the script of the letters that have no twin.

    Where that says nothing, the more frequent script wins, then Cyrillic. Letters without a twin stay as they are.
    """
    latin = [c for c in word if is_latin(c)]
    cyrillic = [c for c in word if is_cyrillic(c)]
    if not latin or not cyrillic:
        return word
    only_latin = sum(c not in TO_CYRILLIC and bare(c) not in TO_CYRILLIC for c in latin)
    only_cyrillic = sum(c not in TO_LATIN for c in cyrillic)
    if bool(only_latin) == bool(only_cyrillic):
        only_latin, only_cyrillic = len(latin), len(cyrillic)
    if only_latin > only_cyrillic:
        return "".join(TO_LATIN.get(c, c) for c in word)
    return "".join(_as_cyrillic(c) for c in word)


def other_script(word: str) -> str | None:
    """The word read in the other script, if every letter of it has a twin there: Latin "COBA" may be «СОВА»."""
    for twins in (TO_CYRILLIC, TO_LATIN):
        if all(c in twins for c in word):
            return "".join(twins[c] for c in word)
    return None


def _as_cyrillic(letter: str) -> str:
    if letter in TO_CYRILLIC:
        return TO_CYRILLIC[letter]
    return TO_CYRILLIC.get(bare(letter), letter) if is_latin(letter) else letter
