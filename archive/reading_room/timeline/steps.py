"""Ways from the time that is shown to other times."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from archive.edition.span import EARLIEST, LENGTHS, Span
from archive.edition.timeline import Timeline
from archive.language import dates

from .addresses import Addresses


@dataclass(frozen=True, slots=True)
class Step:
    words: str
    address: str


def heading(span: Span, reader: str) -> str:
    """The time that is shown, in words."""
    return _words(*span.months, reader)


def steps(timeline: Timeline, addresses: Addresses, reader: str, *, is_chosen: bool) -> list[Step]:
    """To the time before and after, as far as testimonies reach; to all of it; and from a chosen time back to the fullest."""
    (first, last), (earliest, latest) = timeline.span.months, timeline.reach or timeline.span.months
    length, found = last - first + 1, []
    if earliest < first:
        found.append(Step(_("Earlier"), addresses.times(period=_period(max(EARLIEST, first - length), first - 1))))
    if latest > last:
        found.append(Step(_("Later"), addresses.times(period=_period(last + 1, last + length))))
    if earliest < first or latest > last:
        words = _("All that is told: %(time)s") % {"time": _words(earliest, latest, reader)}
        found.append(Step(words, addresses.times(period=_period(earliest, latest))))
    if is_chosen:
        found.append(Step(_("The time most is told about"), addresses.times()))
    return found


def _period(first: int, last: int) -> str:
    """Both months as an address says them."""
    return f"{_edtf(first)}..{_edtf(last)}"


def _words(first: int, last: int, reader: str) -> str:
    year = LENGTHS["year"]
    if first % year == 0 and last % year == year - 1:
        first_year, last_year = first // year, last // year
        return f"{first_year}" if first_year == last_year else f"{first_year}–{last_year}"
    return dates.show(_edtf(first) if first == last else f"{_edtf(first)}/{_edtf(last)}", reader)


def _edtf(month: int) -> str:
    return f"{month // 12:04}-{month % 12 + 1:02}"
