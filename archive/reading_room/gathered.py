"""What the testimonies of a place, person or collection tell of together, each a way into the list of them."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import QueryDict
from django.urls import reverse
from pyroaring import BitMap

from archive.edition.columns import as_array
from archive.edition.filters import InterviewFilter
from archive.edition.histogram import histogram
from archive.edition.labels import Label, Labels, labels
from archive.edition.span import reach
from archive.language import dates

from .bars import Drawn, drawn

FACETS = ("kind", "language", "place", "topic")
MOST = 8
"""Places and topics that are named; all of them stand beside the list."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a facet with the number of testimonies that have it."""

    slug: str
    label: Label
    count: int


@dataclass(frozen=True, slots=True)
class Gathered:
    """``query`` is what the list, the map and the timeline are asked for with, empty where no filter finds these
    testimonies; ``told`` is the time from the first to the last day named, in words; ``strip`` are its months, if there
    are two or more to compare."""

    query: str
    told: str
    strip: Drawn | None
    kinds: list[Value]
    languages: list[Value]
    places: list[Value]
    topics: list[Value]


def chosen_alone(facet: str, slug: str) -> InterviewFilter:
    """The filters with this value alone."""
    query = QueryDict(mutable=True)
    query[facet] = slug
    return InterviewFilter(query)


def gathered(filterset: InterviewFilter, *, members: BitMap | None = None) -> Gathered:
    """What is told by the interviews that the filters leave, or by these ``members``, whom no filter finds: they have no
    strip, for nothing could be chosen by it."""
    current, reader = filterset.current, filterset.reader
    inside = filterset.members if members is None else members
    words, counts = labels(current.snapshot, reader), current.counts(FACETS, inside)
    query = filterset.data.urlencode() if members is None else ""
    strip = (
        drawn(histogram(filterset, "period"), query=query, reader=reader, page=reverse("interview-list"))
        if query
        else None
    )
    kinds, languages, places, topics = (_values(facet, counts[facet], words) for facet in FACETS)
    return Gathered(query, _told(filterset, inside), strip, kinds, languages, places[:MOST], topics[:MOST])


def _values(facet: str, counts: Mapping[str, int], words: Labels) -> list[Value]:
    """The most frequent first; what holds a narrower one that as many tell of says nothing more and is left out."""
    found = [Value(slug, words[facet, slug], count) for slug, count in counts.items() if (facet, slug) in words]
    said_already = {(value.label.parent, value.count) for value in found if value.label.parent}
    left = [value for value in found if (value.slug, value.count) not in said_already]
    return sorted(left, key=lambda value: (-value.count, value.label.place, value.slug))


def _told(filterset: InterviewFilter, members: BitMap) -> str:
    start, end = filterset.current.snapshot.columns.months["told"]
    numbers = as_array(members)
    found = reach(start[numbers], end[numbers])
    if found is None:
        return ""
    months = dict.fromkeys(f"{month // 12:04}-{month % 12 + 1:02}" for month in found)
    return dates.show("/".join(months), filterset.reader)
