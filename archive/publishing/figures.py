"""Public figures: who is one on a day, and when that changes."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from archive.catalogue.models import PersonStatus
from archive.consent.schedule import DAY


@dataclass(frozen=True)
class Turns:
    """The next first day on which one of some persons is no public figure any more, or becomes one."""

    ends_on: dt.date | None = None
    begins_on: dt.date | None = None


def public_figures(on: dt.date) -> set[str]:
    """Slugs of persons who are public figures on the day."""
    statuses = PersonStatus.objects.filter(
        Q(starts_on__isnull=True) | Q(starts_on__lte=on),
        Q(ends_on__isnull=True) | Q(ends_on__gte=on),
        kind=PersonStatus.Kind.PUBLIC_FIGURE,
    )
    return set(statuses.values_list("person__slug", flat=True))


def turns(people: Iterable[str], today: dt.date) -> Turns:
    """When the standing of these persons (slugs) next changes after today."""
    if not people:
        return Turns()
    statuses = PersonStatus.objects.filter(person__slug__in=people, kind=PersonStatus.Kind.PUBLIC_FIGURE)
    dates = list(statuses.values_list("starts_on", "ends_on"))
    ends = [end + DAY for _, end in dates if end and end >= today]
    begins = [start for start, _ in dates if start and start > today]
    return Turns(min(ends, default=None), min(begins, default=None))
