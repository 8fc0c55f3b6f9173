"""Which words of the original text a query found, and the text cut at them."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from operator import contains

from archive.language.authorities import Gazetteer, authority_token
from archive.language.query_nodes import Atom, Named, Phrase, Prefix, Term
from archive.language.streams import Streams, Word, streams, streams_of_few
from archive.language.tokens import Tokens

Span = tuple[int, int]


class Marker:
    """Finds in texts what the atoms of a query ask for; they are laid out once, for many texts.

    Without a gazetteer no authority is marked, only words. ``spellings`` are the folds of all words of the texts that any
    of the atoms may mean, where somebody knows them: then no other word is looked up in a dictionary. ``longest`` is how
    many letters of a word an index keeps; two words that are the same to it are the same here.
    """

    def __init__(
        self,
        atoms: Iterable[Atom],
        gazetteer: Gazetteer | None = None,
        spellings: Collection[str] | None = None,
        longest: int | None = None,
    ):
        atoms = list(atoms)
        terms = [atom for atom in atoms if isinstance(atom, Term)]
        self._longest = longest
        self._x = self._kept(term.x for term in terms)
        self._lemmas = self._kept(lemma for term in terms for lemma in term.lemmas)
        self._keys = self._kept(key for term in terms for key in term.keys)
        self._beginnings = tuple(self._kept(atom.x for atom in atoms if isinstance(atom, Prefix)))
        ways = [way for atom in atoms if isinstance(atom, Phrase) for way in atom.alternatives()]
        self._phrases = [(stream, [self._kept(words) for words in places]) for stream, places in ways]
        self._names = {token for atom in atoms if isinstance(atom, Named) for token in atom.tokens}
        self._gazetteer = gazetteer
        self._spellings = None if spellings is None or self._names else self._x | set(spellings)

    def spans(self, text: str, language: str) -> list[Span]:
        """The spans (start, end) of the text that match any of the atoms, in order, not overlapping."""
        return self.read(text, language)[1]

    def read(self, text: str, language: str) -> tuple[Tokens, list[Span]]:
        """The same with the words of the text."""
        made = streams_of_few(text, language, self._may_be) if self._spellings is not None else streams(text, language)
        found = [*self._words(cut := self._cut(made)), *self._said_together(cut)]
        if self._names and self._gazetteer:
            found += self._named(text, made)
        return made.tokens, merged(found)

    def _kept(self, words: Iterable[str]) -> set[str]:
        return {word[: self._longest] for word in words}

    def _cut(self, made: Streams) -> Streams:
        """The streams as the index keeps them; no entry is twice as long as the word it is of."""
        if self._longest is None or max(map(len, made.tokens.written), default=0) <= self._longest // 2:
            return made
        words = tuple(Word(*(entry[: self._longest] for entry in word)) for word in made.words)
        return replace(made, words=words, joined={n: entry[: self._longest] for n, entry in made.joined.items()})

    def _may_be(self, fold: str) -> bool:
        return fold[: self._longest] in self._spellings or (self._beginnings and fold.startswith(self._beginnings))

    def _words(self, made: Streams) -> Iterator[Span]:
        for place, (x, best, second, key) in enumerate(zip(made.x, made.l, made.m, made.k, strict=True)):
            if (
                x in self._x
                or best in self._lemmas
                or second in self._lemmas
                or key in self._keys
                or (self._beginnings and x.startswith(self._beginnings))
            ):
                yield made.tokens[place][:2]

    def _said_together(self, made: Streams) -> Iterator[Span]:
        for stream, places in self._phrases:
            entries, length = getattr(made, stream), len(places)
            for first, entry in enumerate(entries[: len(entries) - length + 1]):
                if entry in places[0] and all(map(contains, places, entries[first : first + length])):
                    yield made.tokens[first].start, made.tokens[first + length - 1].end

    def _named(self, text: str, made: Streams) -> Iterator[Span]:
        for mention in self._gazetteer.mentions(text, made.tokens, made.words):
            if authority_token(mention.kind, mention.id) in self._names:
                yield mention.start, mention.end


def marked(text: str, spans: Iterable[tuple[int, int]]) -> list[tuple[str, bool]]:
    """The whole text in pieces, each with whether it is to be marked; joined, the pieces are the text."""
    pieces: list[tuple[str, bool]] = []
    place = 0
    for start, end in merged(spans):
        pieces += [(text[place:start], False), (text[start:end], True)]
        place = end
    return [piece for piece in (*pieces, (text[place:], False)) if piece[0]]


def merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order, those that overlap as one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
