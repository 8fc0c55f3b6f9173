"""The passage a claim is made from: where it is, who speaks as published, and the words."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.translation import get_language

from archive.document.document import Claim, Document, Recording, Segment, Speaker, Transcript
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
    if not claim.passage:
        return None
    for recording in document.recordings:
        if found := _in(claim.passage, recording.transcripts, document, recording):
            return found
    return _in(claim.passage, document.texts, document, None)


def _in(key: str, transcripts: tuple[Transcript, ...], document: Document, recording: Recording | None) -> Said | None:
    """The passage among the texts of one recording, or of what was written."""
    original = original_of(transcripts)
    found = {t.key: s for t in transcripts for s in t.segments if s.key == key and None not in s.text}
    if not found:
        return None
    segment = next(iter(found.values()))
    beside = translation_of(transcripts, get_language())
    return Said(
        _link(segment, recording.key if recording else original.key, recording),
        timecodes.show(segment.start_ms) if recording else "",
        next((speaker for speaker in document.speakers if speaker.key == segment.speaker), None),
        _words(found.get(original.key), original),
        _words(found.get(beside.key), beside) if beside else None,
    )


def _link(segment: Segment, part: str, recording: Recording | None) -> str:
    asked = "?" + urlencode({"r": part, "t": segment.start_ms // 1000}) if recording else ""
    return f"{asked}#{part}-{segment.key}"


def _words(segment: Segment | None, transcript: Transcript) -> Words | None:
    if segment is None:
        return None
    return Words(" ".join(filter(None, segment.text)), transcript.language, transcript.kind, transcript.maker)
