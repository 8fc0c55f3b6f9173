"""What a reader asked: the atoms to look for, and the rule by which interviews answer."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _
from pyroaring import BitMap

from archive.language import queries
from archive.language.authorities import Gazetteer
from archive.language.expansion import any_of, expanded
from archive.language.queries import And, Atom, Node, Not, Or, Term

from .words import is_findable

SAID, MEANT, SOME = "said", "meant", "some"
"""All the words, or names of the same things; the same topics in other languages; some of the words."""

NO_WORDS = "no_words"
NOTICES = {
    NO_WORDS: _("There is no word in what you wrote, so nothing was looked for."),
    queries.TOO_LONG: _("Only the beginning of what you wrote was looked for, because it is very long."),
    queries.TOO_MANY_TERMS: _("Only the first words were looked for, because there are very many."),
    queries.TOO_DEEP: _("There are too many brackets inside one another, so some of the words were left out."),
    queries.UNCLOSED_QUOTE: _("A quotation mark is missing, so everything up to the end was taken as one phrase."),
    queries.UNMATCHED_BRACKET: _("A bracket is missing, so the words were read as if it were there."),
    queries.SHORT_PREFIX: _("Before an asterisk there have to be at least two letters, so it was left out."),
    queries.LONE_EXCLUSION: _("To leave words out, write also a word to look for."),
}


class Tier(NamedTuple):
    """A way to answer: the interviews that answer ``node``; ``code`` says by what. Without a node no words are marked."""

    code: str
    node: Node | None

    @property
    def wanted(self) -> list[Atom]:
        """What the answering interviews hold."""
        return [atom for atom in dict.fromkeys(queries.atoms(self.node)) if is_findable(atom)]

    def answered_by(self, holding: Mapping[Atom, BitMap]) -> BitMap:
        """The interviews that answer, given those that hold each atom."""
        everything = BitMap.union(*holding.values()) if holding else BitMap()
        return _answering(self.node, holding, everything)


class Question:
    """``tiers`` are tried together; where they find nothing, ``loose`` is an answer to some of the words.

    ``gazetteer`` knows the names in the edition, ``lemmas`` gives for folded words the lemmas they have there.
    """

    def __init__(self, text: str, gazetteer: Gazetteer, lemmas: Callable[[Iterable[str]], Mapping]):
        parsed = queries.parse(text.encode(errors="replace").decode())
        self.notices = list(parsed.notices)
        if parsed.node is None and text.strip() and not self.notices:
            self.notices.append(NO_WORDS)
        self.is_empty = parsed.node is None
        self.gazetteer = gazetteer
        self.tiers, self.loose = [], None
        if parsed.node:
            meant = expanded(replace(parsed, node=_as_said_here(parsed.node, lemmas)), gazetteer)
            nodes = {SAID: meant.literal, MEANT: meant.thesaurus}
            self.tiers = [Tier(code, node) for code, node in nodes.items() if node]
            loose = any_of(meant.literal)
            self.loose = Tier(SOME, loose) if loose else None

    @property
    def atoms(self) -> list[Atom]:
        """All that is to be looked up, also what must be absent."""
        found = [atom for tier in self.tiers for atom in (*queries.atoms(tier.node), *_absent(tier.node))]
        return [atom for atom in dict.fromkeys(found) if is_findable(atom)]

    @property
    def sentences(self) -> list[str]:
        """The notices for people, in the active language."""
        return [gettext(NOTICES[code]) for code in self.notices]


def written(atoms: Iterable[Atom]) -> list[str]:
    """The words to be found as the reader wrote them, in lower case."""
    return [term.text.casefold() for atom in atoms for term in getattr(atom, "terms", (atom,))]


def _as_said_here(node: Node, lemmas: Callable[[Iterable[str]], Mapping]) -> Node:
    """The tree with the lemmas that its words have in the edition, besides those the dictionaries give."""
    terms = {term for atom in (*queries.atoms(node), *_absent(node)) for term in getattr(atom, "terms", (atom,))}
    found = lemmas({term.x for term in terms if isinstance(term, Term)})
    return queries.mapped(node, lambda term: term.also(found.get(term.x, ())))


def _answering(node: Node, holding: Mapping[Atom, BitMap], everything: BitMap) -> BitMap:
    """Within ``everything`` that holds any atom; a Not stands beside something wanted, so nothing else can answer."""
    match node:
        case And(nodes):
            return BitMap.intersection(*(_answering(inner, holding, everything) for inner in nodes))
        case Or(nodes):
            return BitMap.union(*(_answering(inner, holding, everything) for inner in nodes))
        case Not(inner):
            return everything - _answering(inner, holding, everything)
    return holding.get(node, BitMap())


def _absent(node: Node | None, *, is_inside: bool = False) -> Iterator[Atom]:
    """The atoms below a Not."""
    match node:
        case Not(inner):
            yield from _absent(inner, is_inside=True)
        case And(nodes) | Or(nodes):
            for inner in nodes:
                yield from _absent(inner, is_inside=is_inside)
        case None:
            return
        case _ if is_inside:
            yield node
