"""Interviews in an order, as numbers: a page of them costs the same wherever it stands."""

from collections.abc import Sequence

import numpy as np
from pyroaring import BitMap

from .columns import as_array
from .models import PublishedInterview
from .snapshot import Current

SHOWN = ("reference", "kind", "outline", "duration_ms")


class Listing(Sequence):
    """Interviews by their numbers in order; rows are fetched only for the slice that is read, in one query, with no
    more than a list shows.

    A row that ran out or was withdrawn meanwhile is left out of its slice.
    """

    def __init__(self, numbers: np.ndarray):
        self.numbers = numbers

    def __len__(self):
        return len(self.numbers)

    def __getitem__(self, place):
        if isinstance(place, slice):
            numbers = self.numbers[place].tolist()
            rows = PublishedInterview.objects.only(*SHOWN).in_bulk(numbers)
            return [rows[number] for number in numbers if number in rows]
        return PublishedInterview.objects.get(pk=int(self.numbers[place]))


def newest(members: BitMap) -> Listing:
    return Listing(as_array(members)[::-1])


def in_order(current: Current, members: BitMap, order: str, *, language: str) -> Listing:
    """The members in one of ``vocabulary.ORDERS`` that needs no search."""
    if order == "newest":
        return newest(members)
    columns = current.snapshot.columns
    orders = {"recorded": lambda: columns.oldest_recording_first, "duration": lambda: columns.longest_first}
    numbers = orders[order]() if order in orders else current.snapshot.by_title(language)
    return _of(members, numbers)


def ranked(members: BitMap, numbers: np.ndarray) -> Listing:
    """The members in the order of the numbers, which may name others too."""
    return _of(members, numbers)


def _of(members: BitMap, numbers: np.ndarray) -> Listing:
    if not members or not len(numbers):
        return Listing(np.empty(0, np.int64))
    is_member = np.zeros(max(int(members.max()), int(numbers.max())) + 1, bool)
    is_member[as_array(members)] = True
    return Listing(numbers[is_member[numbers]])
