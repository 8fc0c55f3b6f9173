"""The vocabulary of the edition in memory, for corrections and completions."""

import threading
import time
from collections.abc import Collection, Iterable, Mapping, Sequence
from heapq import merge
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from django.db import connection
from django.db.models.functions import Collate

from archive.document.authority import AuthorityCard
from archive.document.names import every_name
from archive.language.fold import fold
from archive.language.soundkey import key
from archive.language.tokens import tokenise, visible
from archive.language.vocabulary import Entry, Vocabulary

from ..models import Edition, PublishedAuthority, VocabularyWord

REST = 60
"""Seconds that a process waits before it reads a changed vocabulary again: reading a large one takes seconds."""

OUTWEIGHING = 1 << 40
READ = ("x", "word", "k", "interviews")
Row = tuple[str, str, str, int]
"""A word as ``READ`` names its parts."""

COLLATIONS = {"sqlite": "BINARY", "postgresql": "C"}
"""Those that order as Python does, by code points."""


class _Kept(NamedTuple):
    read_at: float
    revision: int
    vocabulary: Vocabulary


_kept: _Kept | None = None
_reading = threading.Lock()


def vocabulary() -> Vocabulary:
    """The words of the edition, for finding out what to ask ``standing`` about: they may be a minute old.

    A changed one is read at most every ``REST`` seconds, beside the requests, which go on with the last. Inside a
    transaction it is read anew and not kept, since what it sees may be undone.
    """
    if connection.in_atomic_block:
        return _read()
    kept, revision = _kept, Edition.objects.current().revision
    if kept is None:
        return _keep(revision)
    if kept.revision != revision and time.monotonic() - kept.read_at > REST and _reading.acquire(blocking=False):
        threading.Thread(target=_keep_beside, args=(revision,), daemon=True).start()
    return kept.vocabulary


def _keep(revision: int) -> Vocabulary:
    global _kept
    _kept = _Kept(time.monotonic(), revision, _read())
    return _kept.vocabulary


def _keep_beside(revision: int) -> None:
    """Read it in a thread of its own, which has taken the lock."""
    try:
        _keep(revision)
    finally:
        connection.close()
        _reading.release()


def standing(folds: Collection[str], names: Mapping[str, Sequence[Row]]) -> Vocabulary:
    """What the edition holds of these words at this moment: nothing of what has left it since ``vocabulary`` was read, not
    even by its number. ``names`` are the rows of its names by their folds."""
    rows = VocabularyWord.objects.filter(generation="", x__in=folds).values_list(*READ)
    return Vocabulary(_entries(sorted((*rows, *(row for x in folds for row in names.get(x, ()))))))


def name_rows(cards: Iterable[AuthorityCard]) -> list[Row]:
    """The words of the names on the cards, as rows of the vocabulary that outweigh other spellings of the same."""
    words = {visible(token.text) for card in cards for name in every_name(card) for token in tokenise(name)}
    return sorted((fold(word), word, key(word), OUTWEIGHING) for word in words)


def _read() -> Vocabulary:
    rows = VocabularyWord.objects.filter(generation="").order_by(Collate("x", COLLATIONS[connection.vendor]))
    names = name_rows(row.content for row in PublishedAuthority.objects.all())
    return Vocabulary(_entries(merge(rows.values_list(*READ).iterator(20_000), names, key=itemgetter(0))))


def _entries(rows: Iterable[Row]) -> Iterable[Entry]:
    """One entry for each fold, in whose order the rows are: the most frequent spelling of it, the number of all."""
    for x, same in groupby(rows, key=itemgetter(0)):
        spellings = list(same)
        _x, word, k, _number = max(spellings, key=lambda row: (row[3], row[1].islower(), row[1]))
        number = sum(row[3] if row[3] < OUTWEIGHING else 1 for row in spellings)
        if x:
            yield Entry(x, word, number, k.rstrip("0123456789"))
