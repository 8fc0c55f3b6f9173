"""Mentions: where a text names authorities, and how sure it is."""

from collections.abc import Iterable
from typing import NamedTuple

from archive.language.authorities.labels import EVENT, PERSON, PLACE, TOPIC, authority_token
from archive.language.streams import FILLER

CERTAIN, LIKELY, POSSIBLE = "certain", "likely", "possible"
_ORDER = (PERSON, PLACE, EVENT, TOPIC)


class Mention(NamedTuple):
    """That tokens `first` to `last`, text[start:end], name the authority `id` of a `kind`.

    `certainty`: certain by a form of its name; likely by its sound; possible where the word may be no name, or
    several authorities are named so.
    """

    first: int
    last: int
    start: int
    end: int
    kind: str
    id: str
    certainty: str


def mention_stream(length: int, mentions: Iterable[Mention]) -> tuple[str, ...]:
    """The e stream of a text of so many tokens: the token of an authority where its mention begins, else FILLER.

    Where several begin, the longest stands; then persons, places, events, topics; then the first by its id. An authority
    that would stand nowhere so has a place that is free, since the stream is asked what it holds and never what stands
    side by side. In a text with more names than words the last are left out.
    """
    entries, crowded = [FILLER] * length, []
    for mention in sorted(mentions, key=lambda m: (m.first, -m.last, _ORDER.index(m.kind), m.id)):
        token = authority_token(mention.kind, mention.id)
        if entries[mention.first] == FILLER:
            entries[mention.first] = token
        else:
            crowded.append(token)
    standing = {*entries}
    free = [place for place, entry in enumerate(entries) if entry == FILLER]
    elsewhere = dict.fromkeys(token for token in crowded if token not in standing)
    for place, token in zip(free, elsewhere, strict=False):
        entries[place] = token
    return tuple(entries)
