"""The passages that hold what was asked for: how many there are in an interview, which to show, and in what order."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from archive.language.authorities import Gazetteer
from archive.language.fold import fold
from archive.language.highlight import Marker
from archive.language.queries import Atom

from ..among import among
from ..models import SearchEntry
from ..models.search_entry import NUMBER_BITS
from .excerpts import Piece, excerpt
from .packing import LONGEST_WORD
from .questions import written

MOST_READ = 200
"""Texts read of one interview to count and to choose from; where more were found, the count says "at least"."""
CANDIDATES = 24
"""Texts compared with one another to choose the few that stand for an interview."""
NAMES = ("title", "name")
"""Kinds of texts that are shown where nothing was said, and not counted."""


class Entry(NamedTuple):
    """One text of the index, with the columns of ``SearchEntry``."""

    id: int
    kind: str
    language: str
    part: str
    anchor: str
    start_ms: int | None
    text: str

    @property
    def place(self) -> tuple:
        """What a text shares with its translations and with the other stretches of a long passage."""
        return self.kind, self.part, self.anchor, self.start_ms


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


class Found(NamedTuple):
    """What was found in one interview: the ``hits`` to show, and how many passages hold any of the words, names not
    counted. ``has_more`` where there are more than ``count``; ``first`` is the first of them in time, if any."""

    hits: Sequence[Hit] = ()
    count: int = 0
    has_more: bool = False
    first: Entry | None = None


class Held(NamedTuple):
    """The texts of one interview that hold any of the ``atoms``, by their numbers with those they hold; ``entries`` are
    those read, in order, and ``is_cut`` where there are more."""

    atoms: Sequence[Atom]
    which: Mapping[int, set[Atom]]
    entries: Sequence[Entry] = ()
    is_cut: bool = False

    def in_time(self, reader: str) -> list[Entry]:
        """A text for every place, in the order of the recording: the one that holds most, the reader's language first.

        What was said before names, which say why there is an answer where nothing else does.
        """
        best: dict[tuple, Entry] = {}
        for entry in self.entries:
            if entry.place not in best or self._worth(entry, reader) > self._worth(best[entry.place], reader):
                best[entry.place] = entry
        said = [entry for entry in best.values() if entry.kind not in NAMES]
        return self._sorted(said or best.values())

    def _sorted(self, entries: Iterable[Entry]) -> list[Entry]:
        parts = {part: n for n, part in enumerate(dict.fromkeys(entry.part for entry in self.entries))}
        return sorted(entries, key=lambda entry: (parts[entry.part], entry.start_ms or 0, entry.id))

    def _worth(self, entry: Entry, reader: str) -> tuple:
        return len(self.which[entry.id]), entry.language == reader

    def found(self, hits: Sequence[Hit], reader: str) -> Found:
        said = [entry for entry in self.in_time(reader) if entry.kind not in NAMES]
        return Found(hits, len(said), self.is_cut, said[0] if said else None)

    def best(self, per: int, reader: str) -> list[Entry]:
        """Up to ``per`` texts that between them cover the words: what holds most of those not yet shown, then what is
        in the reader's language and says the words as they were written, then in order; names only where nothing was said."""
        said = [entry for entry in self.entries if entry.kind not in NAMES]
        known = sorted(said or self.entries, key=lambda entry: (-len(self.which[entry.id]), entry.id))[:CANDIDATES]
        words = written(self.atoms)

        @cache
        def worth(entry: Entry) -> tuple[bool, int]:
            text = entry.text.casefold()
            return entry.language == reader, sum(word in text for word in words)

        chosen, covered = [], set()
        while known and len(chosen) < per:
            best = max(known, key=lambda entry: (len(self.which[entry.id] - covered), worth(entry), -entry.id))
            chosen.append(best)
            covered |= self.which[best.id]
            known = [entry for entry in known if entry.place != best.place]
        return self._sorted(chosen)


def read(held: Iterable[tuple[int, Held]], most: int | None = None) -> dict[int, Held]:
    """What is held, by the number of its interview, with at most ``most`` (default: ``MOST_READ``) of each one's texts
    and those that hold most words; in one query. Texts that are no longer in force are left out."""
    most = MOST_READ if most is None else most
    wanted = {number: (found, _worth_reading(found.which, most)) for number, found in held}
    numbers = [entry for _, chosen in wanted.values() for entry in chosen]
    rows: dict[int, list[Entry]] = {number: [] for number in wanted}
    for row in SearchEntry.objects.filter(among(numbers)).order_by("pk").values_list(*Entry._fields):
        entry = Entry._make(row)
        rows[entry.id >> NUMBER_BITS].append(entry)
    return {
        number: found._replace(entries=rows[number], is_cut=len(chosen) < len(found.which))
        for number, (found, chosen) in wanted.items()
    }


def _worth_reading(which: Mapping[int, set[Atom]], most: int) -> Collection[int]:
    if len(which) <= most:
        return which
    best = sorted(which, key=lambda entry: (-len(which[entry]), entry))[:CANDIDATES]
    return {*sorted(which)[:most], *best}


class Showing:
    """Makes the hits of a page: the words asked for are laid out once for all of them. ``spellings`` as ``Marker`` takes
    them."""

    def __init__(self, atoms: Sequence[Atom], gazetteer: Gazetteer, spellings: Collection[str] | None = None):
        self.marker = Marker(atoms, gazetteer, spellings, LONGEST_WORD)
        self._asked = {fold(word) for words in written(atoms) for word in words.split()}

    def hit(self, entry: Entry) -> Hit:
        pieces = excerpt(entry.text, entry.language, self.marker)
        marks = dict.fromkeys(piece.text for piece in pieces if piece.is_marked)
        other = tuple(mark for mark in marks if not {fold(word) for word in mark.split()} <= self._asked)
        return Hit(entry.kind, entry.part, entry.anchor, entry.start_ms, entry.language, pieces, other)


def share(counts: Iterable[int], most: int) -> int:
    """How many each may have at most, so that together they have no more than ``most``; those with few leave theirs to
    the others."""
    sorted_counts = sorted(counts)
    for place, count in enumerate(sorted_counts):
        each = most // (len(sorted_counts) - place)
        if count > each:
            return each
        most -= count
    return max(sorted_counts, default=0)
