"""What a search found: interviews in order, and the passages to show of each."""

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from typing import NamedTuple

from pyroaring import BitMap

from archive.language.authorities import Gazetteer
from archive.language.fold import fold
from archive.language.queries import Atom

from ..models import SearchEntry
from . import engine
from .excerpts import Piece, excerpt
from .questions import Question, Tier, written

CANDIDATES = 24


class Hit(NamedTuple):
    """One passage that was found. ``part``, ``anchor`` and ``start_ms`` say where, as in ``SearchEntry``;
    ``language`` is that of the pieces; ``found_as`` are the marked words where they differ from those written."""

    kind: str
    part: str
    anchor: str
    start_ms: int | None
    language: str
    pieces: list[Piece]
    found_as: tuple[str, ...]


class Answer:
    """The interviews found, by the tier that found them. An empty question finds nothing and says so by ``is_empty``."""

    def __init__(self, question: Question, found: list[tuple[Tier, BitMap]], scores: dict[int, float], *, reader: str):
        self.question, self.reader = question, reader
        self.tiers = [(tier, members) for tier, members in found if members]
        self.scores = scores

    @property
    def is_empty(self) -> bool:
        return self.question.is_empty

    @cached_property
    def found(self) -> BitMap:
        """The numbers of all interviews found."""
        return BitMap.union(*(members for _, members in self.tiers)) if self.tiers else BitMap()

    @cached_property
    def ranked(self) -> list[int]:
        """The same in order: tier by tier, best matches first, then the newest."""
        return [number for _, members in self.tiers for number in self._in_order(members)]

    def _in_order(self, members: BitMap) -> list[int]:
        best = sorted(members & BitMap(self.scores.keys()), key=lambda number: (-self.scores[number], -number))
        rest = (members - BitMap(best)).to_array()
        return [*best, *reversed(rest)]

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

    def passages(self, interviews, per: int = 3) -> dict[int, list[Hit]]:
        """For each number in ``interviews`` up to ``per`` hits that between them cover the words asked for.

        A passage is shown once, in the reader's language where it was found there. Two queries a tier.
        """
        hits = {number: [] for number in dict.fromkeys(interviews)}
        for tier, members in self.tiers:
            hits |= self._passages(tier.wanted, [number for number in hits if number in members], per)
        return hits

    def _passages(self, atoms: Sequence[Atom], shown: list[int], per: int) -> dict[int, list[Hit]]:
        if not shown:
            return {}
        found = {number: _first(held) for number, held in engine.places(atoms, shown).items()}
        entries = SearchEntry.objects.in_bulk([entry for held in found.values() for entry in held])
        worth = partial(_worth, written(atoms), self.reader)
        hits = {}
        for number, held in found.items():
            known = {entry: which for entry, which in held.items() if entry in entries}
            chosen = _covering(known, entries, per, worth)
            hits[number] = [hit(entry, atoms, self.question.gazetteer) for entry in chosen]
        return hits


def hit(entry: SearchEntry, atoms: Sequence[Atom], gazetteer: Gazetteer) -> Hit:
    pieces = excerpt(entry.text, entry.language, atoms, gazetteer)
    asked = {fold(word) for words in written(atoms) for word in words.split()}
    marks = dict.fromkeys(piece.text for piece in pieces if piece.is_marked)
    other = tuple(mark for mark in marks if not {fold(word) for word in mark.split()} <= asked)
    return Hit(entry.kind, entry.part, entry.anchor, entry.start_ms, entry.language, pieces, other)


def _first(held: dict[int, set[int]]) -> dict[int, set[int]]:
    """The entries that hold most atoms, earlier ones first, and no more of them than are worth comparing."""
    best = sorted(held, key=lambda entry: (-len(held[entry]), entry))
    return {entry: held[entry] for entry in best[:CANDIDATES]}


def _covering(held: dict[int, set[int]], entries: dict, per: int, worth: Callable) -> list[SearchEntry]:
    """Entries chosen one by one: first what holds most atoms not yet shown, then what is worth more, then in order."""
    left, chosen, covered = dict(held), [], set()
    while left and len(chosen) < per:
        best = max(left, key=lambda number: (len(left[number] - covered), worth(entries[number]), -number))
        chosen.append(entries[best])
        covered |= left[best]
        left = {number: atoms for number, atoms in left.items() if _place(entries[number]) != _place(entries[best])}
    return sorted(chosen, key=lambda entry: entry.number)


def _worth(words: Sequence[str], reader: str, entry: SearchEntry) -> tuple[bool, int]:
    """The reader's language before others, words as they were written before other forms of them."""
    text = entry.text.casefold()
    return entry.language == reader, sum(word in text for word in words)


def _place(entry: SearchEntry) -> tuple:
    return entry.kind, entry.part, entry.anchor, entry.start_ms
