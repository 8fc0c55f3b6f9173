"""Polish words typed on a keyboard without Polish letters: "zolnierzom" for "żołnierzom"."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations, islice, product

from archive.language.lemmas import pl

MOST_MARKS = 4
MOST_TRIED, MOST_SPELT = 60, 600
"""Spellings looked up for one word, each of which takes 20 µs, and those thought of for it."""
LONGEST = 24

_MARKED = {"a": "ą", "c": "ć", "e": "ę", "l": "ł", "n": "ń", "o": "ó", "s": "ś", "z": "żź"}
_UNHEARD = re.compile("^[ąęń]|[ćńśź][aeiouyąęó]|ó$|łi|[ąęó][aeiouyąęó]|[ąę][ńł]$|źz")


@lru_cache(maxsize=1 << 12)
def restored(word: str) -> tuple[str, ...]:
    """The words of the dictionary that the letters may stand for, those with fewer marks first; none for a word that has
    marks already."""
    if not pl.available() or not word.isascii() or not word.isalpha() or len(word) > LONGEST:
        return ()
    spoken = (spelt for spelt in islice(_spellings(word), MOST_SPELT) if not _UNHEARD.search(spelt))
    return tuple(filter(pl.common, islice(spoken, MOST_TRIED)))


def _spellings(word: str) -> Iterator[str]:
    places = [place for place, letter in enumerate(word) if letter in _MARKED]
    for count in range(1, MOST_MARKS + 1):
        for chosen in combinations(places, count):
            for marks in product(*(_MARKED[word[place]] for place in chosen)):
                letters = [*word]
                for place, mark in zip(chosen, marks, strict=True):
                    letters[place] = mark
                yield "".join(letters)
