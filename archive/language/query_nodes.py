"""A reader's query as a tree of frozen nodes, for a compiler to turn into FTS5 MATCH or tsquery and a highlighter to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from archive.language.fold import fold
from archive.language.function_words import FUNCTION_WORDS
from archive.language.languages import sisters
from archive.language.lemmas import known, lemmas
from archive.language.letters import is_cyrillic
from archive.language.soundkey import key, polish_key
from archive.language.tokens import clean

_LEMMAS = 2


@dataclass(frozen=True)
class Term:
    """One word: `x` to look for in the x stream, any of `lemmas` in l and m, any of `keys` in k. All are folded."""

    text: str
    x: str
    lemmas: tuple[str, ...]
    keys: tuple[str, ...]

    @property
    def is_function_word(self) -> bool:
        return self.x in FUNCTION_WORDS

    def also(self, more: Iterable[str]) -> Term:
        """The term looking for further lemmas too: those the corpus has for this fold."""
        return replace(self, lemmas=tuple(dict.fromkeys((*self.lemmas, *more))))


@dataclass(frozen=True)
class Prefix:
    """Words of the x stream that begin with `x`."""

    text: str
    x: str


@dataclass(frozen=True)
class Phrase:
    """Terms at adjacent positions, one or more; each in any of its forms."""

    terms: tuple[Term, ...]


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


Atom = Term | Prefix | Phrase
Node = Atom | Not | And | Or


def term(word: str) -> Term:
    """The term for one word, with its lemmas in the languages of its script: those that know it, or else all."""
    cleaned = clean(word)
    languages = sisters("uk" if any(map(is_cyrillic, cleaned)) else "en")
    languages = [language for language in languages if known(cleaned, language)] or languages
    found = {fold(lemma) for language in languages for lemma in lemmas(cleaned, language)[:_LEMMAS]}
    x = fold(cleaned)
    keys = {key(form) for form in (*found, x)} | {polish_key(form) for form in (*found, x) if "ch" in form}
    return Term(word, x, tuple(sorted(found)), tuple(sorted(keys - {""})))


def atoms(node: Node | None) -> Iterator[Atom]:
    """The terms, prefixes and phrases a match must or may contain; not what it must not contain."""
    match node:
        case And(nodes) | Or(nodes):
            for inner in nodes:
                yield from atoms(inner)
        case Term() | Prefix() | Phrase():
            yield node
