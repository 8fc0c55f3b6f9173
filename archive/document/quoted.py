"""A passage that something else is made from: where it stands and what it says, in every version shown in full."""

from dataclasses import dataclass

from .document import Document, Recording, Segment, Speaker, Transcript


@dataclass(frozen=True, slots=True)
class Quoted:
    """``recording`` is None for a text without times; ``transcripts`` are all that stand beside one another there, and
    ``versions`` those of them that show the passage in full, with it, the original first."""

    recording: Recording | None
    transcripts: tuple[Transcript, ...]
    versions: tuple[tuple[Transcript, Segment], ...]
    speaker: Speaker | None

    @property
    def start_ms(self) -> int | None:
        return self.versions[0][1].start_ms if self.recording else None


def quoted(key: str, document: Document) -> Quoted | None:
    """The passage of this key, None where no version shows it in full."""
    places = [*((recording, recording.transcripts) for recording in document.recordings), (None, document.texts)]
    for recording, transcripts in places:
        versions = tuple((t, s) for t in transcripts for s in t.segments if s.key == key and None not in s.text)
        if versions:
            speakers = {speaker.key: speaker for speaker in document.speakers}
            return Quoted(recording, transcripts, versions, speakers.get(versions[0][1].speaker))
    return None
