"""Withheld passages: which runs of a text and which spans of a sound a set of redactions takes away.

An anchor that is not found takes more, never less: words not found withhold their whole passage, a
passage not found withholds every passage of the interview.
"""

from archive.document.document import Passage, Segment, Transcript

from .dossier import Dossier, Recording, Redaction

Span = tuple[int, int]
WITHHELD: Passage = (None,)


def transcripts_of(dossier: Dossier) -> list[Transcript]:
    """Every transcript of the dossier, those of recordings and those of written texts."""
    recorded = [t for sitting in dossier.sittings for r in sitting.recordings for t in r.transcripts]
    return [*recorded, *dossier.texts]


def is_lost(dossier: Dossier) -> bool:
    """Whether some redaction points to a passage or a recording that the dossier does not know."""
    passages = {segment.key for transcript in transcripts_of(dossier) for segment in transcript.segments}
    recordings = {r.key for sitting in dossier.sittings for r in sitting.recordings}
    return any(
        (redaction.passage and redaction.passage not in passages)
        or (redaction.recording is not None and redaction.recording not in recordings)
        for redaction in dossier.redactions
    )


def redacted(segment: Segment, redactions: tuple[Redaction, ...], recording: str | None) -> Passage:
    """The runs of a passage that remain, ``None`` where something is withheld."""
    runs: list[str | None] = list(segment.text)
    for redaction in redactions:
        in_recording = redaction.recording is not None and redaction.recording == recording
        if in_recording and _overlaps((segment.start_ms, segment.end_ms), (redaction.start_ms, redaction.end_ms)):
            return WITHHELD
        if redaction.passage == segment.key:
            runs = _without(runs, redaction.quote)
    return _joined(runs)


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


def silenced(recording: Recording, redactions: tuple[Redaction, ...]) -> set[Span]:
    """The spans of a recording's time, in milliseconds, that redactions silence."""
    spans = {(r.start_ms, r.end_ms) for r in redactions if r.recording == recording.key}
    passages = {r.passage for r in redactions if r.passage}
    for transcript in recording.transcripts:
        spans |= {(s.start_ms, s.end_ms) for s in transcript.segments if s.key in passages}
    return spans


def _overlaps(a: Span, b: Span) -> bool:
    """Whether two spans share a moment; a span without length counts as the moment it starts."""
    return a[0] < max(b[1], b[0] + 1) and b[0] < max(a[1], a[0] + 1)


def overlaps_any(span: Span, spans: set[Span]) -> bool:
    return any(_overlaps(span, other) for other in spans)
