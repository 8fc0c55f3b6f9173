"""All shapes one part of a name may take in a text: dictionary forms, and patterns over sound keys for every script.

Patterns are wide on purpose: a moderator can wave a false sighting through, nobody can take back a missed one.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from archive.language.fold import fold
from archive.language.given_names import equivalents
from archive.language.lemmas import morphology
from archive.language.letters import is_cyrillic
from archive.language.soundkey import sound
from archive.language.tokens import clean

_CASES = """
а у і ю я е є о и ом ем єм ьом ою ею єю ам ям ами ями ах ях ові еві єві ів їв ей ій ію їм ї йом
ий ого ього ому ьому им ім ої ьої ьою их іх ими іми ый ая яя ую юю ое ее его ему ым ых ыми ые ие ы ов ев ёв ой ём ью
ья ьи ье ьев ьям ьями ова ової ову овою ових овим овими ового овому ева евої еву евою єва євої єву євою
ин ина иної ину иною ині їн їна їної їну їною ына ыну ыной иной ине овой евой овы евы
y ie em iem owi owie ów om ami ach ego iego emu iemu ym im ej iej ą ę ich ych imi ymi ze rze cie dzie le
owa owej ową owie owe owych ówna ówny ównie ówną ówno s es
"""
_ADJECTIVES = "ий а е ої ого ому ій у ою им их ими і ая ую ое ой ом ие ые y i ego emu ym ą ie"
_VARIABLE = frozenset("eio")
_FINAL = {"k": "[kc]", "h": "(?:[hzsc]|dz)", "c": "[cks]", "t": "[tc]", "d": "dz?", "r": "rz?", "s": "sc?", "z": "[zh]"}
_SHORTEST_STEM = 3
_SHORTEST_LOOSE = 4


def _endings(words: str) -> str:
    """The endings as a pattern of sound keys, read behind a hard consonant as they stand behind a stem."""
    found = {
        sound(fold("n" + ending))[1:] if ending.isascii() else sound(fold("н" + ending))[1:] for ending in words.split()
    }
    return "|".join(sorted(map(re.escape, found), key=len, reverse=True))


_CASE = _endings(_CASES)
_ADJECTIVE = f"[sc]?k(?:{_endings(_ADJECTIVES)})|can[a-z]*"
_LATIN_TO_UK = {
    "shch": "щ", "szcz": "щ", "zgh": "зг", "sch": "щ", "zh": "ж", "sh": "ш", "sz": "ш", "cz": "ч", "ch": "ч", "kh": "х", "ts": "ц",
    "yu": "ю", "iu": "ю", "ju": "ю", "ya": "я", "ia": "я", "ja": "я", "ye": "є", "je": "є", "yi": "ї", "ji": "ї", "a": "а",
    "b": "б", "c": "ц", "d": "д", "e": "е", "f": "ф", "g": "г", "h": "г", "i": "і", "j": "й", "k": "к", "l": "л", "m": "м",
    "n": "н", "o": "о", "p": "п", "q": "к", "r": "р", "s": "с", "t": "т", "u": "у", "v": "в", "w": "в", "x": "кс", "y": "и",
    "z": "з",
}  # fmt: skip
_RUSSIAN = str.maketrans("іїєи", "ииеы")
_LATIN = re.compile("|".join(sorted(_LATIN_TO_UK, key=len, reverse=True)))


@dataclass(frozen=True)
class Shapes:
    """What a part may look like: folded `forms`, their sound `keys`, a `tight` pattern of keys (stem and an ending of
    some case) and a `loose` one (derived words, compounds, other vowels); a pattern may be None."""

    forms: frozenset[str]
    keys: frozenset[str]
    tight: str | None
    loose: str | None


@lru_cache(maxsize=4096)
def shapes(part: str) -> Shapes:
    """The shapes of one part of a name, written in any of the four languages; a common given name in all of them."""
    given = equivalents(part)
    spellings = {clean(name) for name in given} | {clean(part)}
    forms = frozenset().union(*map(_forms, spellings))
    stems = {sound(form) for spelling in spellings for form in _both_ch(fold(spelling))}
    tight = [pattern for pattern in map(_tight, sorted(stems)) if pattern]
    loose = [] if given else [pattern for stem in sorted(stems) for pattern in _loose(stem)]
    keys = frozenset(filter(None, map(sound, forms)))
    return Shapes(forms, keys, "|".join(tight) or None, "|".join(loose) or None)


def _forms(spelling: str) -> frozenset[str]:
    """The folded forms the two Cyrillic dictionaries give, of the spelling or of what it may transliterate."""
    found = {spelling}
    for word in [spelling] if any(map(is_cyrillic, spelling)) else _as_cyrillic(spelling):
        found.add(word)
        for language in ("uk", "ru"):
            if morphology.available(language):
                found |= morphology.forms(word, language)
    return frozenset(map(fold, found))


def _as_cyrillic(word: str) -> set[str]:
    """Ukrainian and Russian spellings a Latin word may stand for, "ch" as ч and as х, with and without a final ь."""
    found = set()
    for kha in ("ч", "х"):
        ukrainian = _LATIN.sub(lambda match: _LATIN_TO_UK[match[0]], fold(word)).replace("ч", kha)
        found |= {ukrainian, ukrainian.translate(_RUSSIAN)}
    return found | {spelling + "ь" for spelling in found if spelling[-1:] in "лнцтдсз"}


def _both_ch(folded: str) -> set[str]:
    return {folded, folded.replace("ch", "h")}


def _stem(key: str) -> str:
    return key.rstrip("aeiou")


def _tight(key: str) -> str | None:
    """The stem with its vowel and consonant changes, and an ending of any case in any of the languages."""
    stem = _stem(key)
    return f"{_changing(stem)}(?:{_CASE})?" if len(stem) >= _SHORTEST_STEM else None


def _loose(key: str) -> list[str]:
    stem = _stem(key)
    if len(stem) < _SHORTEST_STEM:
        return []
    if len(stem) < _SHORTEST_LOOSE:
        return [f"{_changing(stem)}(?:{_ADJECTIVE})"]
    start = _changing(stem) if len(stem) > _SHORTEST_LOOSE else stem[:-1] + _FINAL.get(stem[-1], stem[-1])
    patterns = [f"{start}[a-z]*", f"[a-z]*{stem}[a-z]*"]
    shorter = key.removesuffix("sk") if key.endswith("sk") else stem[:-1] if key.endswith("ka") else ""
    if len(shorter) > _SHORTEST_LOOSE:
        patterns.append(f"{_changing(shorter)}[a-z]*")
    if sum(letter not in "aeiou" for letter in stem) > _SHORTEST_LOOSE:
        patterns.append(re.sub("[aeiou]+", "[aeiou]+", stem) + "[a-z]*")
    return patterns


def _changing(stem: str) -> str:
    """A pattern for the stem: e, i, o for one another, a fleeting vowel before the last consonant, that consonant softened."""
    body, last = stem[:-1], stem[-1]
    letters = [letter if letter not in _VARIABLE or not place else "[eio]" for place, letter in enumerate(body)]
    if len(stem) >= _SHORTEST_LOOSE and letters[-1] == "[eio]":
        letters[-1] += "?"
    elif len(stem) >= _SHORTEST_LOOSE and letters[-1] not in "aeu":
        letters.append("[eio]?")
    return "".join(letters) + _FINAL.get(last, last)
