"""What a moderator looks at of a place, topic, event, person or question; its approval is bound to exactly that."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Model
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from archive.catalogue.models import Authority, Event, FormerAuthority, Label, Place, Question, Topic
from archive.catalogue.vocabulary import Language
from archive.document import canonical
from archive.document.authority import AuthorityCard
from archive.document.text import LANGUAGES, Text, read
from archive.edition.words import word
from archive.language import dates

from .authorities import Cards, approved_cards, card_of
from .comparison import Change

REGISTERS = {"katottg": "KATOTTG", "geonames": "GeoNames", "wikidata": "Wikidata"}


@dataclass(frozen=True, kw_only=True)
class Part:
    """One text that becomes public. ``language`` is empty for what is said in none."""

    name: str
    text: str
    language: str = ""

    @property
    def title(self) -> str:
        return f"{self.name} · {Language(self.language).label}" if self.language else self.name


@dataclass(frozen=True, kw_only=True)
class AuthorityReview:
    """A record as it would be public, and as it was approved last. ``merged`` are the cards of records that its approval
    replaces, ``signatures`` the statements under a question whose standing somebody signed while it was worded otherwise;
    ``digest`` binds the approval to all of it."""

    card: AuthorityCard
    approved: AuthorityCard | None
    merged: list[AuthorityCard]
    signatures: int
    digest: str
    linked: Cards

    @property
    def parts(self) -> list[Part]:
        return list(_parts(self.card, self.linked))

    @property
    def changes(self) -> list[Change]:
        """What differs from what was approved last, part by part; a part may stand several times."""
        old = [(p.title, p.text) for p in _parts(self.approved, self.linked)] if self.approved else []
        new = [(p.title, p.text) for p in self.parts]
        gone, come = [p for p in old if p not in new], [p for p in new if p not in old]
        return list(_paired(gone, come))


def look_at(authority: Authority) -> AuthorityReview:
    """Gather all that approving this record as it stands now would make public."""
    stored = Authority.objects.get(pk=authority.pk)
    record = getattr(stored, stored.kind)
    card = card_of(record)
    approved = canonical.load(stored.snapshot, AuthorityCard) if stored.snapshot else None
    named = {*_linked(card), *(_linked(approved) if approved else ())}
    linked = {key: found for key, found in approved_cards(named).items() if key in named}
    former = FormerAuthority.objects.filter(kept=stored, leads_to="").exclude(snapshot="").order_by("slug")
    merged = [canonical.load(snapshot, AuthorityCard) for snapshot in former.values_list("snapshot", flat=True)]
    signed = _signed(record, card, approved)
    return AuthorityReview(
        card=card,
        approved=approved,
        merged=merged,
        signatures=len(signed),
        digest=canonical.digest([stored.revision, card, approved, merged, sorted(linked.items()), signed]),
        linked=linked,
    )


def _signed(record: Authority, card: AuthorityCard, approved: AuthorityCard | None) -> list[str]:
    """The keys of the claims whose standing was signed while the question was worded otherwise."""
    is_reworded = record.kind == Authority.Kind.QUESTION and approved is not None and approved.name != card.name
    signed = record.claims.exclude(standing="").order_by("key").values_list("key", flat=True) if is_reworded else ()
    return list(signed)


def _linked(card: AuthorityCard) -> list[tuple[str, str]]:
    """The records that a card names."""
    found = [(card.kind, card.parent), ("place", card.place), ("event", card.event or "")]
    return [(kind, slug) for kind, slug in found if slug]


def _parts(card: AuthorityCard, linked: Cards) -> Iterator[Part]:
    """Everything a card says, in words, under those of the form in which it is entered."""
    yield from _text(_word(Authority, "name"), card.name)
    for language, variants in card.variants.items():
        for variant in variants:
            role = Label.Role(card.roles.get(variant, Label.Role.VARIANT)).label
            yield Part(name=capfirst(role), text=variant, language=language)
    yield from _text(_word(Question, "introduction"), card.introduction or {})
    yield from _text(_word(Topic, "scope_note"), card.scope_note)
    if card.happened:
        yield Part(name=_word(Event, "happened"), text=dates.show(card.happened, get_language() or "uk"))
    yield from _text(_word(Event, "attribution"), card.attribution)
    above = _word(Topic, "broader") if card.kind == "topic" else _word(Place, "parent")
    words = (above, _word(Event, "location"), _word(Question, "about"))
    links = ((card.kind, card.parent), ("place", card.place), ("event", card.event or ""))
    for name, key in zip(words, links, strict=True):
        if key in linked:
            yield Part(name=name, text=str(read(linked[key].name, get_language() or "uk") or key[1]))
    yield from _place(card)


def _word(noun: type[Model], field: str) -> str:
    return capfirst(str(noun._meta.get_field(field).verbose_name))


def _text(name: str, text: Text) -> Iterator[Part]:
    yield from (Part(name=name, text=text[language], language=language) for language in LANGUAGES if text.get(language))


def _place(card: AuthorityCard) -> Iterator[Part]:
    if card.level:
        yield Part(name=_word(Place, "level"), text=word(card.level, "level"))
    if card.is_invented:
        yield Part(name=_word(Place, "is_invented"), text=_("yes"))
    if card.latitude is not None and card.longitude is not None:
        yield Part(name=_("Coordinates"), text=f"{card.latitude:.5f}, {card.longitude:.5f}")
    for register, identifier in card.identifiers.items():
        yield Part(name=REGISTERS[register], text=identifier)


def _paired(gone: list[tuple[str, str]], come: list[tuple[str, str]]) -> Iterator[Change]:
    """Before and after side by side where a part of the same title stands in both."""
    for title, words in come:
        before = next((old for old in gone if old[0] == title), None)
        if before:
            gone.remove(before)
        yield Change(part=title, before=before[1] if before else "", after=words)
    for title, words in gone:
        yield Change(part=title, before=words, after="")
