"""The words of one interview, packed: what its rows in the full-text index are made of, and are taken out by.

FTS5 deletes a row of an index without content only when it is told the very words it holds; and a vocabulary that
counts has to know what an interview added to it. Both read it from here.
"""

import zlib
from array import array
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

import msgspec

from archive.language.lemmas import lemmas
from archive.language.streams import FILLER, Streams, word_streams
from archive.language.tokens import clean, visible

LONGEST_WORD = 80

Word = tuple[str, str, str, str, str, str]
"""A word as it is written, its entries in the streams x, l, m and k, and its dictionary form."""


class Columns(NamedTuple):
    """The streams of one text, entries joined by spaces, one a position."""

    x: str
    l: str  # noqa: E741
    m: str
    k: str
    e: str


class LaidOut(NamedTuple):
    """The words of an interview as the rows of one database's full-text index: for each text its number and columns,
    then the columns of the interview as a whole."""

    texts: list[tuple]
    whole: tuple


class Packed(msgspec.Struct, array_like=True):
    """``entries`` are (number, indices into ``words`` as bytes of uint32); where ``m`` or ``e`` of a position differ
    from its word's, ``second`` and ``mentions`` say so: (number, position, entry)."""

    words: list[Word]
    entries: list[tuple[int, bytes]]
    second: list[tuple[int, int, str]]
    mentions: list[tuple[int, int, str]]

    def columns(self) -> Iterator[tuple[int, Columns]]:
        """The number of each text with its streams."""
        second, mentions = _by_number(self.second), _by_number(self.mentions)
        for number, indices in self.entries:
            rows = [self.words[index] for index in array("I", indices)]
            m = _with([row[3] for row in rows], second.get(number, ()))
            e = _with([FILLER] * len(rows), mentions.get(number, ()))
            _words, x, best, _m, k, _forms = zip(*rows, strict=True)
            yield number, Columns(" ".join(x), " ".join(best), " ".join(m), " ".join(k), " ".join(e))

    def summary(self) -> dict[str, list[str]]:
        """The different entries of the interview as a whole, by stream; both lemmas under "l"."""
        lemmas = {row[2] for row in self.words} | {row[3] for row in self.words} | {m for _, _, m in self.second}
        return {
            "x": sorted({row[1] for row in self.words}),
            "l": sorted(lemmas),
            "k": sorted({row[4] for row in self.words} - {FILLER}),
            "e": sorted({token for _, _, token in self.mentions}),
        }

    def dump(self) -> bytes:
        return zlib.compress(msgspec.msgpack.encode(self), 6)


def load(packed: bytes) -> Packed:
    return _DECODER.decode(zlib.decompress(packed))


_DECODER = msgspec.msgpack.Decoder(Packed)


def pack(texts: Iterable[tuple[int, str, Streams]]) -> Packed:
    """From the number, language and streams of every text."""
    places: dict[Word, int] = {}
    packed = Packed([], [], [], [])
    for number, language, made in texts:
        indices = array("I")
        for position, token in enumerate(made.tokens):
            word = _word(token.text, language)
            indices.append(places.setdefault(word, len(places)))
            if (m := made.m[position][:LONGEST_WORD]) != word[3]:
                packed.second.append((number, position, m))
        packed.entries.append((number, indices.tobytes()))
        packed.mentions += [(number, place, token) for place, token in enumerate(made.e) if token != FILLER]
    packed.words = list(places)
    return packed


@lru_cache(maxsize=1 << 18)
def _word(text: str, language: str) -> Word:
    word, streams = visible(text), word_streams(text, language)
    form = lemmas(clean(text), streams.language)[0]
    if word[0].isupper():
        form = form.capitalize()
    return tuple(entry[:LONGEST_WORD] for entry in (word, streams.x, streams.l, streams.m, streams.k, form))


def _with(stream: list[str], changes: Iterable[tuple[int, str]]) -> list[str]:
    for position, entry in changes:
        stream[position] = entry
    return stream


def _by_number(changes: list[tuple[int, int, str]]) -> dict[int, list[tuple[int, str]]]:
    found: dict[int, list[tuple[int, str]]] = {}
    for number, position, entry in changes:
        found.setdefault(number, []).append((position, entry))
    return found
