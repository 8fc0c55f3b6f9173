"""The words of one interview, packed: what its rows in the full-text index are made of, and are taken out by.

FTS5 deletes a row of an index without content only when it is told the very words it holds; and a vocabulary that
counts has to know what an interview added to it. Both read it from here.
"""

import zlib
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, partial
from itertools import chain
from typing import NamedTuple

import msgspec

from archive.language.lemmas import lemmas
from archive.language.memo import Memo
from archive.language.streams import FILLER, MOST_WORDS, Streams, word_streams
from archive.language.tokens import clean, visible

LONGEST_WORD = 80

Word = tuple[str, str, str, str, str, str]
"""A word as it is written, its entries in the streams x, l, m and k, and its dictionary form."""

SAME = ""
"""Stands in a dump for an entry that an entry before it says already, which saves a third of its length."""


class Columns(NamedTuple):
    """The streams of one text, entries joined by spaces, one a position."""

    x: str
    l: str  # noqa: E741
    m: str
    k: str
    e: str


class LaidOut(NamedTuple):
    """Words of an interview as the rows of one database's full-text index: for each text its number and columns, then
    the columns of the interview as a whole, if they are among them."""

    texts: list[tuple]
    whole: tuple

    def without(self, other: "LaidOut") -> "LaidOut":
        """Of the rows those that another does not have; no columns of the whole if they are the same."""
        theirs = set(other.texts)
        return LaidOut(
            [text for text in self.texts if text not in theirs], () if self.whole == other.whole else self.whole
        )


class Packed(msgspec.Struct, array_like=True):
    """``entries`` are (number, indices into ``words`` as bytes of uint32); where ``m`` or ``e`` of a position differ
    from its word's, ``second`` and ``mentions`` say so: (number, position, entry)."""

    words: list[Word]
    entries: list[tuple[int, bytes]]
    second: list[tuple[int, int, str]]
    mentions: list[tuple[int, int, str]]

    def columns(self) -> Iterator[tuple[int, Columns]]:
        """The number of each text with its streams."""
        if not self.entries:
            return
        second, mentions = _by_number(self.second), _by_number(self.mentions)
        _words, x, best, m, k, _forms = zip(*self.words, strict=True)
        for number, packed in self.entries:
            places = array("I", packed)
            yield (
                number,
                Columns(
                    " ".join([x[place] for place in places]),
                    " ".join([best[place] for place in places]),
                    " ".join(_with([m[place] for place in places], second.get(number, ()))),
                    " ".join([k[place] for place in places]),
                    " ".join(_with([FILLER] * len(places), mentions.get(number, ()))),
                ),
            )

    def summary(self) -> dict[str, list[str]]:
        """The different entries of the interview as a whole, by stream; both lemmas under "l"."""
        _words, x, best, second, k, _forms = zip(*self.words, strict=True) if self.words else [()] * 6
        return {
            "x": _different(x),
            "l": _different(best, second, (m for _, _, m in self.second)),
            "k": [key for key in _different(k) if key != FILLER],
            "e": _different(token for _, _, token in self.mentions),
        }

    def dump(self) -> bytes:
        short = Packed(list(map(_shortened, self.words)), self.entries, self.second, self.mentions)
        return zlib.compress(msgspec.msgpack.encode(short), 2)


def load(packed: bytes) -> Packed:
    """What ``dump`` packed; entries that an older one has spelt out are taken as they are."""
    loaded = _DECODER.decode(zlib.decompress(packed))
    loaded.words = list(map(_lengthened, loaded.words))
    return loaded


_DECODER = msgspec.msgpack.Decoder(Packed)


def _shortened(word: Word) -> Word:
    text, x, best, second, key, form = word
    return (
        text,
        SAME if x == text else x,
        SAME if best == x else best,
        SAME if second == best else second,
        key,
        SAME if form == best else form,
    )


def _lengthened(word: Word) -> Word:
    text, x, best, second, key, form = word
    x = x or text
    best = best or x
    return text, x, best, second or best, key, form or best


def pack(texts: Iterable[tuple[int, str, Streams]]) -> Packed:
    """From the number, language and streams of every text."""
    places: defaultdict[Word, int] = defaultdict()
    places.default_factory = places.__len__
    packed = Packed([], [], [], [])
    for number, language, made in texts:
        words = map(_words(language).__getitem__, made.tokens.written)
        packed.entries.append((number, array("I", map(places.__getitem__, words)).tobytes()))
        joined = ((place, entry[:LONGEST_WORD]) for place, entry in made.joined.items())
        packed.second += [(number, place, m) for place, m in joined if m != made.words[place].m[:LONGEST_WORD]]
        packed.mentions += [(number, place, token) for place, token in enumerate(made.e) if token != FILLER]
    packed.words = list(places)
    return packed


@cache
def _words(language: str) -> Memo[Word]:
    return Memo(partial(_word, language=language), MOST_WORDS)


def _word(text: str, language: str) -> Word:
    word, streams = visible(text), word_streams(text, language)
    form = lemmas(clean(text), streams.language)[0]
    if word[0].isupper():
        form = form.capitalize()
    return tuple(entry[:LONGEST_WORD] for entry in (word, streams.x, streams.l, streams.m, streams.k, form))


def _different(*streams: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(chain(*streams)))


def _with(stream: list[str], changes: Iterable[tuple[int, str]]) -> list[str]:
    for position, entry in changes:
        stream[position] = entry
    return stream


def _by_number(changes: list[tuple[int, int, str]]) -> dict[int, list[tuple[int, str]]]:
    found: dict[int, list[tuple[int, str]]] = {}
    for number, position, entry in changes:
        found.setdefault(number, []).append((position, entry))
    return found
