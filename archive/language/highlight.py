"""Which words of the original text a query found, and the text cut at them."""

from collections.abc import Iterable

from archive.language.query_nodes import Atom, Phrase, Prefix, Term
from archive.language.streams import Streams, streams


def highlight(text: str, language: str, atoms: Iterable[Atom]) -> list[tuple[int, int]]:
    """The spans (start, end) of the text that match any of the atoms, in order, not overlapping."""
    made = streams(text, language)
    found: set[int] = set()
    spans: list[tuple[int, int]] = []
    for atom in atoms:
        if isinstance(atom, Phrase):
            spans += _phrases(made, atom)
        else:
            found.update(place for place in range(len(made.tokens)) if _is_at(made, place, atom))
    spans += [made.tokens[place][:2] for place in found]
    return merged(spans)


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


def _is_at(made: Streams, place: int, atom: Term | Prefix) -> bool:
    if isinstance(atom, Prefix):
        return made.x[place].startswith(atom.x)
    return (
        made.x[place] == atom.x
        or made.l[place] in atom.lemmas
        or made.m[place] in atom.lemmas
        or made.k[place] in atom.keys
    )


def _phrases(made: Streams, phrase: Phrase) -> list[tuple[int, int]]:
    length = len(phrase.terms)
    return [
        (made.tokens[first].start, made.tokens[first + length - 1].end)
        for first in range(len(made.tokens) - length + 1)
        if all(_is_at(made, first + n, inner) for n, inner in enumerate(phrase.terms))
    ]
