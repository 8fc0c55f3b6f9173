"""Texts cut into stretches short enough for an index entry.

PostgreSQL keeps 256 positions of one word in an entry: with no more words than that, phrases are found equally
on both databases.
"""

import re
from collections.abc import Iterator

from archive.language.tokens import tokenise

MOST_WORDS = 250

_SENTENCE_END = re.compile(r"[.!?…\n]")


def stretches(text: str) -> Iterator[str]:
    """The pieces of a text in order; together they hold every word of it.

    It is cut behind the last sentence end within the bound, or at the bound where there is none.
    """
    if len(text) <= 2 * MOST_WORDS:  # a word takes a letter and a sign behind it
        yield text.strip()
        return
    tokens = tokenise(text)
    start = first = 0
    while len(tokens) - first > MOST_WORDS:
        bound = first + MOST_WORDS
        ends = (n for n in range(bound, first, -1) if _SENTENCE_END.search(text, tokens[n - 1].end, tokens[n].start))
        first = next(ends, bound)
        yield text[start : tokens[first].start].strip()
        start = tokens[first].start
    yield text[start:].strip()
