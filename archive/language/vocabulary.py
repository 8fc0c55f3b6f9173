"""The words of the corpus, as corrections and completions need them in memory."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from archive.language.fold import fold
from archive.language.lemmas import language_of, lemmas
from archive.language.soundkey import key
from archive.language.tokens import clean, tokenise, visible

_LAST = "\U0010ffff"


class Entry(NamedTuple):
    """A word of the corpus: its fold, as it is shown, how often it stands there, and its sound key or ""."""

    x: str
    display: str
    count: int
    key: str


class Vocabulary:
    """Words in memory, sorted by their folds: parallel sequences of folds, displayed words, counts and sound keys.

    A large archive has half a million, so equal strings are one object and numbers are arrays.
    """

    def __init__(self, entries: Iterable[Entry]):
        """`entries` have each fold once and in order, as `counted` makes them."""
        self.folds, self.displays, self.keys, self.counts = [], [], [], array("Q")
        once: dict[str, str] = {}
        for x, display, count, heard in entries:
            self.folds.append(x)
            self.displays.append(x if display == x else display)
            self.counts.append(count)
            self.keys.append(once.setdefault(heard, heard))
        by_key = sorted((place for place, heard in enumerate(self.keys) if heard), key=self.keys.__getitem__)
        self._by_key = array("L", by_key)
        self._by_ends: dict[tuple[str, int], list[str]] = {}
        for word in self.folds:
            for end in _ends(word):
                self._by_ends.setdefault((end, len(word)), []).append(word)

    def __len__(self) -> int:
        return len(self.folds)

    def place(self, word: str) -> int | None:
        """The place of the word, however it is typed; None if the corpus does not have it."""
        folded = fold(word)
        place = bisect_left(self.folds, folded)
        return place if self.folds[place : place + 1] == [folded] else None

    def place_of(self, folded: str) -> int:
        """The place of a fold that is there."""
        return bisect_left(self.folds, folded)

    def near(self, folded: str, spread: int) -> Iterator[list[str]]:
        """Folds that begin or end like `folded` and are at most `spread` letters longer or shorter.

        Few typing errors spoil both ends of a word, and the rest of a large corpus need not be compared.
        """
        for end in _ends(folded):
            for length in range(len(folded) - spread, len(folded) + spread + 1):
                yield self._by_ends.get((end, length), [])

    def beginning(self, folded: str) -> range:
        """The places of the folds that begin so."""
        return range(bisect_left(self.folds, folded), bisect_left(self.folds, folded + _LAST))

    def sounding(self, heard: str, *, begin: bool = False) -> Sequence[int]:
        """The places of the words with this sound key, or whose key begins so."""
        first = bisect_left(self._by_key, heard, key=self.keys.__getitem__)
        last = bisect_left(self._by_key, heard + (_LAST if begin else " "), key=self.keys.__getitem__)
        return self._by_key[first:last]


def shown_words(text: str, language: str) -> Iterator[str]:
    """The words of a text to offer to readers: each as it is written, and its dictionary form."""
    for token in tokenise(text):
        word = clean(token.text)
        own = language_of(word, language)
        yield visible(token.text)
        best = lemmas(word, own)[0]
        if best != word:
            yield best


def counted(words: Iterable[tuple[str, int]]) -> Iterator[Entry]:
    """The entries of words as they are shown, each with its count; the most frequent spelling of a fold is displayed."""
    totals: dict[str, list] = {}
    for display, count in words:
        entry = totals.setdefault(fold(display), [display, count, 0])
        if count > entry[1]:
            entry[:2] = display, count
        entry[2] += count
    for x, (display, _, count) in sorted(totals.items()):
        if x:
            yield Entry(x, display, count, key(display))


def _ends(word: str) -> tuple[str, str]:
    """The beginning and the end by which a word is kept, marked so that they differ."""
    return word[:2] + "-", "-" + word[-3 if len(word) > 5 else -2 :]
