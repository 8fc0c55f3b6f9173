"""The voice that opens the home page: one sentence of a narrator, with what it takes to hear it."""

from dataclasses import dataclass

from django.utils.translation import get_language

from archive.document.document import Document, File, Recording, Segment
from archive.edition.models import FacetValue, PublishedInterview

from . import waveform
from .transcript import original_of, translation_of

CANDIDATES = 8
SHORTEST, LONGEST = 28, 110
SHORTEST_TURN = 10
"""Characters of a sentence that can stand at the size of a title."""


@dataclass(frozen=True, slots=True)
class Hero:
    """``said`` is in ``language``, in translation if ``is_translated``; ``part`` and ``key`` name the passage."""

    interview: PublishedInterview
    document: Document
    recording: Recording
    file: File
    said: str
    language: str
    is_translated: bool
    passage: Segment
    waveform: dict | None

    @property
    def turn(self) -> tuple[str, str]:
        """The sentence in two: up to its last comma, and the turn it takes there (empty if it takes none)."""
        first, comma, last = self.said.rpartition(", ")
        return (first + comma, last) if len(first) > SHORTEST_TURN < len(last) else (self.said, "")

    @property
    def seconds(self) -> int:
        return self.passage.start_ms // 1000

    @property
    def anchor(self) -> str:
        return f"{self.recording.key}-{self.passage.key}"


def hero() -> Hero | None:
    """The newest interview with sound and a fitting sentence, one that needs no warning before one that does."""
    heard = FacetValue.objects.filter(facet="format", value__in=["sound", "film"]).values("interview")
    interviews = PublishedInterview.objects.filter(pk__in=heard).select_related("collection")[:CANDIDATES]
    for interview in sorted(interviews, key=lambda i: bool(i.content.warnings or i.content.notice)):
        for recording in interview.content.recordings:
            if found := _in_recording(interview, recording):
                return found
    return None


def _in_recording(interview, recording) -> Hero | None:
    file, original = waveform.sound_of(recording), original_of(recording.transcripts)
    narrators = {speaker.key for speaker in interview.content.narrators}
    passage = next((s for s in original.segments if _fits(s, narrators)), None) if original else None
    if file is None or passage is None:
        return None
    translation = translation_of(recording.transcripts, get_language()) if original.language != get_language() else None
    other = (
        next((s for s in translation.segments if s.key == passage.key and _is_whole(s)), None) if translation else None
    )
    shown, language = (other, translation.language) if other else (passage, original.language)
    return Hero(
        interview, interview.content, recording, file, " ".join(shown.text).removesuffix("."), language, other is not None, passage,
        waveform.of(recording, bars=200),
    )  # fmt: skip


def _fits(segment: Segment, narrators: set[str]) -> bool:
    if segment.speaker not in narrators or not _is_whole(segment):
        return False
    words = " ".join(segment.text)
    return SHORTEST <= len(words) <= LONGEST and words.endswith((".", "!", "…"))


def _is_whole(segment: Segment) -> bool:
    return None not in segment.text
