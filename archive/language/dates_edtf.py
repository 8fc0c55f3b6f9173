"""The profile of EDTF (ISO 8601-2) the archive writes: points, seasons, unknown digits, doubt, and intervals with open ends.

https://www.loc.gov/standards/datetime/ levels 0 and 1, without years beyond 9999, times of day and level-2 sets.
"""

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date

SPRING, SUMMER, AUTUMN, WINTER = "21", "22", "23", "24"
SEASONS = (SPRING, SUMMER, AUTUMN, WINTER)
UNKNOWN = "XX"

_POINT = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-(\d\d|XX)(?:-(\d\d|XX))?)?([?~%]|\?~|~\?)?")
_MARKS = {"": (False, False), "?": (True, False), "~": (False, True), "%": (True, True)}


class UnreadableDate(ValueError):
    """Text that is no date. `code` names the fault: empty, form, year, no_such_day, order, open or ambiguous."""

    def __init__(self, code: str, text: str):
        self.code, self.text = code, text
        super().__init__(_MESSAGES[code].format(text=text))


_EXAMPLES = "“September 2022”, “after 24 February 2022”, “spring 2022?”, “24.02.2022” or “2022-02-24/2022-09-10”"
_MESSAGES = {
    "empty": f"Write a date, for example {_EXAMPLES}.",
    "form": f"“{{text}}” could not be read as a date. Write it as {_EXAMPLES}.",
    "year": "“{text}” has no year. Add it, for example “24 February 2022”; if it is a guess, “2022?”.",
    "no_such_day": "There is no such day as “{text}”. Look at the number of the day and of the month.",
    "order": "“{text}” ends before it begins. Write the earlier date first, for example “February 2022 – September 2022”.",
    "open": "“{text}” has neither a beginning nor an end. Write at least one, for example “after February 2022”.",
    "ambiguous": "“{text}” may be read in two ways. Write the month as a word, for example “5 March 2022”.",
}


@dataclass(frozen=True)
class Point:
    """One date as precise as it is known: `year` of four signs, `month` 01–12, 21–24, XX or "", `day` 01–31, XX or ""."""

    year: str
    month: str = ""
    day: str = ""
    uncertain: bool = False
    approximate: bool = False

    def __str__(self) -> str:
        marks = {value: mark for mark, value in _MARKS.items()}
        return "-".join(filter(None, (self.year, self.month, self.day))) + marks[self.uncertain, self.approximate]

    @property
    def is_season(self) -> bool:
        return self.month in SEASONS

    def earliest(self) -> date:
        """The first day it may mean. A winter begins in January, since «взимку 2022» is said of either end of a year."""
        year = max(1, int(self.year.replace("X", "0")))
        if self.is_season:
            return date(year, {SPRING: 3, SUMMER: 6, AUTUMN: 9, WINTER: 1}[self.month], 1)
        return date(year, _number(self.month, 1), _number(self.day, 1))

    def latest(self) -> date:
        """The last day it may mean. A winter ends in February of the next year."""
        year = int(self.year.replace("X", "9"))
        month = _number(self.month, 12)
        if self.is_season:
            month = {SPRING: 5, SUMMER: 8, AUTUMN: 11, WINTER: 2}[self.month]
            year = min(9999, year + (self.month == WINTER))
        return date(year, month, _number(self.day, monthrange(year, month)[1]))

    @property
    def is_doubtful(self) -> bool:
        return self.uncertain or self.approximate

    def marked(self, *, uncertain: bool = False, approximate: bool = False) -> "Point":
        """The same date with these doubts added to its own."""
        return replace(self, uncertain=self.uncertain or uncertain, approximate=self.approximate or approximate)


@dataclass(frozen=True)
class Period:
    """A stretch between two points, both included; None is an open end. Never open at both."""

    start: Point | None
    end: Point | None

    def __str__(self) -> str:
        return f"{self.start or '..'}/{self.end or '..'}"

    def earliest(self) -> date | None:
        return self.start and self.start.earliest()

    def latest(self) -> date | None:
        return self.end and self.end.latest()


def sure(stated: Point | Period) -> tuple[date | None, date | None]:
    """The last day its beginning may mean and the first its end may mean, (None, None) where both are in doubt.

    Every month or year from that of the one to that of the other is surely met. Crossed days are none: of "2022" no month
    is sure, but the year is. Where one end is open or in doubt, the other alone is sure.
    """
    start, end = (stated.start, stated.end) if isinstance(stated, Period) else (stated, stated)
    known = [point for point in (start, end) if point and not point.is_doubtful]
    return (known[0].latest(), known[-1].earliest()) if known else (None, None)


def parse(text: str) -> Point | Period:
    """The date an EDTF text states; an unknown end ("2022/") is read as an open one. Raises UnreadableDate."""
    start, slash, end = text.strip().partition("/")
    if not slash:
        return parse_point(start)
    return period(*(None if part in ("", "..") else parse_point(part) for part in (start, end)), text)


def period(start: Point | None, end: Point | None, text: str) -> Period:
    """The period between two points, refused when it has no end at all or ends before it begins."""
    if start is None and end is None:
        raise UnreadableDate("open", text)
    if start and end and start.earliest() > end.latest():
        raise UnreadableDate("order", text)
    return Period(start, end)


def parse_point(text: str) -> Point:
    """The single date an EDTF text states. Raises UnreadableDate."""
    match = _POINT.fullmatch(text)
    if not match:
        raise UnreadableDate("form", text)
    year, month, day, mark = (group or "" for group in match.groups())
    uncertain, approximate = _MARKS["%" if len(mark) == 2 else mark]
    return checked(Point(year, month, day, uncertain, approximate), text)


def checked(point: Point, text: str) -> Point:
    """The point, if such a day can be."""
    if (
        point.year == "0000"
        or ("X" in point.year and point.month)
        or (point.month == UNKNOWN and point.day not in ("", UNKNOWN))
    ):
        raise UnreadableDate("form", text)
    if point.is_season:
        if point.day:
            raise UnreadableDate("form", text)
        return point
    month, day = _number(point.month, 1), _number(point.day, 1)
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(int(point.year.replace("X", "0")) or 4, month)[1]:
        raise UnreadableDate("no_such_day", text)
    return point


def _number(part: str, otherwise: int) -> int:
    return int(part) if part.isdigit() else otherwise
