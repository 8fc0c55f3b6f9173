"""Interviews as rows of a list: what a row shows is read from each document without the rest of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from archive.document import canonical
from archive.document.authority import AuthorityCard
from archive.document.document import File, PlaceReference, Speaker
from archive.document.text import Text
from archive.edition.models import PublishedInterview
from archive.language import timecodes

from . import waveform
from .authorities import cards


@dataclass(frozen=True, kw_only=True, slots=True)
class RecordingOutline:
    key: str
    has_sound: bool
    has_film: bool
    duration_ms: int | None
    files: tuple[File, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class SittingOutline:
    recordings: tuple[RecordingOutline, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Outline:
    """The parts of a document that a row of a list needs."""

    kind: str
    title: Text
    recorded: str = ""
    told: str = ""
    warnings: tuple[str, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    places: tuple[PlaceReference, ...] = ()
    sittings: tuple[SittingOutline, ...] = ()


@dataclass(frozen=True, slots=True)
class PassageFound:
    """Words a search found: ``pieces`` as the search gives them, ``link`` leads there from the interview's address."""

    language: str
    pieces: list
    clock: str
    link: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Record:
    """A row: ``passages`` are what a search found in it."""

    interview: PublishedInterview
    outline: Outline
    narrators: tuple[Speaker, ...]
    places: tuple[tuple[AuthorityCard, PlaceReference], ...]
    format: str
    waveform: dict | None
    passages: tuple[PassageFound, ...]


def records(interviews: Iterable[PublishedInterview], hits: dict | None = None, query: str = "") -> list[Record]:
    """The rows of these interviews, with one query for the names of all their places.

    ``hits`` are what a search for ``query`` found, by primary key.
    """
    outlines = [(interview, canonical.load(interview.document, Outline)) for interview in interviews]
    named = cards(("place", p.place) for _, outline in outlines for p in outline.places if p.relation == "about")
    return [_record(i, outline, named, (hits or {}).get(i.pk, ()), query) for i, outline in outlines]


def _record(interview, outline, named, hits, query) -> Record:
    recordings = [recording for sitting in outline.sittings for recording in sitting.recordings]
    about = [p for p in outline.places if p.relation == "about" and ("place", p.place) in named]
    has_film, has_sound = any(r.has_film for r in recordings), any(r.has_sound for r in recordings)
    return Record(
        interview=interview,
        outline=outline,
        narrators=tuple(s for s in outline.speakers if s.role == "narrator"),
        places=tuple((named["place", p.place], p) for p in about),
        format="film" if has_film else "sound" if has_sound else "",
        waveform=next((drawn for r in recordings if (drawn := waveform.of(r, bars=48))), None),
        passages=tuple(_passage(hit, {r.key for r in recordings}, query) for hit in _worth_showing(hits)),
    )


def _worth_showing(hits) -> list:
    """What was said before names, which say why there is a row where nothing else does; the title is there anyway."""
    said = [hit for hit in hits if hit.kind not in ("title", "name")]
    return said or [hit for hit in hits if hit.kind == "name"]


def _passage(hit, recordings: set[str], query: str) -> PassageFound:
    is_timed = hit.part in recordings and hit.start_ms is not None
    asked = {"q": query, "translation": hit.language}
    if is_timed:
        asked |= {"r": hit.part, "t": hit.start_ms // 1000}
    places = {"abstract": "main", "name": "related", "passage": f"{hit.part}-{hit.anchor}", "index": f"part-{hit.part}"}
    fragment = f"#{quote(places.get(hit.kind, f'{hit.kind}-{hit.part}'))}"
    clock = timecodes.show(hit.start_ms) if is_timed else ""
    return PassageFound(hit.language, hit.pieces, clock, f"?{urlencode(asked)}{fragment}")
