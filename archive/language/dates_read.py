"""Reading dates as archivists type them, in any of the four languages."""

import re
import unicodedata
from dataclasses import replace

from archive.language import dates_words as words
from archive.language.dates_edtf import UNKNOWN, Period, Point, UnreadableDate, checked, parse, period
from archive.language.fold import fold

_ABOUT, _PERHAPS, _AFTER, _BEFORE, _AT = (
    re.compile(f"(?:{words.alternatives(listed)})\\s+")
    for listed in (words.ABOUT, words.PERHAPS, words.AFTER, words.BEFORE, words.AT)
)
_C = re.compile(r"(?:c\.|ca\.|ok\.|~)\s*(?=\S)")
_EDTF = re.compile(r"[\dX?~%/.-]+")
_PAIRS = [
    re.compile(f"(?:{words.alternatives(first)})\\s+(.+?)\\s+(?:{words.alternatives(second)})\\s+(.+)")
    for first, second in words.PAIRS
]
_TO = re.compile(r"(.+?)\s+(?:to|until|till|through|do)\s+(.+)")
_YEAR_WORD = re.compile(rf"(?<=\d)(?:-?го)?\s*(?:{words.alternatives(words.YEAR)})(?![\w'])")
_NOTES = re.compile(r"\s*\(([^()]*)\)$|\s*([?])$")
_WORD = r"([^\W\d_]+)\.?"
_DAY = r"(\d{1,2})(?:\s*-?(?:го|ого|е|st|nd|rd|th|th of))?\.?"
_FORMS = (
    (re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})"), "day month year"),
    (re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})"), "day month year"),
    (re.compile(r"(\d{4})[-.](\d{1,2})[-.](\d{1,2})"), "year month day"),
    (re.compile(r"(\d{1,2})\.(\d{4})"), "month year"),
    (re.compile(r"(\d{1,2})\.(\d{1,2})\.?"), "day month"),
    (re.compile(rf"{_DAY}\s+(?:of\s+)?{_WORD},?\s*(\d{{4}})"), "day month year"),
    (re.compile(rf"{_WORD}\s+{_DAY},?\s+(\d{{4}})"), "month day year"),
    (re.compile(rf"{_WORD}(?:\s+of)?,?\s+(\d{{4}})"), "month year"),
    (re.compile(rf"(\d{{4}}),?\s+{_WORD}"), "year month"),
    (re.compile(rf"{_DAY}\s+(?:of\s+)?{_WORD}"), "day month"),
    (re.compile(rf"{_WORD}\s+{_DAY}"), "month day"),
    (re.compile(r"(\d{4})"), "year"),
    (re.compile(_WORD), "month"),
    (re.compile(_DAY), "day"),
)
_DECADE = re.compile(
    r"(?:the |lata |lat |latach |latami )?(\d{3})0(?:s|'s|\s?-?(?:ті|ті роки|х|х років|і|е|ые|е годы|х годов|те|tych|te|ymi|\.)|\.)"
)
_CENTURY = re.compile(
    r"(?:the )?(?:([ivxхі]+)|(\d{1,2})(?:st|nd|rd|th)) (?:century|століття|ст\.|wieku|wiekiem|wiek|w\.|веком|века|век|в\.)"
)
_ROMAN = {"xviii": 18, "xix": 19, "xx": 20, "xxi": 21}


def read(text: str) -> Point | Period:
    """The date a text states, as EDTF or in words. Raises UnreadableDate."""
    cleaned = " ".join(unicodedata.normalize("NFC", text).split())
    if not cleaned:
        raise UnreadableDate("empty", text)
    if _EDTF.fullmatch(cleaned.upper()):
        try:
            return parse(cleaned.upper())
        except UnreadableDate as fault:
            if fault.code != "form":
                raise
    phrase = _YEAR_WORD.sub("", re.sub("[‐‑‒—―−]", "–", cleaned.lower())).strip(" ,;")
    return _period(phrase, cleaned) or _point(phrase, cleaned)


def _period(phrase: str, text: str) -> Period | None:
    phrase, approximate, uncertain = _doubts_before(phrase)
    for start, end in _halves(phrase):
        try:
            second = _point(end, text)
            first = _point(start, text, second)
        except UnreadableDate as fault:
            if fault.code in ("no_such_day", "ambiguous"):
                raise
            continue
        doubts = {"approximate": approximate, "uncertain": uncertain}
        return period(first.marked(**doubts), second.marked(**doubts), text)
    for prefix, is_start in ((_AFTER, True), (_BEFORE, False)):
        if match := prefix.match(phrase):
            point = _point(phrase[match.end() :], text).marked(approximate=approximate, uncertain=uncertain)
            return Period(point, None) if is_start else Period(None, point)
    return None


def _halves(phrase: str):
    """Each way to cut the phrase into a beginning and an end, the most explicit first."""
    for pattern in (*_PAIRS, _TO):
        if match := pattern.fullmatch(phrase):
            yield match.groups()
    for dash in (" – ", " - ", "–", "/", "-", "..."):
        place = phrase.find(dash)
        while place > 0:
            yield phrase[:place].strip(), phrase[place + len(dash) :].strip()
            place = phrase.find(dash, place + 1)


def _point(phrase: str, text: str, later: Point | None = None) -> Point:
    """The point a phrase states; what it leaves out at its end ("24", "24 February") is taken from the `later` point."""
    phrase, approximate, uncertain = _doubts_before(phrase)
    phrase, notes = _notes_after(phrase)
    phrase = _YEAR_WORD.sub("", phrase).strip(" ,")
    phrase = phrase[match.end() :] if (match := _AT.match(phrase)) else phrase
    point = _decade(phrase) or _calendar(phrase, text, later)
    if notes & {*words.DATE_UNKNOWN.values()}:
        point = replace(point, month=UNKNOWN, day=UNKNOWN)
    elif notes & {*words.MONTH_UNKNOWN.values()}:
        point = replace(point, month=UNKNOWN)
    elif notes & {*words.DAY_UNKNOWN.values()}:
        point = replace(point, day=UNKNOWN)
    roughly = approximate or bool(notes & {*words.ROUGHLY.values()})
    return checked(point, text).marked(approximate=roughly, uncertain=uncertain or "?" in notes)


def _doubts_before(phrase: str) -> tuple[str, bool, bool]:
    approximate = uncertain = False
    while True:
        if match := _ABOUT.match(phrase) or _C.match(phrase):
            approximate = True
        elif match := _PERHAPS.match(phrase):
            uncertain = True
        else:
            return phrase, approximate, uncertain
        phrase = phrase[match.end() :]


def _notes_after(phrase: str) -> tuple[str, set[str]]:
    notes: set[str] = set()
    while match := _NOTES.search(phrase):
        notes.update(note.strip() for note in (match[1] or match[2] or "").split(","))
        phrase = phrase[: match.start()]
    return phrase, notes


def _calendar(phrase: str, text: str, later: Point | None) -> Point:
    for pattern, names in _FORMS:
        if match := pattern.fullmatch(phrase):
            parts = dict(zip(names.split(), match.groups(), strict=True))
            month = _month(parts.get("month", ""))
            if month is not None:
                break
    else:
        raise UnreadableDate("form", text)
    if "/" in phrase and int(parts["day"]) <= 12 and parts["day"] != parts["month"]:
        raise UnreadableDate("ambiguous", text)
    day, year = parts.get("day", ""), parts.get("year", "")
    if not year and later is None:
        raise UnreadableDate("year" if month or day else "form", text)
    if not year:
        year, month = later.year, month or later.month
    return Point(year, month, day.zfill(2) if day else "")


def _month(part: str) -> str | None:
    """The EDTF month of a number or a word, "" for none given, None for a word that is no month."""
    if not part or part.isdigit():
        return part.zfill(2) if part else ""
    return words.BY_WORD.get(fold(part))


def _decade(phrase: str) -> Point | None:
    if match := _DECADE.fullmatch(phrase):
        return Point(f"{match[1]}X")
    if match := _CENTURY.fullmatch(phrase):
        roman = (match[1] or "").translate(str.maketrans("хі", "xi"))
        number = _ROMAN.get(roman, 0) or int(match[2] or 0)
        return Point(f"{number - 1:02}XX") if number else None
    return None
