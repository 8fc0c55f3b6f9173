"""How records and their sheets are numbered.

A sheet is what one noun says of a record in one language: all claims of an interview in Polish. Its number holds the
record's primary key, the noun and the language, so that the index alone says who may read what was found, and in
which record it stands.
"""

from typing import NamedTuple

import numpy as np
from pyroaring import BitMap

from archive.edition.columns import as_array, as_set

ROOTS = ("interview", "authority", "collection")
"""The records that are found; everything else is part of one. Their order is stored."""
LANGUAGES = ("", "uk", "en", "pl", "ru")
"""The languages of sheets, "" for words of staff, who write in any. Their order is stored."""

ROOT_BITS, LANGUAGE_BITS, NOUN_BITS = 2, 3, 6
KIND_BITS = NOUN_BITS + LANGUAGE_BITS
"""Bits for noun and language. A number has 32 bits: 23 are left for primary keys, up to eight million."""
KINDS = 1 << KIND_BITS


class Record(NamedTuple):
    """A record by its root and primary key."""

    root: str
    pk: int

    @property
    def number(self) -> int:
        return self.pk << ROOT_BITS | ROOTS.index(self.root)

    @classmethod
    def numbered(cls, number: int) -> "Record":
        return cls(ROOTS[number & (1 << ROOT_BITS) - 1], number >> ROOT_BITS)


def kind_of(noun: int, language: str) -> int:
    """Noun and language in one number, the last bits of a sheet's."""
    return noun << LANGUAGE_BITS | LANGUAGES.index(language)


def sheet_of(pk: int, noun: int, language: str) -> int:
    return pk << KIND_BITS | kind_of(noun, language)


def noun_of(sheet: int) -> int:
    return (sheet & KINDS - 1) >> LANGUAGE_BITS


def language_of(sheet: int) -> str:
    return LANGUAGES[sheet & (1 << LANGUAGE_BITS) - 1]


def of_record(sheets: BitMap, record: Record, roots: np.ndarray) -> BitMap:
    """Those of the sheets that are of a record."""
    same_key = sheets & BitMap(range(record.pk << KIND_BITS, record.pk + 1 << KIND_BITS))
    return of_kinds(same_key, roots == ROOTS.index(record.root))


def of_kinds(sheets: BitMap, kinds: np.ndarray) -> BitMap:
    """Those of the sheets whose kind is true in ``kinds``, an array of ``KINDS``."""
    numbers = as_array(sheets)
    return as_set(numbers[kinds[numbers & KINDS - 1]])


def records(sheets: BitMap, roots: np.ndarray) -> BitMap:
    """The numbers of the records the sheets are of; ``roots`` has the place of the root for each kind of sheet."""
    return as_set(record_numbers(as_array(sheets), roots))


def record_numbers(sheets: np.ndarray, roots: np.ndarray) -> np.ndarray:
    """The number of its record for each sheet of an array."""
    return sheets >> KIND_BITS << ROOT_BITS | roots[sheets & KINDS - 1]
