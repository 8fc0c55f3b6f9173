"""Withheld passages: which runs of a text and which spans of a sound a set of redactions takes away.

An anchor that is not found takes more, never less: words not found withhold their whole passage, a
passage not found withholds every passage of the interview.
"""

from collections.abc import Iterator
from typing import Protocol

from archive.document.document import Passage, Segment, Transcript

from .dossier import Recording, Redaction, Sitting

Span = tuple[int, int]
WITHHELD: Passage = (None,)


class Told(Protocol):
    """The part of a dossier that redactions bear on."""

    sittings: tuple[Sitting, ...]
    texts: tuple[Transcript, ...]
    redactions: tuple[Redaction, ...]


def transcripts_of(dossier: Told) -> list[Transcript]:
    """Every transcript of the dossier, those of recordings and those of written texts."""
    recorded = [t for sitting in dossier.sittings for r in sitting.recordings for t in r.transcripts]
    return [*recorded, *dossier.texts]


def is_lost(dossier: Told) -> bool:
    """Whether some redaction points to a passage or a recording that the dossier does not know."""
    passages = {segment.key for transcript in transcripts_of(dossier) for segment in transcript.segments}
    recordings = {r.key for sitting in dossier.sittings for r in sitting.recordings}
    return any(
        (redaction.passage and redaction.passage not in passages)
        or (redaction.recording is not None and redaction.recording not in recordings)
        for redaction in dossier.redactions
    )


def spread(dossier: Told) -> tuple[Redaction, ...]:
    """The redactions with those they entail in other recordings of the same moment of a sitting.

    What is silenced in one file is silenced in every file that ran beside it; where a file's silence is not known in
    time, the files beside it are withheld from end to end.
    """
    entailed = [
        Redaction(recording=other.key, start_ms=start, end_ms=end)
        for sitting in dossier.sittings
        for recording in sitting.recordings
        for other in sitting.recordings
        if other.key != recording.key
        for start, end in _beside(recording, other, silenced(recording, dossier.redactions))
    ]
    return tuple(dict.fromkeys((*dossier.redactions, *entailed)))


FOR_EVER = 2**31 - 1
"""Milliseconds, longer than any recording: the end of one whose length is not known."""


def _beside(recording: Recording, other: Recording, spans: set[Span] | None) -> set[Span]:
    """Spans of one recording's time in the time of another of its sitting, as far as both ran."""
    shift = recording.starts_ms - other.starts_ms
    spans = {(0, recording.duration_ms or FOR_EVER)} if spans is None else spans
    moved = {(max(0, start + shift), min(end + shift, other.duration_ms or FOR_EVER)) for start, end in spans}
    return {(start, end) for start, end in moved if end > start}


def redacted(segment: Segment, redactions: tuple[Redaction, ...]) -> Passage:
    """The runs of a passage that remain after what is withheld by its key, ``None`` where something is gone."""
    runs: list[str | None] = list(segment.text)
    for redaction in redactions:
        if redaction.passage == segment.key:
            runs = _without(runs, redaction.quote)
    return _joined(runs)


def taken(transcript: Transcript, versions: tuple[Transcript, ...], time: set[Span], passages: set[str]) -> set[str]:
    """Keys of the passages of one transcript that are withheld as a whole, by what is withheld in any version.

    ``versions`` are all transcripts of the same words, ``time`` the ranges withheld of their recording, ``passages``
    the keys withheld. Whatever lies, in any language, in such a range or beside a withheld passage that this version
    divides otherwise is taken. What has no length in time may lie anywhere, so it is taken too.
    """
    times = _times(versions)
    keys = {segment.key for segment in transcript.segments}
    elsewhere = (passages & times.keys()) - keys
    if any(not times[key] for key in elsewhere):
        return keys
    ranges = time | {span for key in elsewhere for span in times[key]}
    return {key for key in keys if ranges and (not times[key] or any(overlaps_any(s, ranges) for s in times[key]))}


def taken_from(
    versions: tuple[Transcript, ...], recording: Recording | None, redactions: tuple[Redaction, ...]
) -> list[set[str]]:
    """``taken`` for each of the transcripts of one recording, or of one written text."""
    time = withheld_time(recording, redactions) if recording else set()
    passages = {r.passage for r in redactions if r.passage}
    return [taken(transcript, versions, time, passages) for transcript in versions]


def touched(dossier: Told) -> Iterator[tuple[Transcript, set[str]]]:
    """Each transcript with the keys of its passages of which something, or all, is withheld."""
    redactions, lost = spread(dossier), is_lost(dossier)
    passages = {r.passage for r in redactions if r.passage}
    recorded = [(r.transcripts, r) for sitting in dossier.sittings for r in sitting.recordings]
    for versions, recording in [*recorded, (dossier.texts, None)]:
        for transcript, gone in zip(versions, taken_from(versions, recording, redactions), strict=True):
            keys = {segment.key for segment in transcript.segments}
            yield transcript, keys if lost else gone | keys & passages


def _times(versions: tuple[Transcript, ...]) -> dict[str, set[Span]]:
    """For each passage the spans it has in any version; an empty set if none of them knows its time."""
    times: dict[str, set[Span]] = {}
    for segment in (segment for transcript in versions for segment in transcript.segments):
        spans = times.setdefault(segment.key, set())
        if segment.end_ms > segment.start_ms:
            spans.add((segment.start_ms, segment.end_ms))
    return times


def withheld_time(recording: Recording, redactions: tuple[Redaction, ...]) -> set[Span]:
    """The ranges of a recording's time, in milliseconds, that redactions name."""
    return {(r.start_ms, r.end_ms) for r in redactions if r.recording == recording.key}


def _without(runs: list[str | None], quote: str) -> list[str | None]:
    """The runs without ``quote``; without a quote, or where it is not found, nothing is left."""
    if not quote or not any(run and quote in run for run in runs):
        return list(WITHHELD)
    kept: list[str | None] = []
    for run in runs:
        if run is None:
            kept.append(None)
            continue
        for n, piece in enumerate(run.split(quote)):
            kept += [None, piece] if n else [piece]
    return kept


def _joined(runs: list[str | None]) -> Passage:
    """Without empty runs and with one ``None`` for several neighbours."""
    kept: list[str | None] = []
    for run in runs:
        if run is None and kept and kept[-1] is None:
            continue
        if run is None or run.strip():
            kept.append(run)
    return tuple(kept)


def silenced(recording: Recording, redactions: tuple[Redaction, ...]) -> set[Span] | None:
    """The spans of a recording's time, in milliseconds, that redactions silence.

    None if a withheld passage has no length in time in any version: then nobody knows where it is heard.
    """
    times = _times(recording.transcripts)
    withheld = [times[r.passage] for r in redactions if r.passage in times]
    if not all(withheld):
        return None
    return withheld_time(recording, redactions).union(*withheld)


def _overlaps(a: Span, b: Span) -> bool:
    """Whether two spans share a moment; a span without length counts as the moment it starts."""
    return a[0] < max(b[1], b[0] + 1) and b[0] < max(a[1], a[0] + 1)


def overlaps_any(span: Span, spans: set[Span]) -> bool:
    return any(_overlaps(span, other) for other in spans)
