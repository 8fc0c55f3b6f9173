"""When one document shows no more than another: the order that the laws of narrowing speak of."""

import operator

from archive.consent import dossier as whole
from archive.document.document import Document

RENDITIONS = {"withheld": 0, "role-only": 1}
SPEAKING = ("kind", "basis", "collection", "title", "languages", "recorded", "notice", "warnings")
OF_DESCRIPTION = ("told", "abstract", "makers", "topics", "events", "people", "sources")


OF_A_PAPER = ("page_texts", "makers", "source", "language", "holder", "licence", "absence")


def shows_no_more(less: Document | None, more: Document | None, dossier: whole.Dossier) -> bool:
    """Whether ``less`` is a smaller document of the same dossier. A name may only fall back to the role, a place to
    an ancestor, a passage to parts of itself; everything else is there as it was or is gone."""
    if less is None:
        return True
    return more is not None and (
        all(getattr(less, name) == getattr(more, name) for name in SPEAKING)
        and all(not getattr(less, name) or getattr(less, name) == getattr(more, name) for name in OF_DESCRIPTION)
        and set(less.uses) <= set(more.uses)
        and set(less.mentions) <= set(more.mentions)
        and _each(less.claims, more.claims, operator.eq)
        and _each(less.speakers, more.speakers, _speaker)
        and _places(less, more, dossier)
        and _each(less.sittings, more.sittings, _sitting)
        and _each(less.texts, more.texts, _transcript)
        and _each(less.papers, more.papers, _paper)
    )


def _each(less, more, is_smaller) -> bool:
    """Every part of one has a part with the same key in the other that shows at least as much."""
    known = {part.key: part for part in more}
    return all(part.key in known and is_smaller(part, known[part.key]) for part in less)


def _speaker(less, more) -> bool:
    mine, other = (RENDITIONS.get(s.rendition, 2) for s in (less, more))
    return mine < other or (mine == other and less.name == more.name and less.identity in ("", more.identity))


def _places(less: Document, more: Document, dossier: whole.Dossier) -> bool:
    above = {}
    for mention in dossier.places:
        slugs = [link.place for link in mention.chain]
        above |= {slug: set(slugs[n:]) for n, slug in enumerate(slugs)}
    return all(any(reference.place in above[other.place] for other in more.places) for reference in less.places)


def _sitting(less, more) -> bool:
    return less.held == more.held and _each(less.recordings, more.recordings, _recording)


def _recording(less, more) -> bool:
    if less.has_sound and not (more.has_sound and covers(less.silenced, more.silenced)):
        return False
    return (
        less.has_film <= more.has_film
        and less.duration_ms in (None, more.duration_ms)
        and _each(less.index, more.index, _point)
        and _each(less.transcripts, more.transcripts, _transcript)
    )


def _point(less, more) -> bool:
    return (less.at_ms, less.warnings) == (more.at_ms, more.warnings) and (
        less == more or not (less.title or less.synopsis or less.topics)
    )


def covers(spans, others) -> bool:
    """Whether every moment of ``others`` lies in ``spans`` (milliseconds, the end excluded)."""
    edges = {moment for span in (*spans, *others) for moment in span}
    return all(
        any(start <= moment < end for start, end in spans)
        for moment in edges
        if any(start <= moment < end for start, end in others)
    )


def _transcript(less, more) -> bool:
    return _each(less.segments, more.segments, _segment)


def _segment(less, more) -> bool:
    runs = [run for run in more.text if run is not None]
    return less.speaker in (None, more.speaker) and all(
        run is None or any(run in other for other in runs) for run in less.text
    )


def _paper(less, more) -> bool:
    return (
        less.title == more.title
        and (not less.transcription or less.transcription == more.transcription)
        and (not less.pages or less.pages == more.pages)
        and all(not getattr(less, name) or getattr(less, name) == getattr(more, name) for name in OF_A_PAPER)
    )
