"""A reader's query as a tree of frozen nodes, for a compiler to turn into FTS5 MATCH or tsquery and a highlighter to read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from math import prod

from archive.language.fold import fold
from archive.language.function_words import FUNCTION_WORDS
from archive.language.languages import sisters
from archive.language.lemmas import headwords, known
from archive.language.lemmas.pl_marks import restored
from archive.language.letters import is_cyrillic
from archive.language.query_keys import sound_keys
from archive.language.streams import KEY_MARKS, readings_of
from archive.language.tokens import clean

MOST_COMBINATIONS, MOST_WORDS = 64, 160
"""Sequences of words that a phrase may stand for in one stream, and words in all of them together."""
_LEMMAS = 2


@dataclass(frozen=True)
class Term:
    """One word: `x` to look for in the x stream, any of `lemmas` in l and m, any of `keys` in k. All are folded."""

    text: str
    x: str
    lemmas: tuple[str, ...]
    keys: tuple[str, ...]

    def as_name(self) -> Term:
        """The term not looking for dictionary words that sound like it: «Лиман» is no estuary."""
        return replace(self, keys=tuple(form for form in self.keys if form.isalpha()))

    @property
    def sounds(self) -> tuple[str, ...]:
        """The keys to look for within a phrase, likelier ones first: also those of the word's own dictionary, since its
        neighbours tell."""
        plain = [form for form in self.keys if form.isalpha()]
        own = sisters("uk" if any(map(is_cyrillic, self.x)) else "en")
        marked = (form + KEY_MARKS[language] for form in plain[:2] for language in own)
        return (*plain[:1], *marked, *plain[1:])

    @property
    def is_function_word(self) -> bool:
        return self.x in FUNCTION_WORDS

    def also(self, more: Iterable[str]) -> Term:
        """The term looking for further lemmas too: those the corpus has for this fold."""
        return replace(self, lemmas=_telling(self.x, [*self.lemmas, *more]))


@dataclass(frozen=True)
class Prefix:
    """Words of the x stream that begin with `x`."""

    text: str
    x: str


@dataclass(frozen=True)
class Named:
    """A mention of any of some authorities: any of `tokens` in the e stream. `text` is what named them."""

    text: str
    tokens: tuple[str, ...]


@dataclass(frozen=True)
class Phrase:
    """Terms at adjacent positions, one or more, all found in the same stream."""

    terms: tuple[Term, ...]

    def alternatives(self) -> list[tuple[str, tuple[frozenset[str], ...]]]:
        """The ways the phrase may stand: a stream, and for each place the words of which one has to be there.

        No way has more sequences of words than MOST_COMBINATIONS, a long phrase fewer; what is less likely is left out.
        """
        exact = [(term.x,) for term in self.terms]
        lemmas = _bounded([term.lemmas for term in self.terms])
        sounds = _bounded([term.sounds for term in self.terms])
        ways = [("x", exact), ("l", lemmas), ("m", lemmas), ("k", sounds)]
        return [(stream, tuple(map(frozenset, places))) for stream, places in ways if all(places)]


@dataclass(frozen=True)
class Not:
    """What must not be there. Stands only inside an And that has something else too."""

    node: Node


@dataclass(frozen=True)
class And:
    """All of two or more nodes."""

    nodes: tuple[Node, ...]


@dataclass(frozen=True)
class Or:
    """Any of two or more nodes, none of them a Not."""

    nodes: tuple[Node, ...]


Atom = Term | Prefix | Phrase | Named
Node = Atom | Not | And | Or


def term(word: str) -> Term:
    """The term for one word, with its lemmas in the languages of its script: those that know it, or else all.

    A word that is not English may be Polish without its marks.
    """
    cleaned, x = clean(word), fold(word)
    languages = sisters("uk" if any(map(is_cyrillic, cleaned)) else "en")
    knowing = [language for language in languages if known(cleaned, language)]
    readings = [readings_of(cleaned, language) for language in knowing or languages]
    if "en" not in knowing:
        readings += [("pl", headwords(spelt, "pl")[:1]) for spelt in restored(cleaned)]
    found = _telling(x, [fold(lemma) for _, lemmas in readings for lemma in lemmas[:_LEMMAS]])
    best = {lemmas[0] for _, lemmas in readings}
    return Term(word, x, found, sound_keys(cleaned, x, [form for form in found if form in map(fold, best)]))


def _telling(x: str, found: list[str]) -> tuple[str, ...]:
    """The lemmas in order, each once, without those that are function words, unless the word is one: "go" is a form of the Polish
    "on" too, and a reader who looks for it does not look for that."""
    telling = found if x in FUNCTION_WORDS else [lemma for lemma in found if lemma not in FUNCTION_WORDS]
    return tuple(dict.fromkeys(telling or found))


def atoms(node: Node | None) -> Iterator[Atom]:
    """The terms, prefixes and phrases a match must or may contain; not what it must not contain."""
    match node:
        case And(nodes) | Or(nodes):
            for inner in nodes:
                yield from atoms(inner)
        case Term() | Prefix() | Phrase() | Named():
            yield node


def mapped(node: Node, change: Callable[[Term], Term]) -> Node:
    """The tree with every term changed, those of phrases and those to be absent too."""
    match node:
        case Term():
            return change(node)
        case Phrase(terms):
            return Phrase(tuple(map(change, terms)))
        case And(nodes) | Or(nodes):
            return type(node)(tuple(mapped(inner, change) for inner in nodes))
        case Not(inner):
            return Not(mapped(inner, change))
    return node


def _bounded(places: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The words for each place, the last ones left out until there are few enough combinations."""
    kept = list(places)
    most = min(MOST_COMBINATIONS, max(2, MOST_WORDS // len(places)))
    while prod(map(len, kept)) > most:
        longest = max(range(len(kept)), key=lambda place: len(kept[place]))
        kept[longest] = kept[longest][:-1]
    return kept
