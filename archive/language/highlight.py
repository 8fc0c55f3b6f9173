"""Which words of the original text a query found, and the text cut at them."""

from collections.abc import Iterable

from archive.language.authorities import Mention, authority_token
from archive.language.query_nodes import Atom, Named, Phrase, Prefix, Term
from archive.language.streams import Streams, streams


def highlight(
    text: str, language: str, atoms: Iterable[Atom], mentions: Iterable[Mention] = ()
) -> list[tuple[int, int]]:
    """The spans (start, end) of the text that match any of the atoms, in order, not overlapping.

    `mentions` are those of this text; without them no authority is marked, only words.
    """
    made, mentions = streams(text, language), list(mentions)
    found: set[int] = set()
    spans: list[tuple[int, int]] = []
    for atom in atoms:
        if isinstance(atom, Phrase):
            spans += _phrases(made, atom)
        elif isinstance(atom, Named):
            named = (mention for mention in mentions if authority_token(mention.kind, mention.id) in atom.tokens)
            spans += [(mention.start, mention.end) for mention in named]
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
        for stream, places in phrase.alternatives()
        for first in range(len(made.tokens) - length + 1)
        if all(word in words for word, words in zip(getattr(made, stream)[first : first + length], places, strict=True))
    ]
