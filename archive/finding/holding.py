"""What the private index holds of the atoms of a question, as far as somebody may read it."""

from collections.abc import Iterable, Sequence

import numpy as np
from django.db import connection
from pyroaring import BitMap

from archive.edition.columns import as_array, as_set
from archive.edition.models.search_entry import NUMBER_BITS
from archive.edition.search.engine import ENGINES
from archive.edition.search.holding import Holding
from archive.language.queries import Atom

from . import numbers
from .nouns import ROOT_OF_KIND
from .numbers import Record
from .reader import Reader
from .tables import TABLES

MOST_SHEETS = 8
"""Sheets of a record that are asked where they say it: those that say most."""


class RecordHolding(Holding):
    """``Holding`` with numbers of records in place of those of interviews. What may not be read is left out as it comes
    from the engine, so that nothing is found, left out or scored by it."""

    def __init__(self, atoms: Sequence[Atom], reader: Reader):
        self._reader = reader
        self._sheets: dict[Atom, BitMap] = {}
        self._read: dict[Atom, np.ndarray] = {}
        super().__init__(atoms, TABLES)

    def places(self, atoms: Sequence[Atom], records: Sequence[int]) -> dict[int, dict[int, set[Atom]]]:
        """For each of the records the numbers of its texts that hold any of the atoms, each with those atoms."""
        sheets = {sheet: record for record in records for sheet in self._telling(atoms, Record.numbered(record))}
        found: dict[int, dict[int, set[Atom]]] = {record: {} for record in records}
        for atom, text in self._texts_in(atoms, list(sheets)):
            found[sheets[text >> NUMBER_BITS]].setdefault(text, set()).add(atom)
        return found

    def spellings(self, atoms: Sequence[Atom]) -> None:
        """Nobody keeps count of private words."""

    def _telling(self, atoms: Sequence[Atom], record: Record) -> list[int]:
        """The sheets of a record that hold most of the atoms."""
        held: dict[int, int] = {}
        for atom in atoms:
            for sheet in numbers.of_record(self._sheets.get(atom, BitMap()), record, ROOT_OF_KIND):
                held[sheet] = held.get(sheet, 0) + 1
        return sorted(held, key=lambda sheet: (-held[sheet], sheet))[:MOST_SHEETS]

    def _texts_in(self, atoms: Sequence[Atom], sheets: list[int]) -> Iterable[tuple[Atom, int]]:
        """The texts of these sheets that hold each atom; the engine is asked only for what it has not told already."""
        for atom in atoms:
            if (texts := self._read.get(atom)) is not None:
                yield from ((atom, text) for text in texts[np.isin(texts >> NUMBER_BITS, sheets)].tolist())
        others = [atom for atom in atoms if atom not in self._read]
        with connection.cursor() as cursor:
            for place, text in ENGINES[connection.vendor].places(cursor, TABLES, others, sheets):
                yield others[place], text

    def look_up(self, what: str, asked: Sequence) -> list:
        found = super().look_up(what, asked)
        of_records = self._texts_of_records if what == "texts" else self._wholes_of_records
        return of_records([atom for atom, _grade in asked], found)

    def _wholes_of_records(self, atoms: list[Atom], found: list[BitMap]) -> list[BitMap]:
        readable = self._reader.visible(found)
        for atom, sheets in zip(atoms, readable, strict=True):
            self._sheets[atom] = self._sheets.get(atom, BitMap()) | sheets
        return [numbers.records(sheets, ROOT_OF_KIND) for sheets in readable]

    def _texts_of_records(self, atoms: list[Atom], found: list[np.ndarray]) -> list[np.ndarray]:
        """Texts numbered as if each record had one sheet; where they really stand is kept for ``places``."""
        sheets = [texts >> NUMBER_BITS for texts in found]
        readable = self._reader.visible([as_set(np.unique(each)) for each in sheets])
        for atom, texts, all_, some in zip(atoms, found, sheets, readable, strict=True):
            self._read[atom] = texts[np.isin(all_, as_array(some))]
            self._sheets[atom] = some
        return [_as_of_records(self._read[atom]) for atom in atoms]


def _as_of_records(texts: np.ndarray) -> np.ndarray:
    records = numbers.record_numbers(texts >> NUMBER_BITS, ROOT_OF_KIND)
    return np.sort(records.astype(np.int64) << NUMBER_BITS | texts & (1 << NUMBER_BITS) - 1)
