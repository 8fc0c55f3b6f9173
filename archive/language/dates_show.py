"""Writing dates for readers in Ukrainian, English, Polish and Russian."""

from typing import NamedTuple

from archive.language import dates_words as words
from archive.language.dates_edtf import UNKNOWN, Period, Point
from archive.language.dates_words import GENITIVE, INSTRUMENTAL, LOCATIVE, NOMINATIVE

_AFTER = {"uk": "після", "en": "after", "pl": "po", "ru": "после"}
_BEFORE = {"uk": "до", "en": "before", "pl": "przed", "ru": "до"}
_ABOUT = {"uk": "близько", "en": "about", "pl": "około", "ru": "около"}
_YEAR = {"uk": ("року",) * 3, "en": ("",) * 3, "pl": ("roku", "roku", "rokiem"), "ru": ("года",) * 3}
_DECADE = {
    "uk": ("{}-ті", "{}-х", "{}-х", "{}-х"),
    "en": ("{}s", "the {}s", "the {}s", "the {}s"),
    "pl": ("lata {}.", "lat {}.", "latach {}.", "latami {}."),
    "ru": ("{}-е", "{}-х", "{}-х", "{}-х"),
}
_CENTURY = {
    "uk": ("століття",) * 4,
    "en": ("century",) * 4,
    "pl": ("wiek", "wieku", "wieku", "wiekiem"),
    "ru": ("век", "века", "веке", "веком"),
}


def show(stated: Point | Period, language: str) -> str:
    """The date in words of the language, months and seasons in lower case except in English."""
    stated = _one_point(stated)
    if isinstance(stated, Period):
        return _show_period(stated, language)
    if stated.approximate:
        return f"{_ABOUT[language]} {_bare(stated, language, GENITIVE)}{_unknown(stated, language)}{_doubt(stated)}"
    return f"{_bare(stated, language, NOMINATIVE)}{_unknown(stated, language)}{_doubt(stated)}"


def _show_period(stated: Period, language: str) -> str:
    start, end = stated.start, stated.end
    if end is None:
        case = LOCATIVE if language == "pl" else GENITIVE
        return f"{_AFTER[language]} {_bare(start, language, case)}{_notes(start, language)}"
    if start is None:
        case = INSTRUMENTAL if language == "pl" else GENITIVE
        return f"{_BEFORE[language]} {_bare(end, language, case)}{_notes(end, language)}"
    first = _beginning(start, end, language, NOMINATIVE) + _notes(start, language)
    last = _bare(end, language, NOMINATIVE) + _notes(end, language)
    dash = "–" if first.isdigit() and _is_year(start) == _is_year(end) else " – "
    return f"{first}{dash}{last}"


class Parts(NamedTuple):
    """A date to be put into a sentence. ``kind`` is "at", "about", "after", "before" or "between"; ``last`` is empty but
    for "between". Every point stands in the genitive, in Polish after "po" in the locative, after "przed" in the
    instrumental. ``is_doubtful`` is for the sentence to say; doubts of an end of a period stand behind it."""

    kind: str
    first: str
    last: str = ""
    is_doubtful: bool = False


def parts(stated: Point | Period, language: str) -> Parts:
    """What a sentence is made of that tells of this date."""
    stated = _one_point(stated)
    if not isinstance(stated, Period):
        named = f"{_bare(stated, language, GENITIVE)}{_unknown(stated, language)}"
        return Parts("about" if stated.approximate else "at", named, "", stated.uncertain)
    start, end = stated.start, stated.end
    if end is None:
        return Parts("after", _end(start, language, LOCATIVE if language == "pl" else GENITIVE))
    if start is None:
        return Parts("before", _end(end, language, INSTRUMENTAL if language == "pl" else GENITIVE))
    first = _beginning(start, end, language, GENITIVE) + _doubts(start, language)
    return Parts("between", first, _end(end, language, GENITIVE))


def _one_point(stated: Point | Period) -> Point | Period:
    """What begins and ends alike is one date, however it is kept."""
    return stated.start if isinstance(stated, Period) and stated.start == stated.end else stated


def _beginning(start: Point, end: Point, language: str, case: int) -> str:
    """The first point of a period without its doubts, and without the month and year that the last says after it."""
    said = _bare(start, language, case)
    if _notes(start, language) or start.year != end.year or not _is_monthly(start) or not _is_monthly(end):
        return said
    if bool(start.day) != bool(end.day):
        return said
    return str(int(start.day)) if start.day and start.month == end.month else said.removesuffix(start.year).strip()


def _end(point: Point, language: str, case: int) -> str:
    """One end of a period, its doubts in words behind it."""
    return _bare(point, language, case) + _doubts(point, language)


def _doubts(point: Point, language: str) -> str:
    perhaps = f" ({words.PERHAPS_SO[language]})" if point.uncertain else ""
    roughly = f" ({words.ROUGHLY[language]})" if point.approximate else ""
    return f"{_unknown(point, language)}{roughly}{perhaps}"


def _bare(point: Point, language: str, case: int) -> str:
    """The point without its doubts, in the case its preposition asks for. A day stands in the genitive after any."""
    if point.year.endswith(UNKNOWN):
        return _century(point, language, case)
    if point.year.endswith("X"):
        return _DECADE[language][case].format(point.year.replace("X", "0"))
    if not point.month or point.month == UNKNOWN:
        word = _YEAR[language][case - 1] if case != NOMINATIVE else ""
        return f"{point.year} {word}".strip()
    day = int(point.day) if point.day.isdigit() else ""
    forms = words.DECLINED[language][point.month]
    name = forms[0] if language == "en" else forms[GENITIVE if day else case]
    return f"{day} {name} {point.year}".strip()


def _century(point: Point, language: str, case: int) -> str:
    number = int(point.year[:2]) + 1
    if language == "en":
        ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10 if number not in (11, 12, 13) else 0, "th")
        return f"{'the ' if case else ''}{number}{ending} century"
    return f"{_roman(number)} {_CENTURY[language][case]}"


def _roman(number: int) -> str:
    tens, ones = divmod(number, 10)
    tens_signs = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC", "C")[tens]
    return tens_signs + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]


def _notes(point: Point, language: str) -> str:
    """The doubts of one end of a period, in brackets behind it."""
    roughly = f" ({words.ROUGHLY[language]})" if point.approximate else ""
    return _unknown(point, language) + roughly + _doubt(point)


def _unknown(point: Point, language: str) -> str:
    if point.month == UNKNOWN:
        note = words.DATE_UNKNOWN if point.day else words.MONTH_UNKNOWN
        return f" ({note[language]})"
    return f" ({words.DAY_UNKNOWN[language]})" if point.day == UNKNOWN else ""


def _doubt(point: Point) -> str:
    return " (?)" if point.uncertain else ""


def _is_monthly(point: Point) -> bool:
    return point.month.isdigit() and not point.is_season and point.day != UNKNOWN


def _is_year(point: Point) -> bool:
    return not point.month and "X" not in point.year
