"""Texts cut into stretches short enough for an index entry, each with its aligned token streams.

PostgreSQL keeps 256 positions of one word in an entry: with no more words than that, phrases are found equally
on both databases. A word is kept up to a length that fits a lexeme.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from archive.language.streams import streams
from archive.language.tokens import Token, tokenise

MOST_WORDS = 250
LONGEST_WORD = 80

_SENTENCE_END = re.compile(r"[.!?…\n]")


class Stretch(NamedTuple):
    """A piece of the original text and its streams, joined by spaces, one token a position."""

    text: str
    x: str
    l: str  # noqa: E741
    m: str
    k: str


def stretches(text: str, language: str) -> Iterator[Stretch]:
    """The pieces of a text in order; pieces without a word are left out. Together they hold every word of it."""
    for piece in _cut(text, tokenise(text)):
        found = streams(piece, language)
        if found.tokens:
            yield Stretch(piece, *(joined(stream) for stream in (found.x, found.l, found.m, found.k)))


def joined(stream: tuple[str, ...]) -> str:
    return " ".join(word[:LONGEST_WORD] for word in stream)


def _cut(text: str, tokens: list[Token]) -> Iterator[str]:
    """Cut behind the last sentence end within the bound, or at the bound where there is none."""
    start = first = 0
    while len(tokens) - first > MOST_WORDS:
        bound = first + MOST_WORDS
        ends = (n for n in range(bound, first, -1) if _SENTENCE_END.search(text, tokens[n - 1].end, tokens[n].start))
        first = next(ends, bound)
        yield text[start : tokens[first].start].strip()
        start = tokens[first].start
    yield text[start:].strip()
