"""What a search in the archive found: records in order, with the passages that say why."""

from collections.abc import Callable, Sequence
from functools import cached_property

import numpy as np
from pyroaring import BitMap

from archive.edition.columns import as_array
from archive.edition.search import vocabulary
from archive.edition.search.questions import SOME, Question, Tier
from archive.publishing.naming import approved_names

from .holding import RecordHolding
from .numbers import Record
from .reader import Reader

Narrow = Callable[[BitMap], BitMap]
"""Keeps some of the numbers of records."""


def find(q: str, *, reader: Reader, narrow: Narrow = lambda records: records) -> "Answer":
    """The records that answer ``q`` by what the reader may read of them, as far as ``narrow`` keeps them.

    All words have to stand in one record, the words of a phrase in one text of it; no text makes it raise. What says it
    comes before what means it in other languages; where nothing does, what holds some of the words.
    """
    question = Question(q, approved_names(), vocabulary.lemmas_of)
    holding = RecordHolding(question.atoms, reader)
    held = holding.interviews
    visible = narrow(BitMap.union(*held.values())) if held else BitMap()
    found, taken = [], BitMap()
    for tier in question.tiers:
        members = (tier.answered_by(held) & visible) - taken
        found.append((tier, members))
        taken |= members
    if question.loose and not taken:
        found.append((question.loose, question.loose.answered_by(held) & visible))
    return Answer(question, reader, holding, found, visible)


class Answer:
    """``tiers`` are the numbers of records with what found them, out of those that are ``visible``."""

    def __init__(
        self,
        question: Question,
        reader: Reader,
        holding: RecordHolding,
        found: Sequence[tuple[Tier, BitMap]],
        visible: BitMap,
    ):
        self.question, self.reader, self.holding, self.visible = question, reader, holding, visible
        self.tiers = [(tier, members) for tier, members in found if members]

    @cached_property
    def ranked(self) -> list[Record]:
        """Tier by tier, best matches first, then the newest."""
        wanted = list(dict.fromkeys(atom for tier, _ in self.tiers for atom in tier.wanted))
        scores = self.holding.scores(wanted, self.visible)
        return [Record.numbered(number) for _, members in self.tiers for number in _in_order(members, scores)]

    @property
    def is_partial(self) -> bool:
        """Whether what was found holds only some of the words."""
        return {tier.code for tier, _ in self.tiers} == {SOME}

    def tier_of(self, record: Record) -> Tier:
        return next(tier for tier, members in self.tiers if record.number in members)


def _in_order(members: BitMap, scores: np.ndarray) -> list[int]:
    newest = as_array(members)[::-1]
    return newest[np.argsort(-scores[newest], kind="stable")].tolist()
