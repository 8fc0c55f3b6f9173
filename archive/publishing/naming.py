"""Which places, topics, events and people the words of a document name: found among the approved, kept to the permitted."""

from collections.abc import Collection, Sequence
from functools import lru_cache

from django.db.models.functions import MD5

from archive.catalogue.models import Authority
from archive.consent.dossier import Dossier
from archive.document import names
from archive.document.authority import AuthorityCard
from archive.document.document import Document
from archive.language.authorities import Gazetteer
from archive.language.authorities.mentions import mention_stream

from .former import current_names

Key = tuple[str, str]
"""Kind and slug."""


def forms(card: AuthorityCard) -> str:
    """The forms of a card's names, to be kept with it."""
    return names.dump(card)


class Names:
    """Finds what a text names, for the e stream. Of people only those the document shows, of places none that it
    withholds: a name that may stand in the words may still not lead anywhere. ``found`` collects what was."""

    def __init__(self, gazetteer: Gazetteer, people: frozenset[str], withheld: frozenset[str]):
        self.gazetteer, self.people, self.withheld = gazetteer, people, withheld
        self.found: set[Key] = set()

    def entries(self, text: str, tokens: Sequence, words: Sequence) -> tuple[str, ...]:
        mentions = [m for m in self.gazetteer.mentions(text, tokens, words) if self.may_lead(m.kind, m.id)]
        self.found |= {(mention.kind, mention.id) for mention in mentions}
        return mention_stream(len(tokens), mentions)

    def may_lead(self, kind: str, slug: str) -> bool:
        """Whether words that name it may lead to it."""
        if kind == "person":
            return slug in self.people
        return kind != "place" or slug not in self.withheld

    def only(self, keys: Collection[Key]) -> "Only":
        """The finder of these alone, for entries that hold their names."""
        return Only(self.gazetteer, keys)


class Only:
    """Finds some authorities and no others."""

    def __init__(self, gazetteer: Gazetteer, keys: Collection[Key]):
        self.gazetteer, self.keys = gazetteer, keys

    def entries(self, text: str, tokens: Sequence, words: Sequence) -> tuple[str, ...]:
        mentions = self.gazetteer.mentions(text, tokens, words)
        return mention_stream(len(tokens), [m for m in mentions if (m.kind, m.id) in self.keys])


def names_of(document: Document, dossier: Dossier) -> Names:
    """The finder for a settled document."""
    people = {*document.people, *(speaker.identity for speaker in document.speakers if speaker.identity)}
    shown = {reference.place for reference in document.places}
    withheld: set[str] = set()
    for mention in dossier.places:
        steps = [link.place for link in mention.chain]
        first = next((n for n, slug in enumerate(steps) if slug in shown), len(steps))
        withheld |= set(steps[:first])
    withheld |= set(current_names("place", withheld).values()) - shown
    return Names(approved_names(), frozenset(people), frozenset(withheld))


def approved_names() -> Gazetteer:
    """The finder of all that is approved, made anew only when an approval has changed it."""
    approved = Authority.objects.exclude(snapshot="").order_by("pk")
    return _gazetteer(tuple(approved.values_list("pk", MD5("forms"))))


@lru_cache(maxsize=4)
def _gazetteer(state: tuple[tuple[int, str], ...]) -> Gazetteer:
    kept = dict(Authority.objects.exclude(snapshot="").exclude(forms="").values_list("pk", "forms"))
    return Gazetteer.from_forms(names.load(kept[pk] for pk, _ in state if pk in kept))
