"""The words of the edition and how many interviews hold each: what spellings are compared with and completed from."""

from collections import Counter
from collections.abc import Collection, Iterable
from functools import lru_cache
from itertools import chain
from operator import itemgetter

from archive.language.fold import fold

from ..models import VocabularyWord
from .packing import Word

TABLE = VocabularyWord._meta.db_table
_ROW = "word = %s AND l = %s AND m = %s AND k = %s AND generation = %s"


Row = tuple[str, str, str, str, str]
"""A word with its entries in the streams x, l, m and k."""


def count(cursor, interviews: Iterable[Iterable[Row]], generation: str) -> None:
    """As many more interviews hold these words, each given with its own."""
    held = Counter(chain.from_iterable(interviews))
    cursor.executemany(
        f"INSERT INTO {TABLE} (word, x, l, m, k, generation, interviews) VALUES (%s, %s, %s, %s, %s, %s, %s) "
        "ON CONFLICT (word, l, m, k, generation) "
        f"DO UPDATE SET interviews = {TABLE}.interviews + EXCLUDED.interviews",
        [(*row, generation, held[row]) for row in sorted(held, key=itemgetter(0))],
    )


def discount(cursor, held: Iterable[Row], generation: str) -> None:
    """One interview fewer holds these words; a word that no interview holds is gone."""
    gone = [(word, best, second, key, generation) for word, _x, best, second, key in sorted(held)]
    cursor.executemany(f"DELETE FROM {TABLE} WHERE {_ROW} AND interviews = 1", gone)
    cursor.executemany(f"UPDATE {TABLE} SET interviews = interviews - 1 WHERE {_ROW}", gone)


def rows(words: Iterable[Word]) -> frozenset[Row]:
    """A row for each word and for the dictionary form of each, which readers may be offered although nobody said it."""
    return frozenset(chain.from_iterable(_row(*word) for word in words))


@lru_cache(maxsize=1 << 17)
def _row(word: str, x: str, best: str, second: str, key: str, form: str) -> tuple[Row, Row]:
    return (word, x, best, second, key), (form, fold(form) or x, best, best, key)


def lemmas_of(folds: Iterable[str]) -> dict[str, set[str]]:
    """For each folded word the lemmas it stands for in the edition."""
    found: dict[str, set[str]] = {}
    rows = VocabularyWord.objects.filter(x__in=set(folds), generation="").values_list("x", "l", "m")
    for x, *lemmas in rows:
        found.setdefault(x, set()).update(lemmas)
    return found


def spellings(lemmas: Collection[str], keys: Collection[str]) -> set[str]:
    """The folds of all words of the edition that have one of the lemmas or one of the sound keys."""
    words = VocabularyWord.objects.filter(generation="").values_list("x", flat=True)
    return set(words.filter(l__in=lemmas).union(words.filter(m__in=lemmas), words.filter(k__in=keys)))


def nothing(folds: Iterable[str]) -> dict[str, set[str]]:
    """What may be said of the words while some of them have run out and wait to be purged."""
    return {}
