"""Captions of a recording as WebVTT (https://www.w3.org/TR/webvtt1/), from what may be seen of it."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from archive.document.document import Passage, Speaker, Transcript
from archive.document.text import read
from archive.language import timecodes


def webvtt(transcript: Transcript, speakers: Sequence[Speaker], notes: Sequence[str] = ()) -> str:
    """A WebVTT file with ``notes`` (as the demonstration mark) before its cues; passages without length are left out."""
    names = {s.key: read(s.name, transcript.language) for s in speakers if s.name}
    blocks = ["WEBVTT", *(f"NOTE\n{_plain(note)}" for note in notes if note)]
    blocks += [
        _cue(segment, names.get(segment.speaker))
        for segment in transcript.segments
        if segment.end_ms > segment.start_ms
    ]
    return "\n\n".join(blocks) + "\n"


def _cue(segment, name) -> str:
    voice = f"<v {_plain(name.text).replace('>', '')}>" if name else ""
    times = f"{timecodes.vtt(segment.start_ms)} --> {timecodes.vtt(segment.end_ms)}"
    return f"{times}\n{voice}{_plain(_words(segment.text))}"


def _words(passage: Passage) -> str:
    withheld = _("Passage withheld")
    return " ".join(f"[{withheld}]" if run is None else run for run in passage)


def _plain(text: str) -> str:
    """Text that can hold neither a tag, nor an arrow, nor the end of its block."""
    return " ".join(text.split()).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
