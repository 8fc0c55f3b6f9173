"""What a reader asked: the atoms to look for, and the rule by which interviews answer."""

from collections.abc import Iterator, Mapping

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _
from pyroaring import BitMap

from archive.language import queries
from archive.language.queries import And, Atom, Node, Not, Or

from .words import is_findable

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


class Question:
    """``atoms`` are all that is to be looked up, those to be found first; ``wanted`` are those alone."""

    def __init__(self, text: str):
        parsed = queries.parse(text.encode(errors="replace").decode())
        self.node = parsed.node
        self.notices = list(parsed.notices)
        if self.node is None and text.strip() and not self.notices:
            self.notices.append(NO_WORDS)
        self.wanted = [atom for atom in dict.fromkeys(queries.atoms(self.node)) if is_findable(atom)]
        self.atoms = list(dict.fromkeys([*self.wanted, *filter(is_findable, _absent(self.node))]))

    @property
    def written(self) -> list[str]:
        """The words to be found as the reader wrote them, in lower case."""
        return [term.text.casefold() for atom in self.wanted for term in getattr(atom, "terms", (atom,))]

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written that can be looked for."""
        return self.node is None

    @property
    def sentences(self) -> list[str]:
        """The notices for people, in the active language."""
        return [gettext(NOTICES[code]) for code in self.notices]

    def answered_by(self, holding: Mapping[Atom, BitMap]) -> BitMap:
        """The interviews that answer, given those that hold each atom."""
        everything = BitMap.union(*holding.values()) if holding else BitMap()
        return _answering(self.node, holding, everything) if self.node else BitMap()


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
