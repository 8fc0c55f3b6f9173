"""Which places, topics, events and people the words of a document name: found among the approved, kept to the permitted."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from functools import cached_property, lru_cache, reduce
from operator import or_
from typing import NamedTuple, TypeVar

from django.db.models import Q
from django.db.models.functions import MD5

from archive.catalogue.models import Authority, FormerAuthority
from archive.consent.dossier import Dossier
from archive.consent.redaction import transcripts_of
from archive.document import canonical, names
from archive.document.authority import AuthorityCard
from archive.document.document import Document
from archive.edition.models import SearchEntry
from archive.edition.search.texts import Source
from archive.language.authorities import Gazetteer, Mention
from archive.language.authorities.mentions import mention_stream

from . import glossary
from .former import current_names

SITE = "site"
Key = tuple[str, str]
"""Kind and slug."""
Cards = dict[Key, AuthorityCard]
Made = TypeVar("Made")


def forms(card: AuthorityCard) -> str:
    """The forms of a card's names, to be kept with it."""
    return names.dump(card)


@dataclass(frozen=True, kw_only=True)
class Rules:
    """Where names may lead. ``people`` are shown throughout, ``confirmed`` in one passage: (passage, slug). ``withheld``
    are places. ``rejected`` are (passage, kind, slug), without a passage anywhere; ``rejected_words`` are (folded words,
    kind, slug) that were rejected in a passage that is gone."""

    people: frozenset[str] = frozenset()
    confirmed: frozenset[tuple[str, str]] = frozenset()
    withheld: frozenset[str] = frozenset()
    rejected: frozenset[tuple[str, str, str]] = frozenset()
    rejected_words: frozenset[tuple[str, str, str]] = frozenset()

    def may_lead(self, kind: str, slug: str, passage: str = "", words: str = "") -> bool:
        """Whether folded words that name it in a passage, or in another text, may lead to it."""
        if not self.rejected.isdisjoint([("", kind, slug), (passage, kind, slug)]):
            return False
        if (words, kind, slug) in self.rejected_words:
            return False
        if kind == "person":
            return slug in self.people or (passage, slug) in self.confirmed
        return kind != "place" or slug not in self.withheld

    def rejecting(self, keys: Iterable[Key]) -> "Rules":
        """These, and nowhere to these records."""
        return replace(self, rejected=self.rejected | {("", kind, slug) for kind, slug in keys})

    @cached_property
    def digest(self) -> str:
        return canonical.digest([sorted(getattr(self, field.name)) for field in fields(self)])


class Names:
    """Finds what the texts of a document name: a name that may stand in the words may still not lead anywhere.
    ``own`` are the authorities whose names stand there by themselves, ``closed`` the exact places that words lead to
    nowhere, ``terms`` finds words of the glossary; ``found`` and ``explained`` collect what was found in words.
    ``must_not_stand_beside`` says which of some cards the testimony is not shown with."""

    def __init__(
        self,
        gazetteer: Gazetteer,
        rules: Rules,
        own: Collection[Key] = (),
        closed: frozenset[str] = frozenset(),
        terms: Gazetteer | None = None,
    ):
        self.gazetteer, self.rules, self.own, self.closed, self.terms = gazetteer, rules, own, closed, terms
        self.found: set[Key] = set()
        self.explained: set[str] = set()
        self.must_not_stand_beside: Callable[[Cards], set[Key]] = lambda cards: set()

    def leading(self, make: Callable[["Names"], Made], cards: Callable[[set[Key]], Cards]) -> tuple[Made, Cards]:
        """What is made of texts with these names, and the cards of what was found there and of all above it. Where one of
        them must not stand beside the testimony it is made anew, and the words do not lead there."""
        made = make(self)
        named = cards(self.found)
        if closed := self.must_not_stand_beside(named):
            kept = Names(self.gazetteer, self.rules.rejecting(closed), self.own, self.closed, self.terms)
            made = make(kept)
            self.found, self.explained = kept.found, kept.explained
            named = cards(self.found)
        return made, named

    def at(self, source: Source | SearchEntry) -> "NamesOfText | Only":
        """The finder for one text; a name by itself leads to what it is the name of, and to nothing else."""
        if source.kind == "name":
            return Only(self.gazetteer, self.own)
        return NamesOfText(self, source.anchor if source.kind == "passage" else "")


class NamesOfText(NamedTuple):
    """Finds what the text of a passage, or another text, names, for the e stream."""

    names: Names
    passage: str

    def entries(self, text: str, tokens: Sequence, words: Sequence) -> tuple[str, ...]:
        mentions = [m for m in self.names.gazetteer.mentions(text, tokens, words) if self._may_lead(m, words)]
        self.names.found.update((mention.kind, mention.id) for mention in mentions)
        if self.names.terms:
            self.names.explained.update(mention.id for mention in self.names.terms.mentions(text, tokens, words))
        return mention_stream(len(tokens), mentions)

    def _may_lead(self, mention: Mention, words: Sequence) -> bool:
        if mention.kind == "place" and mention.id in self.names.closed:
            return False
        return self.names.rules.may_lead(mention.kind, mention.id, self.passage, folded(mention, words))


def folded(mention: Mention, words: Sequence) -> str:
    """The words of a mention as they are compared, whatever their capitals and accents."""
    return " ".join(word.x for word in words[mention.first : mention.last + 1])


class Only:
    """Finds some authorities and no others."""

    def __init__(self, gazetteer: Gazetteer, keys: Collection[Key]):
        self.gazetteer, self.keys = gazetteer, keys

    def entries(self, text: str, tokens: Sequence, words: Sequence) -> tuple[str, ...]:
        mentions = self.gazetteer.mentions(text, tokens, words)
        return mention_stream(len(tokens), [m for m in mentions if (m.kind, m.id) in self.keys])


def names_of(document: Document, dossier: Dossier, own: Collection[Key], left_out: Iterable[Key] = ()) -> Names:
    """The finder for a settled document; ``own`` are the authorities it refers to, ``left_out`` those that it must not."""
    people = {*document.people, *(speaker.identity for speaker in document.speakers if speaker.identity)}
    shown = {reference.place for reference in document.places}
    withheld: set[str] = set()
    for mention in dossier.places:
        steps = [link.place for link in mention.chain]
        first = next((n for n, slug in enumerate(steps) if slug in shown), len(steps))
        withheld |= set(steps[:first])
    withheld |= set(current_names("place", withheld).values()) - shown
    passages = {segment.key for transcript in transcripts_of(dossier) for segment in transcript.segments}
    rules = Rules(
        people=frozenset(people),
        confirmed=frozenset((m.passage, m.person) for m in document.mentions),
        withheld=frozenset(withheld),
        rejected=frozenset((m.passage, m.kind, m.slug) for m in dossier.rejections),
        rejected_words=frozenset((m.words, m.kind, m.slug) for m in dossier.rejections if m.passage not in passages),
    )
    rules = rules.rejecting(with_leading(left_out))
    return Names(approved_names(), rules, own, frozenset(_sites() - shown), glossary.finder())


def leads_to(card: AuthorityCard) -> set[Key]:
    """What the page of a record leads to: what it is part of, where it happened, what it asks about."""
    return {key for key in ((card.kind, card.parent), ("place", card.place), ("event", card.event)) if key[1]}


def with_leading(keys: Iterable[Key]) -> set[Key]:
    """These and all that is approved whose pages lead to them: whatever words lead there lead on. What was merged keeps its
    own words, and the words of others go on naming its address, until these are approved anew."""
    found = frontier = set(keys)
    while frontier:
        leading = reduce(or_, (_leading_to(*key) for key in frontier))
        merged = FormerAuthority.objects.filter(leading | any_of("kind", "leads_to", frontier))
        rows = (*Authority.objects.filter(leading).values_list("kind", "slug"), *merged.values_list("kind", "slug"))
        frontier = {*rows} - found
        found = found | frontier
    return found


def any_of(first: str, second: str, pairs: Iterable[Key]) -> Q:
    """The condition that two columns hold one of these pairs; there is at least one."""
    return reduce(or_, (Q(**{first: one, second: other}) for one, other in pairs))


def _leading_to(kind: str, slug: str) -> Q:
    further = {"place": Q(snapshot__contains=f'"place":"{slug}"'), "event": Q(snapshot__contains=f'"event":"{slug}"')}
    return Q(kind=kind, snapshot__contains=f'"parent":"{slug}"') | further.get(kind, Q(pk=None))


def _sites() -> set[str]:
    """Places finer than a settlement, as they were approved or stand now. Words that nobody has connected with one do
    not lead to it: that is shown only where the exact place is permitted."""
    known = Authority.objects.filter(kind=Authority.Kind.PLACE).exclude(snapshot="")
    fine = Q(place__level=SITE) | Q(snapshot__contains=f'"level":"{SITE}"')
    return set(known.filter(fine).values_list("slug", flat=True))


def approved_names() -> Gazetteer:
    """The finder of all that is approved, made anew only when an approval has changed it."""
    approved = Authority.objects.exclude(snapshot="").order_by("pk")
    return _gazetteer(tuple(approved.values_list("pk", MD5("forms"))))


@lru_cache(maxsize=4)
def _gazetteer(state: tuple[tuple[int, str], ...]) -> Gazetteer:
    kept = dict(Authority.objects.exclude(snapshot="").exclude(forms="").values_list("pk", "forms"))
    return Gazetteer.from_forms(names.load(kept[pk] for pk, _ in state if pk in kept))
