"""What is made of the names in the edition, and made anew only when they have changed."""

from collections.abc import Callable, Iterable
from hashlib import md5
from typing import Generic, TypeVar

from django.db.models.functions import MD5

from ..models import PublishedAuthority

T = TypeVar("T")

State = tuple[tuple[int, str], ...]
"""The numbers of authorities, each with a digest of the column."""


class Remembered(Generic[T]):
    """What ``make`` makes of one column of all authorities in force.

    It is known by the rows it was made of and not by those that stood there a moment before, so that a name which came
    and went meanwhile is never taken for one that is there.
    """

    def __init__(self, column: str, make: Callable[[Iterable[str]], T]):
        self._column, self._make = column, make
        self._kept: tuple[State, T] | None = None

    def now(self) -> T:
        kept = self._kept
        if kept is None or kept[0] != tuple(self._rows(MD5(self._column))):
            rows = list(self._rows(self._column))
            state = tuple((pk, md5(text.encode(), usedforsecurity=False).hexdigest()) for pk, text in rows)
            kept = self._kept = state, self._make(text for _, text in rows)
        return kept[1]

    def _rows(self, column):
        return PublishedAuthority.objects.order_by("pk").values_list("pk", column)
