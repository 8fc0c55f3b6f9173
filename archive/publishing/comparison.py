"""What an approval would change of what the public sees, part by part."""

from collections.abc import Iterator
from dataclasses import dataclass, fields

from django.utils.translation import gettext_lazy as _

from archive.document.document import Document

PARTS = {
    "kind": _("Kind"),
    "basis": _("Basis"),
    "collection": _("Collection"),
    "title": _("Title"),
    "languages": _("Languages"),
    "recorded": _("Recorded"),
    "told": _("Period told about"),
    "abstract": _("Summary"),
    "notice": _("Content notice"),
    "warnings": _("Warnings"),
    "speakers": _("Participants"),
    "places": _("Places"),
    "topics": _("Topics"),
    "events": _("Events"),
    "people": _("Persons"),
    "papers": _("Documents"),
    "sources": _("Sources"),
    "claims": _("Claims"),
    "uses": _("Uses"),
}


@dataclass(frozen=True, kw_only=True)
class Change:
    """One part as it is in public now and as it would be. An empty side means that it is not there."""

    part: str
    before: str
    after: str


def changes(before: Document | None, after: Document | None) -> list[Change]:
    """The parts that differ, in the order of the page, passages one by one."""
    found = []
    for field in fields(Document):
        if field.name in PARTS:
            old, new = (_shown(getattr(d, field.name)) if d else "" for d in (before, after))
            if old != new:
                found.append(Change(part=str(PARTS[field.name]), before=old, after=new))
    old, new = (dict(_passages(d)) if d else {} for d in (before, after))
    for key in dict.fromkeys((*old, *new)):
        if old.get(key) != new.get(key):
            found.append(Change(part=key, before=old.get(key, ""), after=new.get(key, "")))
    return found


def _passages(document: Document) -> Iterator[tuple[str, str]]:
    """A name for each recording, heading and passage, with what stands there."""
    for n, recording in enumerate(document.recordings, 1):
        what = [_("film")] if recording.has_film else [_("sound")] if recording.has_sound else [_("text only")]
        spans = [f"{start}–{end} ms" for start, end in recording.silenced]
        yield f"{_('Recording')} {n}", "; ".join(map(str, [*what, *spans]))
        for point in recording.index:
            yield f"{_('Heading')} {n}/{point.at_ms}", _shown((point.title, point.synopsis))
        for transcript in recording.transcripts:
            yield from _segments(f"{n}/{transcript.language}", transcript)
    for transcript in document.texts:
        yield from _segments(transcript.language, transcript)


def _segments(name: str, transcript) -> Iterator[tuple[str, str]]:
    for segment in transcript.segments:
        words = " ".join("▇▇▇" if run is None else run for run in segment.text)
        yield f"{_('Passage')} {name}/{segment.key}", words


def _shown(value) -> str:
    """Plain words for any part of a document."""
    if isinstance(value, dict):
        return "\n".join(f"{language}: {words}" for language, words in value.items())
    if isinstance(value, (tuple, list)):
        return "\n".join(filter(None, map(_shown, value)))
    if hasattr(value, "__dataclass_fields__"):
        return ", ".join(filter(None, (_shown(getattr(value, f.name)) for f in fields(value) if f.name != "files")))
    return "" if value is None else str(value)
