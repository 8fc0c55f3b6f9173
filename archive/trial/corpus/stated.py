"""The interviews of a corpus as its file states them."""

import msgspec


class Outlined(msgspec.Struct):
    """What has to be known of all interviews before the first is loaded; the rest of a line is passed over."""

    slug: str
    language: str
    places: list[int]
    topics: list[int]
    segments: list[msgspec.Raw]


class Stated(msgspec.Struct):
    """An interview: ``segments`` are (from, to, speaker, words), times in milliseconds, the speaker N for the narrator
    and I for the interviewer; ``places`` and ``topics`` are numbers; ``date`` is the day it was recorded."""

    slug: str
    title: str
    narrator: str
    language: str
    date: str
    status: str
    summary: str
    places: list[int]
    topics: list[int]
    segments: list[tuple[int, int, str, str]]

    @property
    def is_open(self) -> bool:
        return self.status == "published"
