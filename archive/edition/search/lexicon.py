"""The vocabulary of the edition in memory, for corrections and completions."""

import time
from collections.abc import Iterable
from itertools import chain

from django.db import connection

from archive.document.authority import AuthorityCard
from archive.document.names import every_name
from archive.language.fold import fold
from archive.language.soundkey import key
from archive.language.tokens import tokenise, visible
from archive.language.vocabulary import Entry, Vocabulary

from ..models import Edition, PublishedAuthority, VocabularyWord

REST = 60
"""Seconds that a process waits before it reads a changed vocabulary again: reading a large one takes a second."""

OUTWEIGHING = 1 << 40
READ = ("word", "x", "k", "interviews")

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
    rows = VocabularyWord.objects.filter(generation="").values_list(*READ)
    return Vocabulary(_entries(chain(rows.iterator(20_000), _names())))


def _names() -> Iterable[tuple[str, str, str, int]]:
    """The words of the edition's names, as rows of the vocabulary that outweigh other spellings of the same."""
    for word in name_words(row.content for row in PublishedAuthority.objects.all()):
        yield word, fold(word), key(word), OUTWEIGHING


def name_words(cards: Iterable[AuthorityCard]) -> set[str]:
    """The words of all names on the cards, as they are written."""
    return {visible(token.text) for card in cards for name in every_name(card) for token in tokenise(name)}


def _entries(rows: Iterable[tuple[str, str, str, int]]) -> Iterable[Entry]:
    """One entry for each fold: the most frequent spelling of it, the number of all."""
    found: dict[str, list] = {}
    for word, x, k, interviews in rows:
        entry = found.setdefault(x, [word, interviews, k, 0])
        if (interviews, word.islower(), word) > (entry[1], entry[0].islower(), entry[0]):
            entry[:3] = word, interviews, k
        entry[3] += interviews if interviews < OUTWEIGHING else 1
    for x, (word, _, k, interviews) in found.items():
        yield Entry(x, word, interviews, k.rstrip("0123456789"))
