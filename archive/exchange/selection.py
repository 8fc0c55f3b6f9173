"""The interviews that an address asks for, piece by piece: a list of any length is never in memory at once."""

from collections.abc import Callable, Iterator
from functools import cached_property

from django.core.paginator import Paginator
from django.http import QueryDict

from archive.edition.filters import InterviewFilter
from archive.edition.labels import labels

from .crosswalk import Entry, entries

CHUNK = 200
MOST = 10_000


class Selection:
    """The result list of the listing's parameters in its order, as entries; at most ``MOST`` of them.

    ``address`` makes a path of the site whole.
    """

    def __init__(self, query: QueryDict, *, language: str, address: Callable[[str], str]):
        self.filter = InterviewFilter(query, language=language)
        self.language, self.address = language, address

    @cached_property
    def _chunks(self) -> Paginator:
        return Paginator(self.filter.listing, CHUNK)

    @property
    def total(self) -> int:
        return self._chunks.count

    @property
    def is_cut(self) -> bool:
        return self.total > MOST

    def __iter__(self) -> Iterator[Entry]:
        """Each chunk is read as it is needed, in the same number of queries; rows that ran out meanwhile are absent."""
        for number in self._chunks.page_range[: -(-MOST // CHUNK)]:
            left = MOST - (number - 1) * CHUNK
            yield from self.entries(list(self._chunks.page(number))[:left])

    def entries(self, interviews: list) -> list[Entry]:
        numbers = [interview.pk for interview in interviews]
        words = labels(self.filter.current.snapshot, self.language)
        found = entries(numbers, labels=words, language=self.language, address=self.address)
        return [found[number] for number in numbers if number in found]
