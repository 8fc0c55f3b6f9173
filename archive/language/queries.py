"""Reading what people type into a search box. Nothing they type is an error; what had to be left out is reported.

Words stand for all their forms; all must be found. AND, OR (АБО, ИЛИ, LUB, |), -word, "phrases" in any quotation marks,
prefix* and brackets are understood.
"""

from dataclasses import dataclass

from archive.language.query_nodes import And, Atom, Named, Node, Not, Or, Phrase, Prefix, Term, atoms, mapped, term
from archive.language.query_words import Sign, signs
from archive.language.tokens import Token, clean, is_hyphenated, tokenise

__all__ = ["And", "Atom", "Named", "Node", "Not", "Or", "Phrase", "Prefix", "Query", "Term", "atoms", "mapped", "parse"]

LONGEST = 300
MOST_TERMS = 24
DEEPEST = 6
SHORTEST_PREFIX = 2

TOO_LONG = "too_long"
TOO_MANY_TERMS = "too_many_terms"
TOO_DEEP = "too_deep"
UNCLOSED_QUOTE = "unclosed_quote"
UNMATCHED_BRACKET = "unmatched_bracket"
SHORT_PREFIX = "short_prefix"
LONE_EXCLUSION = "lone_exclusion"


@dataclass(frozen=True)
class Query:
    """A query understood: its tree (None when there is nothing to look for) and the codes of what was left out."""

    node: Node | None
    notices: tuple[str, ...] = ()


def parse(text: str) -> Query:
    """Read a query; never raises. Only the first LONGEST characters and MOST_TERMS words are read."""
    reader = _Reader(list(signs(text[:LONGEST])))
    if len(text) > LONGEST:
        reader.notices[TOO_LONG] = True
    node = reader.read()
    content = [atom for atom in atoms(node) if not (isinstance(atom, Term) and atom.is_function_word)]
    if content:
        node = _without_function_words(node)
    node, lone = _settled(node)
    if lone:
        reader.notices[LONE_EXCLUSION] = True
    return Query(node, tuple(reader.notices))


class _Reader:
    """Recursive descent over the signs of one query: or < and < not < word."""

    def __init__(self, found: list[Sign]):
        self.signs, self.place, self.depth, self.terms = found, 0, 0, 0
        self.notices: dict[str, bool] = {}

    def read(self) -> Node | None:
        nodes = [self._either()]
        while self.place < len(self.signs):
            self.notices[UNMATCHED_BRACKET] = True
            self.place += 1
            nodes.append(self._either())
        return _joined(And, nodes)

    def _peek(self) -> str | None:
        return self.signs[self.place].kind if self.place < len(self.signs) else None

    def _either(self) -> Node | None:
        nodes = [self._all()]
        while self._peek() == "or":
            self.place += 1
            nodes.append(self._all())
        return _joined(Or, nodes)

    def _all(self) -> Node | None:
        nodes: list[Node | None] = []
        while (kind := self._peek()) not in (None, "or", "close"):
            if kind == "and":
                self.place += 1
            else:
                nodes.append(self._one())
        return _joined(And, nodes)

    def _one(self) -> Node | None:
        sign = self.signs[self.place]
        self.place += 1
        if sign.kind == "not":
            negated = True
            while self._peek() == "not":
                self.place += 1
                negated = not negated
            node = self._one() if self._peek() not in (None, "or", "and", "close") else None
            return Not(node) if node and negated else node
        if sign.kind == "open":
            return self._bracket()
        return self._phrase(sign) if sign.kind == "phrase" else self._words(sign.text)

    def _bracket(self) -> Node | None:
        if self.depth >= DEEPEST:
            self.notices[TOO_DEEP] = True
            return None
        self.depth += 1
        node = self._either()
        self.depth -= 1
        if self._peek() == "close":
            self.place += 1
        else:
            self.notices[UNMATCHED_BRACKET] = True
        return node

    def _phrase(self, sign: Sign) -> Node | None:
        if not sign.is_closed:
            self.notices[UNCLOSED_QUOTE] = True
        terms = self._terms(tokenise(sign.text))
        return Phrase(terms) if terms else None

    def _words(self, text: str) -> Node | None:
        tokens = [*tokenise(text)]
        nodes: list[Node | None] = []
        if text.endswith("*") and tokens and tokens[-1].end == len(text.rstrip("*")):
            prefix = tokens.pop()
            nodes.append(self._prefix(prefix))
        for group in reversed(list(_compounds(text, tokens))):
            nodes.insert(0, self._compound(group))
        return _joined(And, nodes)

    def _prefix(self, token: Token) -> Node | None:
        terms = self._terms([token])
        if terms and len(terms[0].x) >= SHORTEST_PREFIX:
            return Prefix(token.text, terms[0].x)
        self.notices[SHORT_PREFIX] = True
        return _adjacent(terms)

    def _compound(self, tokens: list[Token]) -> Node | None:
        """A hyphenated word: its parts side by side, or written as one."""
        terms = self._terms(tokens)
        if len(terms) < 2 or all(part.x.isdigit() for part in terms):
            return _adjacent(terms)
        return Or((Phrase(terms), term("".join(clean(token.text) for token in tokens))))

    def _terms(self, tokens: list[Token]) -> tuple[Term, ...]:
        room = MOST_TERMS - self.terms
        if len(tokens) > room:
            self.notices[TOO_MANY_TERMS] = True
        self.terms += min(room, len(tokens))
        return tuple(term(token.text) for token in tokens[:room])


def _compounds(text: str, tokens: list[Token]):
    """The tokens in groups that belong together: parts of a hyphenated word, or of a date or number."""
    group: list[Token] = []
    for token in tokens:
        numeric = group and group[-1].text.isdigit() and token.text.isdigit()
        if group and not numeric and not is_hyphenated(text, group[-1], token):
            yield group
            group = []
        group.append(token)
    if group:
        yield group


def _adjacent(terms: tuple[Term, ...]) -> Node | None:
    return Phrase(terms) if len(terms) > 1 else terms[0] if terms else None


def _joined(kind: type[And] | type[Or], nodes: list[Node | None]) -> Node | None:
    """The nodes under one And or Or, flattened; the node itself if there is only one."""
    flat: list[Node] = []
    for node in nodes:
        flat += node.nodes if isinstance(node, kind) else [node] if node else []
    flat = list(dict.fromkeys(flat))
    return kind(tuple(flat)) if len(flat) > 1 else flat[0] if flat else None


def _without_function_words(node: Node | None) -> Node | None:
    match node:
        case Term() if node.is_function_word:
            return None
        case And(nodes) | Or(nodes):
            return _joined(type(node), [_without_function_words(inner) for inner in nodes])
    return node


def _settled(node: Node | None) -> tuple[Node | None, bool]:
    """The tree with every Not beside something to find, and whether one had to be left out."""
    match node:
        case Not():
            return None, True
        case Or(nodes):
            settled = [_settled(inner) for inner in nodes]
            return _joined(Or, [inner for inner, _ in settled]), any(lone for _, lone in settled)
        case And(nodes):
            wanted = [_settled(inner) for inner in nodes if not isinstance(inner, Not)]
            unwanted = [Not(inner.node) for inner in nodes if isinstance(inner, Not)]
            kept = [inner for inner, _ in wanted if inner]
            lone = any(lone for _, lone in wanted) or (bool(unwanted) and not kept)
            return _joined(And, [*kept, *(unwanted if kept else [])]), lone
    return node, False
