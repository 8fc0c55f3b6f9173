"""The passage shown for a hit: the original words around what was asked for, with the words found marked."""

from collections.abc import Sequence
from typing import NamedTuple

from archive.language.highlight import Marker, marked
from archive.language.tokens import Token

MOST_WORDS = 40
WORDS_BEFORE = 12


class Piece(NamedTuple):
    """A run of the original text; what was left out at an end stands as "…"."""

    text: str
    is_marked: bool


def excerpt(text: str, language: str, marker: Marker) -> list[Piece]:
    """Up to ``MOST_WORDS`` words of a text in pieces, from a little before the first word found.

    Nothing is escaped: a template does that, and puts its mark around the marked pieces.
    """
    tokens, spans = marker.read(text, language)
    start, stop = _window(text, tokens, spans)
    inside = [(max(begin, start) - start, min(end, stop) - start) for begin, end in spans if start <= begin < stop]
    pieces = [Piece(*piece) for piece in marked(text[start:stop], inside)]
    before = [Piece("…", False)] if start else []
    after = [Piece("…", False)] if stop < len(text) else []
    return [*before, *pieces, *after]


def _window(text: str, tokens: Sequence[Token], spans: list[tuple[int, int]]) -> tuple[int, int]:
    """Where the excerpt begins and ends in the text."""
    if len(tokens) <= MOST_WORDS:
        return 0, len(text)
    found = next((place for place, token in enumerate(tokens) if spans and token.end > spans[0][0]), 0)
    first = min(max(0, found - WORDS_BEFORE), len(tokens) - MOST_WORDS)
    last = first + MOST_WORDS
    start = tokens[first].start if first else 0
    return start, tokens[last - 1].end if last < len(tokens) else len(text)
