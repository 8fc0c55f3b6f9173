"""What remains of the contents of a recording where something of it is withheld. Times are milliseconds."""

from dataclasses import replace

from msgspec import UNSET

from archive.document.document import IndexPoint, Transcript

from .dossier import Recording
from .redaction import Span, overlaps_any


def contents(
    recording: Recording,
    *,
    withheld: set[Span] | None,
    is_heard: bool,
    shown: tuple[Transcript, ...],
    warnings: tuple[str, ...],
) -> tuple[IndexPoint, ...]:
    """The headings of what is withheld nowhere. A heading is of everything said until the next.

    Where some passage of it can still be read or heard, the heading loses its words and keeps its time. Instead of its
    warnings, which may be about what is withheld, it has all ``warnings`` of the interview, so that whoever leaves out
    what is marked leaves out the rest of it too. ``withheld`` is None where nobody knows which time is; ``shown`` are
    the transcripts as they may be seen, ``is_heard`` whether the rest of the sound is there.
    """
    points = sorted(recording.index, key=lambda point: point.at_ms)
    passages = {(s.start_ms, s.end_ms) for t in recording.transcripts for s in t.segments if s.end_ms > s.start_ms}
    said = max([recording.duration_ms or 0, *(end for _start, end in passages)])
    read = {(s.start_ms, s.end_ms) for t in shown for s in t.segments if not s.is_withheld and s.end_ms > s.start_ms}

    def is_whole(span: Span) -> bool:
        return withheld is not None and not overlaps_any(span, withheld)

    def remains(span: Span) -> bool:
        if overlaps_any(span, read):
            return True
        inside = [_within(passage, span) for passage in passages if overlaps_any(passage, {span})]
        heard = inside if passages else [span]
        return is_heard and withheld is not None and not all(_covers(withheld, passage) for passage in heard)

    narrowed = []
    for point, span in _spans(points, max([said, *(end for _, end in withheld or ())])):
        if is_whole(span):
            narrowed.append(point)
        elif remains((span[0], min(span[1], max(said, span[0] + 1)))):
            marked = (warnings or UNSET) if point.warnings else point.warnings
            narrowed.append(replace(point, title={}, synopsis={}, topics=(), warnings=marked))
    return tuple(narrowed)


def _within(passage: Span, span: Span) -> Span:
    return max(passage[0], span[0]), min(passage[1], span[1])


def _spans(points: list[IndexPoint], last_ms: int):
    """Each heading with all of its time; one that nothing is known to follow has its own moment."""
    ends = [*(point.at_ms for point in points[1:]), last_ms]
    for point, end_ms in zip(points, ends, strict=False):
        yield point, (point.at_ms, max(point.at_ms + 1, end_ms))


def _covers(spans: set[Span], span: Span) -> bool:
    """Whether every moment of a span lies in the others."""
    moment, end = span
    for start, stop in sorted(spans):
        if start <= moment:
            moment = max(moment, stop)
    return moment >= end
