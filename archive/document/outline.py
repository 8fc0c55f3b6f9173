"""The outline of an interview: what a row of a list shows, without the words that were said."""

import re
from dataclasses import dataclass, field

from .document import Document, PlaceReference, Speaker
from .text import Text

LONGEST = 220
"""Letters of a summary in a row: three lines on a telephone's page held across."""

_SENTENCE_END = re.compile(r"(?<=\w{4})[.!?…][»”\")]*(?=\s)")
"""Behind a word of four letters or more: what is shorter may be "р.", "ст." or a number."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Outline:
    """``narrators`` and ``places`` (those told about) as in the document; ``recordings`` are their keys; ``format`` is
    film, sound or empty; ``is_closed`` says that a testimony can be neither heard nor read nor seen; ``bars`` are the levels of the first waveform, 0 to 255, empty if none is drawn. ``summary`` is the
    beginning of the summary in each language, ``makers`` as in the document."""

    kind: str
    title: Text
    recorded: str = ""
    told: str = ""
    warnings: tuple[str, ...] = ()
    has_notice: bool = False
    narrators: tuple[Speaker, ...] = ()
    places: tuple[PlaceReference, ...] = ()
    recordings: tuple[str, ...] = ()
    format: str = ""
    is_closed: bool = False
    bars: tuple[int, ...] = ()
    summary: Text = field(default_factory=dict)
    makers: dict[str, str] = field(default_factory=dict)


def outline(document: Document, bars: tuple[int, ...] = ()) -> Outline:
    formats = document.formats
    return Outline(
        kind=document.kind,
        title=document.title,
        recorded=document.recorded,
        told=document.told,
        warnings=document.warnings,
        has_notice=bool(document.notice),
        narrators=tuple(document.narrators),
        places=tuple(place for place in document.places if place.relation == "about"),
        recordings=tuple(recording.key for recording in document.recordings),
        format=next((name for name in ("film", "sound") if name in formats), ""),
        is_closed=not formats and document.kind != "news-report",
        bars=bars,
        summary={language: beginning(text) for language, text in document.abstract.items()},
        makers=document.makers or {},
    )


def beginning(text: str) -> str:
    """The first sentences of a text, no more than ``LONGEST`` letters; one that is longer is cut between words."""
    text = " ".join(text.split())
    if len(text) <= LONGEST:
        return text
    ends = [match.end() for match in _SENTENCE_END.finditer(text[: LONGEST + 1]) if match.end() > LONGEST // 2]
    if ends:
        return text[: ends[-1]]
    cut = text[:LONGEST]
    return (cut.rpartition(" ")[0] or cut).rstrip(",;:–—-") + " …"
