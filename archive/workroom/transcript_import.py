"""A text brought into an empty transcript: its speakers are found, its passages aligned with what they translate."""

from django.utils.translation import gettext as _

from archive import publishing
from archive.catalogue.keys import new_key
from archive.catalogue.models import Interview, Participation, Segment, Transcript
from archive.catalogue.translation import ParticipationTexts
from archive.custody import current_actor

from .transcript_text import Fault, Passage, parse

LANGUAGES = ("uk", "en", "pl", "ru")
Read = list[tuple[Passage, Participation | None]]


def read_passages(text: str, interview: Interview | None) -> tuple[Read, list[str]]:
    """The passages with their speakers, and every error as a sentence that names its line."""
    passages, faults = parse(text)
    errors = [_sentence(fault) for fault in faults]
    names = _names(interview) if interview else {}
    read: Read = []
    for passage in passages:
        speaker = names.get(passage.speaker.casefold()) if passage.speaker else None
        if passage.speaker and speaker is None:
            errors.append(_unknown(passage, names))
        read.append((passage, speaker))
    return read, errors


def write_passages(transcript: Transcript, read: Read) -> None:
    """Make the segments in one go; those of a translation take the keys of the passages they translate."""
    if not read:
        return
    keys = _keys(transcript, [passage for passage, _speaker in read])
    Segment.objects.bulk_create(
        Segment(
            transcript=transcript,
            alignment=keys[n],
            position=n + 1,
            speaker=speaker,
            start_ms=passage.start_ms,
            end_ms=_end(read, n, transcript),
            text=passage.text,
        )
        for n, (passage, speaker) in enumerate(read)
    )
    publishing.record_edit(transcript.interview, by=current_actor())


def _keys(transcript, passages) -> list[str]:
    """The key of the passage of another transcript that begins at the same time, else a new one."""
    others = Segment.objects.filter(
        transcript__interview=transcript.interview_id, transcript__recording=transcript.recording_id
    ).exclude(transcript=transcript)
    known = dict(others.order_by("-transcript", "-position").values_list("start_ms", "alignment"))
    return [known.pop(passage.start_ms, None) or new_key() for passage in passages]


def _end(read, n, transcript) -> int:
    """Its own end, else the beginning of the next, else the end of the recording."""
    passage = read[n][0]
    if passage.end_ms is not None:
        return passage.end_ms
    if n + 1 < len(read):
        return max(read[n + 1][0].start_ms, passage.start_ms)
    master = transcript.recording.master if transcript.recording_id else None
    return max((master.duration_ms or 0) if master else 0, passage.start_ms)


def _names(interview) -> dict[str, Participation]:
    """Every way a participant may be called in a text, in small letters; a way that two share is nobody's."""
    found: dict[str, Participation | None] = {}
    for participation in interview.participations.select_related("person", "interview"):
        for name in {name.casefold() for name in _ways(participation) if name}:
            found[name] = None if name in found else participation
    return {name: participation for name, participation in found.items() if participation}


def _ways(participation):
    yield participation.role
    yield participation.get_role_display()
    for language in LANGUAGES:
        yield getattr(participation.person, f"name_{language}")
        for field in ParticipationTexts.fields:
            yield getattr(participation, f"{field}_{language}")


def _unknown(passage, names) -> str:
    return _("Line %(line)s: nobody called “%(name)s” takes part. Entered are: %(known)s.") % {
        "line": passage.line,
        "name": passage.speaker,
        "known": ", ".join(sorted({participation.get_role_display() for participation in names.values()})) or "—",
    }


def _sentence(fault: Fault) -> str:
    sentences = {
        "time": _("Line %(line)s: begin with a time as 00:01 or 1:02:03."),
        "order": _("Line %(line)s: this passage begins before the one above it."),
        "words": _("Line %(line)s: a time without words."),
    }
    return sentences[fault.code] % {"line": fault.line}
