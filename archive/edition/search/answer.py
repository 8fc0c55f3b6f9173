"""What a search found: interviews in order, and the passages to show of each."""

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from typing import NamedTuple

from ..models import SearchEntry
from . import engine
from .excerpts import Piece, excerpt
from .questions import Question

CANDIDATES = 24


class Hit(NamedTuple):
    """One passage that was found. ``part``, ``anchor`` and ``start_ms`` say where, as in ``SearchEntry``;
    ``language`` is that of the pieces."""

    kind: str
    part: str
    anchor: str
    start_ms: int | None
    language: str
    pieces: list[Piece]


class Answer:
    """``ranked`` holds the numbers of the interviews found, best first; ``notices`` the codes of what was left out
    of the question. An empty question finds nothing and says so by ``is_empty``."""

    def __init__(self, question: Question, ranked: list[int], *, is_scored: bool, reader: str):
        self.question, self.ranked = question, ranked
        self.is_scored, self.reader = is_scored, reader

    @property
    def is_empty(self) -> bool:
        return self.question.is_empty

    @property
    def total(self) -> int:
        return len(self.ranked)

    @property
    def notices(self) -> list[str]:
        return self.question.notices

    @property
    def sentences(self) -> list[str]:
        """The notices in whole sentences, in the active language."""
        return self.question.sentences

    def passages(self, interviews, per: int = 3) -> dict[int, list[Hit]]:
        """For each number in ``interviews`` up to ``per`` hits that between them cover the words asked for.

        A passage is shown once, in the reader's language where it was found there. Two queries.
        """
        shown = [number for number in dict.fromkeys(interviews) if number in self._ranked]
        found = {number: _first(held) for number, held in engine.places(self.question.wanted, shown).items()}
        entries = SearchEntry.objects.in_bulk([entry for held in found.values() for entry in held])
        hits = {number: [] for number in dict.fromkeys(interviews)}
        for number, held in found.items():
            known = {entry: atoms for entry, atoms in held.items() if entry in entries}
            chosen = _covering(known, entries, per, partial(_worth, self.question.written, self.reader))
            hits[number] = [hit(entry, self.question) for entry in chosen]
        return hits

    @cached_property
    def _ranked(self) -> set[int]:
        return set(self.ranked)


def hit(entry: SearchEntry, question: Question) -> Hit:
    pieces = excerpt(entry.text, entry.language, question.wanted)
    return Hit(entry.kind, entry.part, entry.anchor, entry.start_ms, entry.language, pieces)


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


def _worth(written: Sequence[str], reader: str, entry: SearchEntry) -> tuple[bool, int]:
    """The reader's language before others, words as they were written before other forms of them."""
    text = entry.text.casefold()
    return entry.language == reader, sum(word in text for word in written)


def _place(entry: SearchEntry) -> tuple:
    return entry.kind, entry.part, entry.anchor, entry.start_ms
