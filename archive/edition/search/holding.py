"""What the full-text index holds of the atoms of a question: in which interviews, how closely, how often and where.

It knows numbers only, whether in force or not: every text and every interview is then read through the live managers.
The scores are reckoned here and not by the engines, so that both databases answer in the same order, and from nothing
but what may be seen, so that no score tells of what is gone.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain

import numpy as np
from django.db import connection
from pyroaring import BitMap

from archive.language.queries import Atom, Named, Prefix

from ..columns import as_array, as_set
from ..models.search_entry import BODY, NUMBER_BITS
from . import vocabulary
from .engine import ENGINES
from .tables import EDITION, Tables
from .words import EVERY, EXACT, FORM, SOUND, is_findable, is_phrase, ways

CLOSENESS = {EXACT: 1.0, FORM: 0.8, SOUND: 0.2}
IN_HEAD = 3.0
"""How many passages a title, a summary or a name that holds a word is worth."""
SATURATION = 1.2
"""The share of k1 in Okapi BM25: a word said ten times tells little more than one said five times."""
MOST_COUNTED = 4_000
"""Interviews that may hold a word for it to matter how often each says it; a commoner one tells little about any."""


class Holding:
    """Which interviews and texts hold each of the ``atoms``, in the index of these ``tables``."""

    def __init__(self, atoms: Sequence[Atom], tables: Tables = EDITION):
        self._tables = tables
        phrases = [atom for atom in atoms if is_phrase(atom)]
        self._texts = dict(zip(phrases, self._texts_of(phrases), strict=True))
        asked = [
            (atom, grade)
            for atom in atoms
            for grade in CLOSENESS
            if atom not in self._texts and is_findable(atom, grade)
        ]
        self._grades: dict[Atom, list[tuple[float, BitMap]]] = {
            phrase: [(CLOSENESS[EXACT], as_set(np.unique(texts >> NUMBER_BITS)))]
            for phrase, texts in self._texts.items()
        }
        for (atom, grade), members in zip(asked, self.look_up("wholes", asked), strict=True):
            self._grades.setdefault(atom, []).append((CLOSENESS[grade], members))
        self.interviews: Mapping[Atom, BitMap] = {
            atom: BitMap.union(*(members for _, members in graded)) for atom, graded in self._grades.items()
        }

    def scores(self, atoms: Sequence[Atom], visible: BitMap) -> np.ndarray:
        """How well each visible interview says the atoms, by its number: the sum over them of how rare one is, how
        closely and how often it is said."""
        self._count(atoms)
        size = visible.max() + 1 if visible else 0
        found = np.zeros(size, np.float32)
        for atom in atoms:
            members = self.interviews.get(atom, BitMap()) & visible
            if not members:
                continue
            said = np.zeros(size, np.float32)
            for closeness, graded in reversed(self._grades[atom]):
                said[as_array(graded & members)] = closeness
            found += _rarity(len(members), len(visible)) * said * self._often(atom, size)
        return found

    def places(self, atoms: Sequence[Atom], interviews: Sequence[int]) -> dict[int, dict[int, set[Atom]]]:
        """For each of the interviews the numbers of its texts that hold any of the atoms, each with those atoms."""
        found: dict[int, dict[int, set[Atom]]] = {interview: {} for interview in interviews}
        for atom in atoms:
            for interview in interviews if atom in self._texts else ():
                for text in _within(self._texts[atom], interview):
                    found[interview].setdefault(text, set()).add(atom)
        others = [atom for atom in atoms if atom not in self._texts]
        with connection.cursor() as cursor:
            for place, text in ENGINES[connection.vendor].places(cursor, self._tables, others, interviews):
                found[text >> NUMBER_BITS].setdefault(text, set()).add(others[place])
        return found

    def spellings(self, atoms: Sequence[Atom]) -> Collection[str] | None:
        """The folds of all words in these texts that any of the atoms may mean, None where that is not known: names are
        told by what stands around them."""
        if any(isinstance(atom, Named) for atom in atoms):
            return None
        entries = [(stream, word) for atom in atoms for stream, words in _entries(atom) for word in words]
        return vocabulary.spellings(*({word for found, word in entries if found in streams} for streams in ("lm", "k")))

    def _count(self, atoms: Sequence[Atom]) -> None:
        """Learn which texts hold the atoms that few enough interviews hold."""
        rare = [
            atom for atom in atoms if atom not in self._texts and 0 < len(self.interviews.get(atom, ())) <= MOST_COUNTED
        ]
        self._texts |= zip(rare, self._texts_of(rare), strict=True)

    def _often(self, atom: Atom, size: int) -> np.ndarray | float:
        """How much it tells how often each interview says it: 1 for once, at most twice that and a little."""
        if atom not in self._texts:
            return 1.0
        texts = self._texts[atom]
        worth = np.where(texts & ((1 << NUMBER_BITS) - 1) < BODY, IN_HEAD, 1.0)
        count = np.bincount(texts >> NUMBER_BITS, worth, size)[:size]
        return count * (SATURATION + 1) / (count + SATURATION)

    def _texts_of(self, atoms: Sequence[Atom]) -> list[np.ndarray]:
        return self.look_up("texts", [(atom, EVERY) for atom in atoms])

    def look_up(self, what: str, asked: Sequence) -> list:
        """The answers of the engine's ``what`` ("wholes" or "texts") to what is asked; an index whose rows not everybody may
        read narrows them here."""
        with connection.cursor() as cursor:
            return list(getattr(ENGINES[connection.vendor], what)(cursor, self._tables, asked))


def _entries(atom: Atom) -> Iterator[tuple[str, Iterable[str]]]:
    """Each stream an atom is looked for in, with all its words there."""
    for stream, places in () if isinstance(atom, Prefix) else ways(atom, EVERY):
        yield stream, chain.from_iterable(places)


def _rarity(holding: int, all_: int) -> float:
    """Inverse document frequency as in Okapi BM25, never negative."""
    return float(np.log1p((all_ - holding + 0.5) / (holding + 0.5)))


def _within(texts: np.ndarray, interview: int) -> list[int]:
    first, last = np.searchsorted(texts, [interview << NUMBER_BITS, interview + 1 << NUMBER_BITS])
    return texts[first:last].tolist()
