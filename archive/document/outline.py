"""The outline of an interview: what a row of a list shows, without the words that were said."""

from dataclasses import dataclass

from .document import Document, PlaceReference, Speaker
from .text import Text


@dataclass(frozen=True, kw_only=True, slots=True)
class Outline:
    """``narrators`` and ``places`` (those told about) as in the document; ``recordings`` are their keys; ``format`` is
    film, sound or empty; ``bars`` are the levels of the first waveform, 0 to 255, empty if none is drawn."""

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
    bars: tuple[int, ...] = ()


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
        bars=bars,
    )
