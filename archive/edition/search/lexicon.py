"""The vocabulary of the edition in memory, for corrections and completions."""

import time

from django.db import connection

from archive.language.vocabulary import Vocabulary, counted

from ..models import Edition, VocabularyWord

REST = 60
"""Seconds that a process waits before it reads a changed vocabulary again: reading a large one takes a second."""

_kept: tuple[float, int, Vocabulary] | None = None


def vocabulary() -> Vocabulary:
    """The words of the edition, at most ``REST`` seconds old; what is offered of them is checked by ``still_there``.

    Inside a transaction it is read anew and not kept, since what it sees may be undone.
    """
    global _kept
    if connection.in_atomic_block:
        return _read()
    revision = Edition.objects.current().revision
    if _kept is None or (_kept[1] != revision and time.monotonic() - _kept[0] > REST):
        _kept = time.monotonic(), revision, _read()
    return _kept[2]


def still_there(words: set[str]) -> set[str]:
    """Those of the words that stand in the edition at this moment."""
    return set(VocabularyWord.objects.filter(generation="", word__in=words).values_list("word", flat=True))


def _read() -> Vocabulary:
    rows = VocabularyWord.objects.filter(generation="").values_list("word", "interviews")
    return Vocabulary(counted(rows.iterator(10_000)))
