"""What a search found: interviews in order, and the passages to show of each."""

from functools import cached_property, partial
from typing import NamedTuple

from ..models import SearchEntry
from . import engine
from .excerpts import Piece, excerpt
from .questions import Question

CANDIDATES = 12


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
        found = engine.top(self.question.wanted, shown, most=CANDIDATES, is_scored=self.is_scored)
        entries = SearchEntry.objects.in_bulk({row.entry for row in found})
        hits = {number: [] for number in dict.fromkeys(interviews)}
        for number in shown:
            rows = [row for row in found if row.interview == number and row.entry in entries]
            for entry in _covering(rows, entries, per, self.reader):
                hits[number].append(hit(entry, self.question))
        return hits

    @cached_property
    def _ranked(self) -> set[int]:
        return set(self.ranked)


def hit(entry: SearchEntry, question: Question) -> Hit:
    pieces = excerpt(entry.text, entry.language, question.wanted)
    return Hit(entry.kind, entry.part, entry.anchor, entry.start_ms, entry.language, pieces)


def _covering(rows: list[engine.Found], entries: dict, per: int, reader: str) -> list[SearchEntry]:
    """Entries chosen one by one: first what holds most atoms not yet shown, then the reader's language, then score."""
    atoms: dict[int, dict[int, float]] = {}
    for row in rows:
        atoms.setdefault(row.entry, {})[row.atom] = row.score
    chosen, covered = [], set()
    while atoms and len(chosen) < per:
        best = max((entries[number] for number in atoms), key=partial(_worth, atoms, covered, reader))
        chosen.append(best)
        covered |= atoms[best.pk].keys()
        atoms = {number: scores for number, scores in atoms.items() if _place(entries[number]) != _place(best)}
    return sorted(chosen, key=lambda entry: entry.number)


def _worth(atoms: dict, covered: set[int], reader: str, entry: SearchEntry) -> tuple:
    scores = atoms[entry.pk]
    return len(scores.keys() - covered), entry.language == reader, sum(scores.values()), -entry.number


def _place(entry: SearchEntry) -> tuple:
    return entry.kind, entry.part, entry.anchor, entry.start_ms
