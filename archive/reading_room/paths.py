"""Paths through the archive: what stands on them now, and the way from one testimony to the next."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from archive.document.guides import PathCard
from archive.document.text import Text
from archive.edition.models import PublishedPath, PublishedStop
from archive.language import timecodes

from .records import Record, records

_SLUG = re.compile(r"[-\w]{1,60}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Stop:
    """A testimony on a path, numbered without gaps. ``link`` leads to its moment, ``clock`` says which, empty for the
    beginning; ``is_heard`` where it has sound or film."""

    number: int
    sentence: Text
    title: Text
    link: str
    clock: str
    is_heard: bool


@dataclass(frozen=True, slots=True)
class Way:
    """Where a reader stands on a path: at ``here``, with the stops before and after it, None at an end."""

    card: PathCard
    here: Stop
    before: Stop | None
    after: Stop | None
    count: int


@dataclass(frozen=True, slots=True)
class PathOutline:
    """A path as a row of a list: how many testimonies stand on it, and how long they are together."""

    card: PathCard
    count: int
    duration_ms: int


def outlines(paths: Iterable[PublishedPath]) -> list[PathOutline]:
    """The rows of these paths, with one query for all their stops."""
    paths = list(paths)
    lengths: dict[int, list[int]] = {path.pk: [] for path in paths}
    stops = PublishedStop.objects.filter(path__in=lengths)
    for path, duration_ms in stops.values_list("path", "interview__duration_ms"):
        lengths[path].append(duration_ms)
    return [PathOutline(path.content, len(lengths[path.pk]), sum(lengths[path.pk])) for path in paths]


def stops_of(path: PublishedPath) -> list[tuple[Stop, Record]]:
    """The stops of a path in order, each with its interview as a row of a list; two queries."""
    rows = _rows(path.slug)
    shown = records(row.interview for row in rows)
    return list(zip(_stops(rows, path.slug), shown, strict=True))


def way(slug: str, reference: str, at_ms: int | None) -> Way | None:
    """The place of an interview on the path that a reader comes from, None where it does not stand on it; one query.

    Where it stands there twice, the moment tells which is meant.
    """
    rows = _rows(slug) if _SLUG.fullmatch(slug) else []
    places = [n for n, row in enumerate(rows) if row.interview.reference == reference]
    if not places:
        return None
    meant = [n for n in places if _seconds(rows[n].starts_at_ms) == _seconds(at_ms)]
    here, stops = (meant or places)[0], _stops(rows, slug)
    return Way(
        card=rows[here].path.content,
        here=stops[here],
        before=stops[here - 1] if here else None,
        after=stops[here + 1] if here + 1 < len(stops) else None,
        count=len(stops),
    )


def _rows(slug: str) -> list[PublishedStop]:
    stops = PublishedStop.objects.filter(path__slug=slug).select_related("path", "interview")
    return list(stops.defer("interview__packed"))


def _stops(rows: list[PublishedStop], slug: str) -> list[Stop]:
    return [_stop(number, row, slug) for number, row in enumerate(rows, 1)]


def _stop(number: int, row: PublishedStop, slug: str) -> Stop:
    outline = row.interview.in_outline
    return Stop(
        number=number,
        sentence=row.sentence,
        title=outline.title,
        link=f"{row.interview.get_absolute_url()}?{_query(row, slug, outline.recordings)}",
        clock="" if row.starts_at_ms is None else timecodes.show(row.starts_at_ms),
        is_heard=bool(outline.format),
    )


def _query(row: PublishedStop, slug: str, recordings: tuple[str, ...]) -> str:
    """The address of a stop after its question mark; the first recording need not be named."""
    if row.starts_at_ms is None:
        return urlencode({"path": slug})
    part = {"r": row.part} if row.part not in recordings[:1] else {}
    query = urlencode({"path": slug, **part, "t": _seconds(row.starts_at_ms)})
    return f"{query}#{quote(f'{row.part}-{row.passage}')}"


def _seconds(ms: int | None) -> int | None:
    return None if ms is None else ms // 1000
