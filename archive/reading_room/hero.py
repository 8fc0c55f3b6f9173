"""The voice that opens the home page: one sentence of a narrator, with what it takes to hear it."""

import re
from dataclasses import dataclass

from django.utils.translation import get_language

from archive.document.document import Document, File, Recording, Segment, Speaker
from archive.edition.listing import newest
from archive.edition.models import PublishedInterview, PublishedOpening
from archive.edition.snapshot import Current

from . import waveform
from .transcript import original_of, translation_of

CANDIDATES = 8
SHORTEST, LONGEST = 28, 90
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+")
SHORTEST_TURN = 10
"""Characters of a sentence that can stand at the size of a title."""


@dataclass(frozen=True, slots=True)
class Hero:
    """``said`` is a sentence of ``passage``, in ``language``, which is that of a translation where it can be."""

    interview: PublishedInterview
    document: Document
    recording: Recording
    file: File
    said: str
    language: str
    passage: Segment
    waveform: dict | None

    @property
    def narrator(self) -> Speaker:
        """Who says it."""
        return next(speaker for speaker in self.document.narrators if speaker.key == self.passage.speaker)

    @property
    def is_translated(self) -> bool:
        return self.language != original_of(self.recording.transcripts).language

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


def hero(edition: Current) -> Hero | None:
    """The sentence that an archivist has chosen, while it is public; else one found by rule."""
    return _chosen() or _found(edition)


def _chosen() -> Hero | None:
    """The first opening of which a narrator's passage has a fitting sentence and can be heard."""
    for opening in PublishedOpening.objects.select_related("interview__collection")[:CANDIDATES]:
        for recording in opening.interview.content.recordings:
            if recording.key == opening.part and (
                found := _in_recording(opening.interview, recording, opening.passage)
            ):
                return found
    return None


def _found(edition: Current) -> Hero | None:
    """The newest interview with sound and a fitting sentence, one that needs no warning before one that does."""
    numbers = newest(edition.having("format", ["sound", "film"])).numbers[:CANDIDATES].tolist()
    interviews = PublishedInterview.objects.filter(pk__in=numbers).select_related("collection")
    for interview in sorted(interviews, key=lambda i: (bool(i.in_outline.warnings), i.in_outline.has_notice)):
        for recording in interview.content.recordings:
            if found := _in_recording(interview, recording):
                return found
    return None


def _in_recording(interview, recording, key: str = "") -> Hero | None:
    """A sentence that takes a turn before one that takes none; with the key of a passage, the first of that one."""
    file, original = waveform.sound_of(recording), original_of(recording.transcripts)
    if file is None or original is None:
        return None
    narrators = {speaker.key for speaker in interview.content.narrators}
    whole = (s for s in original.segments if s.speaker in narrators and None not in s.text)
    passages = [s for s in whole if key in ("", s.key)]
    reader = get_language()
    translation = translation_of(recording.transcripts, reader) if original.language != reader else None
    others = {s.key: s for s in translation.segments if None not in s.text} if translation else {}
    drawn = waveform.of(recording, bars=200)
    found = [
        Hero(interview, interview.content, recording, file, said.removesuffix("."), language, passage, drawn)
        for passage in passages
        for said, language in _sentences(passage, others.get(passage.key), original.language, reader)
    ]
    return next((hero for hero in found if key or hero.turn[1]), found[0] if found else None)


def _sentences(passage: Segment, other: Segment | None, language: str, reader: str):
    """The fitting sentences of a passage, in translation where it has as many sentences as the original."""
    originals = _SENTENCE_END.split(" ".join(passage.text))
    translated = _SENTENCE_END.split(" ".join(other.text)) if other else []
    is_translated = len(originals) == len(translated)
    for sentence in translated if is_translated else originals:
        if SHORTEST <= len(sentence) <= LONGEST and sentence.endswith((".", "!", "…")):
            yield sentence, reader if is_translated else language
