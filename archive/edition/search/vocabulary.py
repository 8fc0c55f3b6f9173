"""The words of the edition and how many interviews hold each: what spellings are compared with and completed from."""

from collections.abc import Iterable

from archive.language.fold import fold

from ..models import VocabularyWord
from .packing import Word

TABLE = VocabularyWord._meta.db_table
_ROW = "word = %s AND l = %s AND m = %s AND k = %s AND generation = %s"


def count(cursor, words: Iterable[Word], generation: str) -> None:
    """One more interview holds these words."""
    cursor.executemany(
        f"INSERT INTO {TABLE} (word, x, l, m, k, generation, interviews) VALUES (%s, %s, %s, %s, %s, %s, 1) "
        f"ON CONFLICT (word, l, m, k, generation) DO UPDATE SET interviews = {TABLE}.interviews + 1",
        [(*row, generation) for row in _rows(words)],
    )


def discount(cursor, words: Iterable[Word], generation: str) -> None:
    """One interview fewer holds these words; a word that no interview holds is gone."""
    rows = [(word, best, second, key, generation) for word, _x, best, second, key in _rows(words)]
    cursor.executemany(f"DELETE FROM {TABLE} WHERE {_ROW} AND interviews = 1", rows)
    cursor.executemany(f"UPDATE {TABLE} SET interviews = interviews - 1 WHERE {_ROW}", rows)


def _rows(words: Iterable[Word]) -> list[tuple[str, str, str, str, str]]:
    """A row for each word and for the dictionary form of each, which readers may be offered although nobody said it."""
    rows = {row for word, x, best, second, key, form in words for row in _row(word, x, best, second, key, form)}
    return sorted(rows)


def _row(word: str, x: str, best: str, second: str, key: str, form: str):
    yield word, x, best, second, key
    yield form, fold(form) or x, best, best, key


def lemmas_of(folds: Iterable[str]) -> dict[str, set[str]]:
    """For each folded word the lemmas it stands for in the edition."""
    found: dict[str, set[str]] = {}
    rows = VocabularyWord.objects.filter(x__in=set(folds), generation="").values_list("x", "l", "m")
    for x, *lemmas in rows:
        found.setdefault(x, set()).update(lemmas)
    return found


def nothing(folds: Iterable[str]) -> dict[str, set[str]]:
    """What may be said of the words while some of them have run out and wait to be purged."""
    return {}
