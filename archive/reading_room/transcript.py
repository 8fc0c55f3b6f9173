"""A transcript as lines on a page: speakers, headings, the translation beside, what is withheld, what is marked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from archive.document.document import IndexPoint, Passage, Segment, Speaker, Transcript
from archive.document.text import Text
from archive.edition.words import word

Mark = Callable[[str, str, str], SafeString | None]
"""(key of the passage, words, language) → the words with what was searched for marked, None if nothing is."""


@dataclass(frozen=True, slots=True)
class Hard:
    """Part of a recording that a reader may not wish to meet: what of, from when until when (None: to the end)."""

    warnings: tuple[str, ...]
    start_ms: int
    end_ms: int | None


@dataclass(slots=True)
class Line:
    """One passage: ``said`` and ``other`` (the translation) are safe HTML; ``heading`` is empty where the words of a heading
    are withheld; ``before`` and ``after`` are the ids of the passages found before and after one that was found."""

    id: str
    start_ms: int
    end_ms: int
    said: SafeString
    other: SafeString
    speaker: Text | None = None
    is_narrator: bool = False
    heading: Text | None = None
    hard: Hard | None = None
    is_chosen: bool = False
    is_hit: bool = False
    is_withheld: bool = False
    link: str | None = None
    before: str = ""
    after: str = ""


def step(found: Sequence[Line]) -> None:
    """Lead from each of these lines to the next and back."""
    for before, after in pairwise(found):
        before.after, after.before = after.id, before.id


def original_of(transcripts: Sequence[Transcript]) -> Transcript | None:
    """What was said, before any translation of it."""
    return next((t for t in transcripts if t.kind != "translation"), transcripts[0] if transcripts else None)


def translation_of(transcripts: Sequence[Transcript], language: str) -> Transcript | None:
    """The text in ``language`` that stands beside the original, None if there is none."""
    original = original_of(transcripts)
    return next((t for t in transcripts if t is not original and t.language == language), None)


def lines(
    part: str,
    original: Transcript,
    translation: Transcript | None,
    *,
    speakers: dict[str, Speaker],
    index: Sequence[IndexPoint] = (),
    at_ms: int | None = None,
    mark: Mark = lambda key, words, language: None,
    link: str | None = None,
) -> list[Line]:
    """The lines of a transcript in order of time; passages that only the translation has stand between them.

    ``link`` is what stands before the seconds in the address of a passage, None for a text without times.
    """
    others = {s.key: s for s in translation.segments} if translation else {}
    own = {s.key for s in original.segments}
    segments = [*original.segments, *(s for s in others.values() if s.key not in own)]
    if len(segments) > len(own):
        segments.sort(key=lambda s: s.start_ms)
    found = [_line(part, s, s.key in own, original, translation, others.get(s.key), speakers, mark) for s in segments]
    for line in found:
        line.link = link
    _name_speakers(found, segments)
    _put_headings(found, index)
    _mark_hard(found, hard_parts(index))
    _choose(found, at_ms)
    return found


def hard_parts(index: Sequence[IndexPoint]) -> list[Hard]:
    """What is told under the headings that carry warnings, each until the next heading."""
    points = sorted(index, key=lambda point: point.at_ms)
    ends = [*(point.at_ms for point in points[1:]), None]
    return [Hard(p.warnings, p.at_ms, end) for p, end in zip(points, ends, strict=False) if p.warnings]


def said(key: str, passage: Passage, language: str, mark: Mark) -> tuple[SafeString, bool]:
    """The words of a passage as safe HTML, and whether any is marked."""
    runs, is_marked = [], False
    for run in passage:
        if run is None:
            runs.append(withheld())
        elif (marked := mark(key, run, language)) is not None:
            runs.append(marked)
            is_marked = True
        else:
            runs.append(escape(run))
    return mark_safe(" ".join(runs)), is_marked


def withheld() -> SafeString:
    return format_html('<span class="withheld" lang="{}">{}</span>', get_language(), _("Passage withheld"))


def _line(part, segment: Segment, is_own, original, translation, other, speakers, mark) -> Line:
    shown, is_hit = said(segment.key, segment.text, original.language, mark) if is_own else ("", False)
    beside, is_hit_beside = said(other.key, other.text, translation.language, mark) if other else ("", False)
    speaker = speakers.get(segment.speaker)
    return Line(
        id=f"{part}-{segment.key}",
        start_ms=segment.start_ms,
        end_ms=segment.end_ms,
        said=shown,
        other=beside,
        is_narrator=speaker is not None and speaker.role == "narrator",
        speaker=(speaker.name or {get_language(): word(speaker.role, "role")}) if speaker else None,
        is_hit=is_hit or is_hit_beside,
        is_withheld=all(one.is_withheld for one in (segment if is_own else None, other) if one),
    )


def _name_speakers(found: list[Line], segments: list[Segment]) -> None:
    """Keep a speaker's name only where the speaker changes."""
    for line, (before, segment) in zip(found[1:], pairwise(segments), strict=True):
        if before.speaker == segment.speaker:
            line.speaker = None


def _put_headings(found: list[Line], index: Sequence[IndexPoint]) -> None:
    """One without words ends what stands under the heading before it; where none stands before it, nothing is said."""
    points = sorted(index, key=lambda point: point.at_ms)
    above: Text = {}
    for line in found:
        begun = None
        while points and points[0].at_ms <= line.start_ms:
            begun = points.pop(0).title
        if begun or (above and begun is not None):
            line.heading = above = begun


def _mark_hard(found: list[Line], parts: Sequence[Hard]) -> None:
    """Mark what stands under a warning, from the first to the last passage of it that can be read."""
    for part in parts:
        inside = [line for line in found if part.start_ms <= line.start_ms < (part.end_ms or line.start_ms + 1)]
        read = [n for n, line in enumerate(inside) if not line.is_withheld]
        for line in inside[read[0] : read[-1] + 1] if read else ():
            line.hard = part


def _choose(found: list[Line], at_ms: int | None) -> None:
    """Mark the passage that is being said at that time."""
    if at_ms is None:
        return
    begun = [line for line in found if line.start_ms <= at_ms]
    if begun:
        begun[-1].is_chosen = True
