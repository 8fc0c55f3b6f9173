"""The words of rows and columns: places and units of time."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from archive.edition.filters import InterviewFilter
from archive.edition.labels import labels
from archive.edition.span import Span
from archive.edition.timeline import Row

from .. import periods
from .addresses import Addresses

ABBREVIATED = 3


class Unit(NamedTuple):
    """A column. ``words`` name it in full, ``short`` beside its ``year``, which stands where a year begins or is the
    first; of a year or decade it is empty."""

    period: str
    words: str
    short: str
    year: str


class Name(NamedTuple):
    """A row. ``language`` is that of the text, empty where it is the reader's; ``address`` is its own timeline, empty for
    all places."""

    text: str
    language: str = ""
    depth: int = 0
    address: str = ""


def units(span: Span, reader: str) -> list[Unit]:
    found = []
    for number, period in enumerate(span.periods()):
        name, year = periods.words(period, reader), ""
        short = name
        if span.unit == "month":
            short = name[:ABBREVIATED]
            year = period[:4] if number == 0 or period.endswith("-01") else ""
        found.append(Unit(period, name, short, year))
    return found


def names(rows: tuple[Row, ...], filterset: InterviewFilter, addresses: Addresses) -> list[Name]:
    """Of every row; the first says what all of them have in common."""
    words, reader = labels(filterset.current.snapshot, filterset.reader), filterset.reader
    found = []
    for row in rows:
        if not row.place:
            is_narrowed = not filterset.chosen.keys() <= {"period"}
            found.append(Name(_("All that is chosen") if is_narrowed else _("All testimonies")))
            continue
        label = words["place", row.place]
        language = label.language if label.language != reader else ""
        found.append(Name(label.text, language, row.depth, addresses.times(place=row.place)))
    return found
