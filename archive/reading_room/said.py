"""The passage a claim is made from: where it is, who speaks as published, and the words."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.translation import get_language

from archive.document.document import Claim, Document, Recording, Segment, Speaker, Transcript
from archive.document.quoted import quoted
from archive.language import timecodes

from .transcript import original_of, translation_of


@dataclass(frozen=True, slots=True)
class Words:
    """What a passage says in one language; ``maker`` says who made the text."""

    text: str
    language: str
    kind: str
    maker: str


@dataclass(frozen=True, slots=True)
class Said:
    """``link`` follows the address of the interview; ``clock`` is empty for a text without times; ``translation`` is there
    for a reader of another language, if there is one."""

    link: str
    clock: str
    speaker: Speaker | None
    original: Words | None
    translation: Words | None


def said(claim: Claim, document: Document) -> Said | None:
    """The passage of the claim in the document, None where it is made from none."""
    found = quoted(claim.passage, document) if claim.passage else None
    if found is None:
        return None
    original = original_of(found.transcripts)
    segments = {transcript.key: segment for transcript, segment in found.versions}
    beside = translation_of(found.transcripts, get_language())
    return Said(
        _link(found.versions[0][1], found.recording.key if found.recording else original.key, found.recording),
        timecodes.show(found.start_ms) if found.recording else "",
        found.speaker,
        _words(segments.get(original.key), original),
        _words(segments.get(beside.key), beside) if beside else None,
    )


def _link(segment: Segment, part: str, recording: Recording | None) -> str:
    asked = "?" + urlencode({"r": part, "t": segment.start_ms // 1000}) if recording else ""
    return f"{asked}#{part}-{segment.key}"


def _words(segment: Segment | None, transcript: Transcript) -> Words | None:
    if segment is None:
        return None
    return Words(" ".join(filter(None, segment.text)), transcript.language, transcript.kind, transcript.maker)
