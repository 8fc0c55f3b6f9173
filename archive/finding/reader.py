"""Who is searching, and what of the sheets they may read."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from pyroaring import BitMap

from archive.catalogue.models import PersonStatus

from . import numbers
from .nouns import KNOWS_PERSONS, NOUNS, Noun
from .numbers import KIND_BITS, KINDS, kind_of


@dataclass(frozen=True)
class Reader:
    """Somebody with permissions, by ``has_perm``, who reads in ``language``; ``groups`` of nouns and the ``spoken`` language
    leave out what is not asked for."""

    has_perm: Callable[[str], bool]
    language: str
    groups: frozenset[str] = frozenset()
    spoken: str = ""

    def visible(self, sheets: Iterable[BitMap]) -> list[BitMap]:
        """Of each set of sheets those that may be read and are asked for; in one query, or none."""
        return [
            numbers.of_kinds(found, self._readable) | self._of_figures(numbers.of_kinds(found, self._of_persons))
            for found in sheets
        ]

    def _of_figures(self, sheets: BitMap) -> BitMap:
        """The names of public figures are there to be approved by whoever may see the record of a person."""
        return BitMap(sheet for sheet in sheets if sheet >> KIND_BITS in self._figures)

    @cached_property
    def _figures(self) -> set[int]:
        figures = PersonStatus.objects.filter(kind=PersonStatus.Kind.PUBLIC_FIGURE)
        return set(figures.values_list("person", flat=True))

    @cached_property
    def _readable(self) -> np.ndarray:
        return self._kinds(lambda noun: self._may_read(noun.permissions))

    @cached_property
    def _of_persons(self) -> np.ndarray:
        """Names that may be read of public figures only."""
        if self.has_perm(KNOWS_PERSONS):
            return np.zeros(KINDS, dtype=bool)
        return self._kinds(
            lambda noun: noun.needs == KNOWS_PERSONS and self._may_read(noun.permissions - {KNOWS_PERSONS})
        )

    def _kinds(self, may: Callable[[Noun], bool]) -> np.ndarray:
        found = np.zeros(KINDS, dtype=bool)
        for noun in NOUNS:
            if (not self.groups or noun.group in self.groups) and may(noun):
                for language in [self.spoken] if self.spoken else numbers.LANGUAGES:
                    found[kind_of(noun.number, language)] = True
        return found

    def _may_read(self, permissions: Iterable[str]) -> bool:
        return all(map(self.has_perm, permissions))
