"""What a search found: interviews in order, and the passages to show of each."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

import numpy as np
from pyroaring import BitMap

from archive.language.queries import Atom

from ..columns import as_array
from .hits import Entry, Found, Held, Showing, read, share
from .holding import Holding
from .questions import Question, Tier

MOST_SHOWN = 200
"""Passages on one page."""


class Answer:
    """The interviews found, by the tier that found them. An empty question finds nothing and says so by ``is_empty``."""

    def __init__(
        self,
        question: Question,
        found: list[tuple[Tier, BitMap]],
        holding: Holding,
        scores: np.ndarray,
        *,
        reader: str,
    ):
        self.question, self.holding, self.scores, self.reader = question, holding, scores, reader
        self.tiers = [(tier, members) for tier, members in found if members]

    @property
    def is_empty(self) -> bool:
        return self.question.is_empty

    @cached_property
    def found(self) -> BitMap:
        """The numbers of all interviews found."""
        return BitMap.union(*(members for _, members in self.tiers)) if self.tiers else BitMap()

    @cached_property
    def ranked(self) -> np.ndarray:
        """The same in order: tier by tier, best matches first, then the newest."""
        return np.concatenate([np.empty(0, np.uint32), *(self._in_order(members) for _, members in self.tiers)])

    def _in_order(self, members: BitMap) -> np.ndarray:
        newest = as_array(members)[::-1]
        return newest[np.argsort(-self.scores[newest], kind="stable")]

    @property
    def total(self) -> int:
        return len(self.found)

    def tier_of(self, interview: int) -> str:
        """The code of the tier that found an interview, or "" if none did."""
        return next((tier.code for tier, members in self.tiers if interview in members), "")

    def wanted_of(self, interview: int) -> list[Atom]:
        """The atoms that an interview was found by."""
        return next((tier.wanted for tier, members in self.tiers if interview in members), [])

    @property
    def notices(self) -> list[str]:
        return self.question.notices

    @property
    def sentences(self) -> list[str]:
        """The notices in whole sentences, in the active language."""
        return self.question.sentences

    def passages(self, interviews: Iterable[int], per: int = 3) -> dict[int, Found]:
        """For each number in ``interviews`` how much was found, with up to ``per`` hits that between them cover the
        words asked for.

        A passage is shown once, in the reader's language where it was found there. One query a tier, and one.
        """
        held = self._held(interviews)
        return self._found(held, {number: each.best(per, self.reader) for number, each in held.items()})

    def all_passages(self, interviews: Iterable[int], most: int = MOST_SHOWN) -> dict[int, Found]:
        """The same with every hit in the order of time, at most ``most`` in all: those with many are cut alike."""
        held = self._held(interviews)
        places = {number: each.in_time(self.reader) for number, each in held.items()}
        most = share(map(len, places.values()), most)
        return self._found(held, {number: entries[:most] for number, entries in places.items()})

    def _held(self, interviews: Iterable[int]) -> dict[int, Held]:
        held = {number: Held((), {}) for number in interviews}
        for tier, members in self.tiers:
            shown = [number for number in held if number in members]
            if shown:
                found = self.holding.places(tier.wanted, shown)
                held |= {number: Held(tuple(tier.wanted), which) for number, which in found.items()}
        return read(held.items())

    def _found(self, held: Mapping[int, Held], shown: Mapping[int, Sequence[Entry]]) -> dict[int, Found]:
        showing = {
            atoms: Showing(atoms, self.question.gazetteer, self.holding.spellings(atoms))
            for atoms in {each.atoms for each in held.values()}
        }
        return {
            number: each.found([showing[each.atoms].hit(entry) for entry in shown[number]], self.reader)
            for number, each in held.items()
        }
