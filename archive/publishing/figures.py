"""Public figures: who is one on a day, was approved as one for that day, and when that changes."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from archive.catalogue.models import PersonStatus
from archive.consent.dossier import Dossier
from archive.consent.schedule import DAY

from .former import current_names

Spans = tuple[tuple[dt.date | None, dt.date | None], ...]
"""First and last day of each time as a public figure; None is open."""


@dataclass(frozen=True)
class Turns:
    """The next first day on which one of some persons is no public figure any more, or becomes one."""

    ends_on: dt.date | None = None
    begins_on: dt.date | None = None


def spans_of(people: Iterable[str]) -> dict[str, Spans]:
    """When each of these persons (slugs) is a public figure, as the catalogue has it now, also under another record."""
    people = list(people)
    merged = current_names("person", people)
    wanted = {*people, *merged.values()}
    statuses = PersonStatus.objects.filter(person__slug__in=wanted, kind=PersonStatus.Kind.PUBLIC_FIGURE)
    found: dict[str, list] = {}
    for slug, start, end in statuses.order_by("pk").values_list("person__slug", "starts_on", "ends_on"):
        found.setdefault(slug, []).append((start, end))
    now = {slug: found.get(merged.get(slug, slug)) for slug in people}
    return {slug: tuple(spans) for slug, spans in now.items() if spans}


def public_figures(dossier: Dossier, on: dt.date) -> set[str]:
    """Slugs of the persons of a dossier who are public figures on the day, now as when it was approved."""
    now = spans_of(dossier.figures)
    return {slug for slug, spans in dossier.figures.items() if _cover(spans, on) and _cover(now.get(slug, ()), on)}


def turns(dossier: Dossier, today: dt.date) -> Turns:
    """When the standing of a dossier's persons may next change after today."""
    times = [*dossier.figures.values(), *spans_of(dossier.figures).values()]
    ends = [end + DAY for spans in times for _, end in spans if end and end >= today]
    begins = [start for spans in times for start, _ in spans if start and start > today]
    return Turns(min(ends, default=None), min(begins, default=None))


def _cover(spans: Spans, day: dt.date) -> bool:
    return any((start is None or start <= day) and (end is None or day <= end) for start, end in spans)
