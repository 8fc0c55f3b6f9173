"""Sound keys: one spelling for a name however it was transliterated, «Щербак» = "Shcherbak" = "Szczerbak" = "scerbak".

A key is lower-case ASCII. Voiced and soft differences that transliterations lose are lost here too: г ґ х are h,
и і ї й ы are i, є е э ё are e, ш and с are s, ж and з are z, ч and ц are c, щ is sc, в and w are v.
"""

import re
from functools import lru_cache

from archive.language.fold import fold

SHORTEST = 4

_CYRILLIC = str.maketrans(
    {
        **dict(zip("абвгдежзийклмнопрстуфхцчшыэєії", "abvhdezziiklmnoprstufhccsieeii", strict=True)),
        "щ": "sc",
        "ю": "iu",
        "я": "ia",
        "ў": "v",
        "ь": None,
        "ъ": None,
    }
)
_DIGRAPHS = {
    "shch": "sc", "szcz": "sc", "sch": "sc", "zgh": "zh", "sh": "s", "sz": "s", "zh": "z", "cz": "c", "ch": "c",
    "ts": "c", "tz": "c", "kh": "h", "gh": "h", "ph": "f", "th": "t", "x": "ks", "q": "k", "w": "v", "y": "i",
    "j": "i", "g": "h",
}  # fmt: skip
_LATIN = re.compile("|".join(sorted(_DIGRAPHS, key=len, reverse=True)))
_SOFT = re.compile("i+(?=[aeiou])")
_DOUBLE = re.compile(r"([a-z])\1+")


@lru_cache(maxsize=1 << 15)
def key(word: str) -> str:
    """The sound key of a word, or "" when the word has fewer than four letters or any digit."""
    folded = fold(word)
    return sound(folded) if len(folded) >= SHORTEST and folded.isalpha() else ""


@lru_cache(maxsize=1 << 15)
def polish_key(word: str) -> str:
    """The sound key of a Polish spelling, where "ch" is х: "Charków" begins like «Харків»."""
    return key(fold(word).replace("ch", "h"))


def sound(folded: str) -> str:
    """The sound key of a folded form of any length; "" for letters that are neither Latin nor Cyrillic."""
    spelt = _LATIN.sub(lambda match: _DIGRAPHS[match[0]], folded).translate(_CYRILLIC).replace("ts", "c")
    spelt = _DOUBLE.sub(r"\1", _SOFT.sub("", _DOUBLE.sub(r"\1", spelt)))
    return spelt if spelt.isascii() else ""
