"""The order of titles and names for readers of one language, equal on every database.

A database sorts by code points or by the collation it was installed with: neither puts «І» after «И» for certain.
"""

import unicodedata

LONGEST = 60

_CYRILLIC = "абвгґдеєёжзиіїйклмнопрстуфхцчшщъыьэюя"
_LATIN = "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż"
_DIGITS = "0123456789"


def _ranks(*scripts: str) -> dict[str, str]:
    letters = " " + _DIGITS + "".join(scripts)
    return {letter: f"{rank:02x}" for rank, letter in enumerate(letters)}


_CYRILLIC_FIRST = _ranks(_CYRILLIC, _LATIN)
_LATIN_FIRST = _ranks(_LATIN, _CYRILLIC)


def sort_key(text: str, language: str) -> str:
    """Lower-case hexadecimal digits that sort as a reader of `language` expects; own script first, punctuation
    ignored, at most ``2 * LONGEST`` digits."""
    ranks = _CYRILLIC_FIRST if language in ("uk", "ru") else _LATIN_FIRST
    plain = " ".join(unicodedata.normalize("NFC", text[: 4 * LONGEST]).lower().split())
    letters = (letter if letter in ranks else unicodedata.normalize("NFD", letter)[0] for letter in plain)
    return "".join([ranks[letter] for letter in letters if letter in ranks][:LONGEST])
