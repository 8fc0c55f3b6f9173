"""A query with the authorities it names: what it says, and what it means in other languages."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from archive.language.authorities import Gazetteer, authority_token
from archive.language.authorities.labels import EVENT, TOPIC
from archive.language.languages import sisters
from archive.language.lemmas import common
from archive.language.letters import is_cyrillic
from archive.language.queries import And, Named, Node, Not, Or, Phrase, Query, Term, atoms


@dataclass(frozen=True)
class Expanded:
    """Two tiers of a query: `literal`, its words or the authorities they name; `thesaurus`, the same with the topics
    they mean, in whatever language (None if they mean none). The notices are those of the query."""

    literal: Node | None
    thesaurus: Node | None
    notices: tuple[str, ...] = ()


def expanded(query: Query, gazetteer: Gazetteer) -> Expanded:
    """The query in two tiers. What it excludes is excluded in all languages."""
    if query.node is None:
        return Expanded(None, None, query.notices)
    literal = _Expansion(gazetteer, has_topics=False).of(query.node)
    thesaurus = _Expansion(gazetteer, has_topics=True).of(query.node)
    return Expanded(literal, thesaurus if thesaurus != literal else None, query.notices)


def any_of(node: Node | None) -> Node | None:
    """Any of the words of a query instead of all of them, for a query that finds nothing; None if that is no other.

    What the query as a whole excludes stays excluded.
    """
    found = tuple(dict.fromkeys(atoms(node)))
    if len(found) < 2 or node == Or(found):
        return None
    excluded = [inner for inner in node.nodes if isinstance(inner, Not)] if isinstance(node, And) else []
    return And((Or(found), *excluded)) if excluded else Or(found)


class _Found(NamedTuple):
    """That the terms from `first` to `last` name or mean the authorities with these tokens."""

    first: int
    last: int
    tokens: tuple[str, ...]
    needs_capital: bool


class _Expansion:
    """Adds to a tree what its words name and, with `has_topics`, mean."""

    def __init__(self, gazetteer: Gazetteer, *, has_topics: bool):
        self.gazetteer, self.has_topics = gazetteer, has_topics

    def of(self, node: Node) -> Node:
        match node:
            case Term():
                return _joined(And, self._run([node]))
            case Not(inner):
                return Not(_Expansion(self.gazetteer, has_topics=True).of(inner))
            case And(nodes):
                return _joined(And, self._all(nodes))
            case Or((Phrase(terms), Term() as whole)) if _is_compound(terms, whole):
                found = [found for found in self._found(terms) if found.last - found.first + 1 == len(terms)]
                return Or((*node.nodes, *(Named(whole.text, one.tokens) for one in found)))
            case Or(nodes):
                return _joined(Or, [self.of(inner) for inner in nodes])
        return node

    def _all(self, nodes: Sequence[Node]) -> Iterator[Node]:
        """The nodes of an And, those terms together that follow one another."""
        run: list[Term] = []
        for node in (*nodes, None):
            if isinstance(node, Term):
                run.append(node)
                continue
            yield from self._run(run)
            run = []
            if node is not None:
                yield self.of(node)

    def _run(self, terms: Sequence[Term]) -> Iterator[Node]:
        place = 0
        for found in self._found(terms):
            yield from terms[place : found.first]
            yield _with_words(found, terms[found.first : found.last + 1])
            place = found.last + 1
        yield from terms[place:]

    def _found(self, terms: Sequence[Term]) -> list[_Found]:
        """What the terms name, and what those mean that name nothing."""
        words = [term.text for term in terms]
        named = [
            _Found(hit.first, hit.last, _tokens(hit.named.authorities), hit.named.needs_capital)
            for hit in self.gazetteer.in_query(words)
        ]
        taken = {place for found in named for place in range(found.first, found.last + 1)}
        kinds = (TOPIC, EVENT) if self.has_topics else (EVENT,)
        for hit in self.gazetteer.meant_in_query(words):
            authorities = [(kind, id) for kind, id in hit.named.authorities if kind in kinds]
            if authorities and taken.isdisjoint(range(hit.first, hit.last + 1)):
                named.append(_Found(hit.first, hit.last, _tokens(authorities), False))
        return sorted(named, key=lambda found: found.first)


def _with_words(found: _Found, terms: Sequence[Term]) -> Node:
    """The authority, or the words that named it as they stand.

    A word that is a name only with its capital means the name alone if it has it, and if it is no other word.
    """
    atom = Named(" ".join(term.text for term in terms), found.tokens)
    if len(terms) > 1:
        return Or((Phrase(tuple(terms)), atom))
    if found.needs_capital and terms[0].text[0].isupper():
        return atom
    if _is_common(terms[0].text):
        return Or((terms[0], atom))
    if found.needs_capital:
        return Or((replace(terms[0], lemmas=(), keys=()), atom))
    return Or((terms[0].as_name(), atom))


def _is_common(word: str) -> bool:
    return any(common(word, language) for language in sisters("uk" if any(map(is_cyrillic, word)) else "en"))


def _tokens(authorities: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(authority_token(kind, id) for kind, id in authorities)


def _is_compound(terms: Sequence[Term], whole: Term) -> bool:
    """Whether the phrase is the parts of the hyphenated word."""
    return "".join(term.x for term in terms) == whole.x


def _joined(kind: type[And] | type[Or], nodes: Iterable[Node]) -> Node:
    flat: list[Node] = []
    for node in nodes:
        flat += node.nodes if isinstance(node, kind) else [node]
    flat = list(dict.fromkeys(flat))
    return kind(tuple(flat)) if len(flat) > 1 else flat[0]
