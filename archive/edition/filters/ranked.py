"""Interviews in an order that no database column holds."""

from collections.abc import Sequence

from ..models import PublishedInterview


class Ranked(Sequence):
    """Interviews by their numbers, best first; rows are fetched only for the slice that is read, in one query.

    A row that ran out between search and reading is left out of its slice.
    """

    def __init__(self, numbers: list[int]):
        self.numbers = numbers

    def __len__(self):
        return len(self.numbers)

    def __getitem__(self, place):
        if isinstance(place, slice):
            rows = PublishedInterview.objects.in_bulk(self.numbers[place])
            return [rows[number] for number in self.numbers[place] if number in rows]
        return PublishedInterview.objects.get(pk=self.numbers[place])
