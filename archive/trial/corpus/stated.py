"""The interviews of a corpus as its file states them."""

import datetime as dt
from itertools import pairwise
from typing import Annotated, Literal

import msgspec

Words = Annotated[str, msgspec.Meta(min_length=1, max_length=300)]


class Outlined(msgspec.Struct):
    """What tells where the work on an interview is to be done; the rest of a line is passed over."""

    slug: str
    language: str
    segments: list[msgspec.Raw]


class Stated(msgspec.Struct):
    """An interview: ``segments`` are (from, to, speaker, words), times in milliseconds, the speaker N for the narrator
    and I for the interviewer; ``places`` and ``topics`` are numbers; ``date`` is the day it was recorded. What cannot be
    loaded raises ``ValueError`` with a sentence, which ``msgspec`` passes on as one of its own errors."""

    slug: Words
    title: Words
    narrator: Words
    language: Literal["uk", "ru", "pl", "en"]
    date: str
    status: str
    summary: str
    places: list[int]
    topics: list[int]
    segments: Annotated[list[tuple[int, int, str, str]], msgspec.Meta(min_length=1)]

    def __post_init__(self):
        try:
            dt.date.fromisoformat(self.date)
        except ValueError:
            raise ValueError(f"{self.date!r} is no day, such as 2022-09-10") from None
        if any(end < start for start, end, _who, _words in self.segments):
            raise ValueError("A segment ends before it begins")
        if any(after[0] < before[0] for before, after in pairwise(self.segments)):
            raise ValueError("The segments are not in the order of time")
        if any("\0" in text for text in (self.title, self.narrator, self.summary, *(row[3] for row in self.segments))):
            raise ValueError("There is a sign in it that is no letter (NUL)")

    @property
    def is_open(self) -> bool:
        return self.status == "published"
