"""Rows of the edition for tests, made as publishing makes them: from a narrowed document and its authorities."""

from datetime import UTC, datetime
from typing import NamedTuple

from archive.document import canonical, names
from archive.document.authority import AuthorityCard, CollectionCard
from archive.document.document import Document, Recording, Segment, Sitting, Transcript
from archive.document.outline import outline
from archive.document.text import read
from archive.edition import bitmaps, indexing
from archive.edition.models import (
    Edition,
    FacetValue,
    PublishedAuthority,
    PublishedCollection,
    PublishedInterview,
)
from archive.edition.peaks import first_levels
from archive.edition.search import index
from archive.edition.search.texts import texts
from archive.language import dates
from archive.language.authorities import Gazetteer

FIRST_PUBLIC_AT = datetime(2026, 1, 1, 12, tzinfo=UTC)


def place(slug: str, name: str, parent: str = "", **fields) -> AuthorityCard:
    return AuthorityCard(kind="place", slug=slug, name={"uk": name}, parent=parent, **fields)


def topic(slug: str, name: str, parent: str = "", **fields) -> AuthorityCard:
    return AuthorityCard(kind="topic", slug=slug, name={"uk": name}, parent=parent, **fields)


def person(slug: str, name: str, **fields) -> AuthorityCard:
    return AuthorityCard(kind="person", slug=slug, name={"uk": name}, **fields)


def cards(*authorities: AuthorityCard) -> dict[tuple[str, str], AuthorityCard]:
    return {(card.kind, card.slug): card for card in authorities}


def document(**fields) -> Document:
    """A document that says as little as one can."""
    least = {
        "kind": "recorded",
        "basis": "agreement",
        "collection": "izium",
        "title": {"uk": "Підвал"},
        "languages": ("uk",),
    }
    return Document(**least | fields)


def transcript(*passages, language: str = "uk", key: str = "text", **fields) -> Transcript:
    """Each passage a text, or a tuple of its runs; the nth has the key ``p<n>`` and starts at n seconds."""
    segments = tuple(
        Segment(
            key=f"p{number}",
            start_ms=number * 1000,
            end_ms=number * 1000 + 900,
            speaker=None,
            text=passage if isinstance(passage, tuple) else (passage,),
        )
        for number, passage in enumerate(passages)
    )
    return Transcript(key=key, language=language, kind="verbatim", maker="hand", segments=segments, **fields)


def sitting(*transcripts: Transcript, key: str = "recording", **fields) -> Sitting:
    """One sitting with one recording of a minute that can be heard."""
    sound = {"starts_ms": 0, "duration_ms": 60_000, "has_sound": True, "has_film": False}
    return Sitting(key="sitting", recordings=(Recording(key=key, transcripts=transcripts, **sound | fields),))


class Everywhere(NamedTuple):
    """Finds the same names in every text."""

    gazetteer: Gazetteer

    def at(self, place) -> Gazetteer:
        return self.gazetteer


def publish_document(document: Document, *, reference: str, authorities=None, named=(), **fields) -> PublishedInterview:
    """The document in force, with its search entries, facet values, bitmaps, collection and the cards of
    ``authorities`` (a dictionary as ``cards`` makes it); ``named`` are those its words name, by kind and slug, and
    ``fields`` replace columns of the interview."""
    authorities = authorities or {}
    recorded, told = _bounds(document.recorded), _bounds(document.told)
    surely = dates.sure(document.told) if document.told else (None, None)
    titles = {f"title_{language}": str(read(document.title, language) or "") for language in ("uk", "en", "pl")}
    edition, _is_new = Edition.objects.get_or_create(pk=1)
    edition.revision += 1
    last = PublishedInterview.everything.order_by("-pk").values_list("pk", flat=True).first() or 0
    columns = {
        "pk": last + 1,
        "version": edition.revision,
        "reference": reference,
        "collection": publish_collection(document.collection),
        "kind": document.kind,
        "document": canonical.dump(document),
        "outline": canonical.dump(outline(document, first_levels(document))),
        "digest": canonical.digest(document),
        "duration_ms": document.duration_ms,
        "first_public_at": FIRST_PUBLIC_AT,
        "changed_at": FIRST_PUBLIC_AT,
        "recorded_earliest": recorded[0],
        "recorded_latest": recorded[1],
        "told_earliest": told[0],
        "told_latest": told[1],
        "surely_earliest": surely[0],
        "surely_latest": surely[1],
    }
    interview = PublishedInterview.everything.create(**columns | titles | fields)
    everywhere = Everywhere(Gazetteer(names.labels(card) for card in authorities.values() if card.kind != "question"))
    index.write([(interview.pk, index.indexed(texts(document, authorities), everywhere))])
    values = [*indexing.facet_values(document, authorities), *indexing.named_values(named, authorities)]
    for value in values:
        value.interview = interview
    FacetValue.everything.bulk_create(values)
    for card in authorities.values():
        publish_card(card)
    bitmaps.put(interview.pk, set(), bitmaps.keys(interview), version=edition.revision)
    if interview.valid_until:
        edition.next_expiry_at = min(interview.valid_until, edition.next_expiry_at or interview.valid_until)
    edition.save()
    return interview


def withdraw(interview: PublishedInterview) -> None:
    """Take the interview out again, with its place in the bitmaps."""
    number, keys = interview.pk, bitmaps.keys(interview)
    interview.delete()
    bitmaps.put(number, keys, set(), version=Edition.objects.current().revision)


def publish_collection(slug: str) -> PublishedCollection:
    card = canonical.dump(CollectionCard(slug=slug, name={"uk": slug.capitalize()}))
    return PublishedCollection.everything.get_or_create(slug=slug, defaults={"card": card})[0]


def publish_card(card: AuthorityCard) -> PublishedAuthority:
    kept = {"card": canonical.dump(card), "forms": names.dump(card)}
    return PublishedAuthority.everything.update_or_create(kind=card.kind, slug=card.slug, defaults=kept)[0]


def _bounds(edtf: str):
    return dates.bounds(edtf) if edtf else (None, None)
