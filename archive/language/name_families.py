"""Given names that are one name in several languages: «Тетяна», «Татьяна», "Tetiana" sound as one family."""

import re
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from archive.language.declension import cyrillic, polish
from archive.language.fold import fold
from archive.language.given_names import rows
from archive.language.lemmas import morphology
from archive.language.letters import is_cyrillic
from archive.language.soundkey import sound
from archive.language.tokens import clean

_ALIKE = 0.6
_SOFT_VOWELS = ("ю", "я", "ju", "ja", "jo", "yu", "ya", "yo", "iu", "ia", "io")
_WRITTEN_YO = re.compile(r"(?<=[bcdfghklmnprstvwxz])[yj]o")
_TO_POLISH = str.maketrans(
    {
        "а": "a", "б": "b", "в": "w", "г": "h", "ґ": "g", "д": "d", "е": "e", "є": "je", "ж": "ż", "з": "z", "и": "y",
        "і": "i", "ї": "ji", "й": "j", "к": "k", "л": "ł", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s",
        "т": "t", "у": "u", "ф": "f", "х": "ch", "ц": "c", "ч": "cz", "ш": "sz", "щ": "szcz", "ю": "ju", "я": "ja",
        "ё": "jo", "ы": "y", "э": "e", "ь": "", "ъ": "", "'": "",
    }
)  # fmt: skip


@lru_cache(maxsize=1 << 16)
def heard(folded: str) -> tuple[str, ...]:
    """The sounds a word of a name may have: of its family, if it is a given name; else its own, a soft first vowel
    told apart.

    A Latin "ch" is ч, as in "Chuhuiv", or else х, as in "Charków"; "yo" may be ё, which is folded to е. () for a word
    in another script.
    """
    if relatives := family(folded):
        return (relatives,)
    spellings = (folded,)
    if folded.isascii():
        spellings = (folded, _with_polish_ch(folded), _WRITTEN_YO.sub("e", folded))
    return tuple(dict.fromkeys(filter(None, map(_distinct, spellings))))


@lru_cache(maxsize=1 << 16)
def family(folded: str) -> str:
    """The sound by which all spellings and forms of a common given name are known; "" for another word."""
    if is_cyrillic(folded[:1]):
        return _cyrillic().get(folded, "")
    if not folded.isascii() or not folded.isalpha():
        return ""
    return _latin().get(_distinct(folded), "") or _latin().get(_distinct(_with_polish_ch(folded)), "")


def _distinct(folded: str) -> str:
    spelt = sound(folded)
    return "j" + spelt if spelt and folded.startswith(_SOFT_VOWELS) else spelt


def _with_polish_ch(folded: str) -> str:
    return re.sub("(?<!s)ch", "h", folded)


@cache
def _cyrillic() -> dict[str, str]:
    """The family of every Ukrainian and Russian form of a given name; what is a nominative of one name goes first."""
    nominative, others = {}, {}
    for row in rows():
        for name in filter(_is_cyrillic_name, row):
            nominative.setdefault(fold(name), _of(row))
            for language in filter(morphology.available, ("uk", "ru")):
                gender = cyrillic.gender_of(clean(name), None, language)
                for forms in cyrillic.personal(clean(name), language, gender).values():
                    others |= {fold(form): _of(row) for form in forms if fold(form) not in others}
    return others | nominative


@cache
def _latin() -> dict[str, str]:
    """The family by the sound of every Latin spelling, Polish case forms included.

    Distant translations stay apart: John is no Іван to a reader who looks for him.
    """
    nominative, others = {}, {}
    for row in rows():
        names = [name for name in row if _is_cyrillic_name(name)]
        latin = {name.lower() for name in row if name not in names and _is_alike(name, names)}
        for name in (*map(fold, names), *latin):
            nominative.setdefault(_distinct(fold(name)), _of(row))
        for name in latin | set(map(in_polish, names)):
            for forms in polish.declined(name).values():
                spoken = {_distinct(_with_polish_ch(fold(form))) for form in forms}
                others |= dict.fromkeys(spoken - others.keys(), _of(row))
    return others | nominative


def in_polish(name: str) -> str:
    """A Ukrainian or Russian name as Polish writes it: «Володимир Чорний», "wołodymyr czorny"."""
    spelt = clean(name).translate(_TO_POLISH)
    return re.sub(r"yj\b", "y", re.sub(r"([sc])kyj\b", r"\1ki", spelt))


def _of(row: tuple[str, ...]) -> str:
    return "n" + _distinct(fold(row[0]))


def _is_cyrillic_name(name: str) -> bool:
    return is_cyrillic(name[0])


def _is_alike(name: str, others: list[str]) -> bool:
    spelt = sound(fold(name))
    return any(OSA.normalized_similarity(spelt, sound(fold(other))) >= _ALIKE for other in others)
