"""Interviews that tell of the same as one: by place, time, topic and event, the rarer the nearer.

Warnings, names and what words merely name never relate two interviews, nor does who speaks in them.
"""

from collections import defaultdict
from dataclasses import dataclass
from math import log
from typing import NamedTuple

import numpy as np
from pyroaring import BitMap

from .columns import BEGINNING, END, as_array
from .models import FacetValue, PublishedInterview
from .snapshot import Current

MOST = 5
FACETS = ("place", "event", "topic")
"""What may relate two interviews, in the order in which reasons are given."""
MOST_REASONS = 3
COMMON = 5
"""What more interviews have than this, and more than half of all, is no reason."""
LONGEST = 2
"""Months that two may span that tell of the same time; of longer times nearly all share one."""

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Related:
    """``shared`` are facets and values that both have, at most three; ``told`` is the time that both tell of where it is
    short, EDTF, or empty."""

    interview: PublishedInterview
    shared: tuple[Key, ...]
    told: str


class _Value(NamedTuple):
    """What an interview tells of; an inherited value is one that a narrower one of its own lies in."""

    key: Key
    members: BitMap
    weight: float
    is_inherited: bool


def related(interview: PublishedInterview, now: Current) -> list[Related]:
    """At most five others, the nearest first, the newest of equals; two queries."""
    values = _values(interview, now)
    scores = np.zeros(len(now.snapshot.columns))
    for value in values:
        scores[as_array(value.members)] += value.weight
    scores[_at_the_same_time(interview.pk, now) & (scores > 0)] += log(1 + len(now.everything))
    scores[interview.pk : interview.pk + 1] = 0
    found = np.flatnonzero(scores)
    nearest = found[np.lexsort((-found, -scores[found]))][:MOST].tolist()
    rows = PublishedInterview.objects.defer("packed").in_bulk(nearest)
    return [
        Related(rows[number], _shared(number, values), _both_tell_of(interview, rows[number], now))
        for number in nearest
        if number in rows
    ]


def _values(interview: PublishedInterview, now: Current) -> list[_Value]:
    """What the interview tells of that others share, the rarest first."""
    rows = FacetValue.objects.filter(interview=interview, facet__in=FACETS)
    everything, found = len(now.everything), []
    for facet, value, is_inherited in rows.values_list("facet", "value", "is_inherited"):
        members = now.having(facet, [value])
        if 1 < len(members) <= max(COMMON, everything // 2):
            found.append(_Value((facet, value), members, log((everything + 1) / len(members)), is_inherited))
    return sorted(found, key=lambda value: (-value.weight, value.key))


def _shared(number: int, values: list[_Value]) -> tuple[Key, ...]:
    """The reasons: the rarest of each facet before the second of any, what something narrower lies in only by itself."""
    by_facet: dict[str, list[_Value]] = defaultdict(list)
    for value in values:
        if number in value.members:
            by_facet[value.key[0]].append(value)
    told = {facet: [v for v in found if not v.is_inherited] or found[:1] for facet, found in by_facet.items()}
    rounds = range(max(map(len, told.values()), default=0))
    keys = (told[facet][n].key for n in rounds for facet in FACETS if n < len(told.get(facet, ())))
    return tuple(keys)[:MOST_REASONS]


def _at_the_same_time(number: int, now: Current) -> np.ndarray:
    """By number, whether an interview tells of the same short time as this one."""
    start, end = now.snapshot.columns.months["told"]
    is_short = (start > BEGINNING) & (end < END) & (end >= start) & (end - start < LONGEST)
    if number >= len(start) or not is_short[number]:
        return np.zeros(len(start), bool)
    return is_short & (start <= end[number]) & (end >= start[number])


def _both_tell_of(one: PublishedInterview, other: PublishedInterview, now: Current) -> str:
    """The months that both tell of; none where either is not sure of its time."""
    start, end = now.snapshot.columns.months["told"]
    is_sure = not any(sign in each.in_outline.told for each in (one, other) for sign in "?~%")
    if not is_sure or not _at_the_same_time(one.pk, now)[other.pk]:
        return ""
    months = (max(start[one.pk], start[other.pk]), min(end[one.pk], end[other.pk]))
    return "/".join(dict.fromkeys(f"{month // 12:04}-{month % 12 + 1:02}" for month in months))
