"""The rows of the edition: written, replaced and removed as a whole, one interview at a time."""

import datetime as dt

from django.db import transaction
from django.db.models import Exists, Min, OuterRef
from django.utils import timezone

from archive.catalogue.models import Collection, Derivative, Publication
from archive.consent.dossier import Dossier
from archive.document import canonical
from archive.document.authority import CollectionCard
from archive.document.document import Document
from archive.document.text import read
from archive.edition.indexing import facet_values
from archive.edition.models import (
    Edition,
    FacetValue,
    PublishedAuthority,
    PublishedCollection,
    PublishedFile,
    PublishedInterview,
    Tombstone,
)
from archive.edition.search import index
from archive.edition.search.texts import texts
from archive.language import dates
from archive.vault import derivatives

from . import ledger
from .assemble import text
from .authorities import Cards
from .settle import Settled


def write(entry: Publication, settled: Settled, dossier: Dossier, *, valid_until, now, rewrite: bool = False) -> bool:
    """Make the edition say exactly this of one interview; true if any byte of the edition changed."""
    edition = _locked_edition()
    collection, collection_changed = _collection(dossier.collection)
    cards_changed = _put_cards(settled.cards)
    public_digest = _digest(settled, valid_until)
    row = PublishedInterview.everything.filter(reference=entry.reference).first()
    is_same = row is not None and row.digest == public_digest
    ledger.note_public(entry, public_digest, now)
    if not is_same or rewrite:
        _replace(row, entry, settled, collection, public_digest, valid_until)
    elif cards_changed:
        _replace_facets(row, settled)
    changed = not is_same or cards_changed or collection_changed
    _close(edition, now, changed)
    return changed


def says(entry: Publication, settled: Settled, valid_until) -> bool:
    """Whether the edition says exactly this of the interview already."""
    return PublishedInterview.everything.filter(
        reference=entry.reference, digest=_digest(settled, valid_until)
    ).exists()


def _digest(settled: Settled, valid_until) -> str:
    return canonical.digest([settled.document, valid_until])


def remove(entry: Publication, *, now: dt.datetime) -> bool:
    """Take everything of one interview out of the edition; true if any byte of the edition changed."""
    edition = _locked_edition()
    answer_changed = _answer(entry)
    row = PublishedInterview.everything.filter(reference=entry.reference).first()
    names = set()
    if row:
        names = set(PublishedFile.everything.filter(interview=row).values_list("digest", flat=True))
        row.delete()
    _unlink(names)
    changed = answer_changed or row is not None
    _close(edition, now, changed)
    return changed


def _locked_edition() -> Edition:
    """The edition's one row, locked: publications write one after another."""
    Edition.objects.get_or_create(pk=1)
    return Edition.objects.select_for_update().get(pk=1)


def _answer(entry: Publication) -> bool:
    """Put or take away what stands at the address of what was public once; true if that changed."""
    if entry.first_public_at and entry.answer == Publication.Answer.TOMBSTONE:
        _stone, is_new = Tombstone.objects.get_or_create(reference=entry.reference)
        return is_new
    deleted, _by_model = Tombstone.objects.filter(reference=entry.reference).delete()
    return bool(deleted)


def _replace(row, entry, settled: Settled, collection, public_digest, valid_until) -> None:
    names = set()
    if row:
        names = set(PublishedFile.everything.filter(interview=row).values_list("digest", flat=True))
        row.delete()
    Tombstone.objects.filter(reference=entry.reference).delete()
    document = settled.document
    row = PublishedInterview.everything.create(
        reference=entry.reference,
        collection=collection,
        kind=document.kind,
        document=canonical.dump(document),
        digest=public_digest,
        duration_ms=document.duration_ms,
        first_public_at=entry.first_public_at,
        changed_at=entry.changed_at,
        valid_until=valid_until,
        **_titles(document),
        **_bounds("recorded", document.recorded),
        **_bounds("told", document.told),
    )
    _put_files(row, document)
    _put_index(row, settled)
    _unlink(names)


def _replace_facets(row, settled: Settled) -> None:
    """A changed card may change which places and topics stand above others."""
    FacetValue.everything.filter(interview=row).delete()
    index.remove(row.pk)
    _put_index(row, settled)


def _put_index(row, settled: Settled) -> None:
    index.write(row, texts(settled.document, settled.cards, row.reference))
    values = facet_values(settled.document, settled.cards)
    for value in values:
        value.interview = row
    FacetValue.everything.bulk_create(values)


def _put_files(row, document: Document) -> None:
    parts = [(r.key, f) for r in document.recordings for f in r.files]
    parts += [(page.key, f) for paper in document.papers for page in paper.pages for f in page.files]
    PublishedFile.everything.bulk_create(
        PublishedFile(
            interview=row,
            part=part,
            digest=file.digest,
            suffix=file.suffix,
            media_type=file.media_type,
            size=file.size,
            role=file.role,
        )
        for part, file in parts
    )


def _titles(document: Document) -> dict[str, str]:
    return {f"title_{language}": str(read(document.title, language) or "") for language in ("uk", "en", "pl")}


def _bounds(name: str, edtf: str) -> dict[str, dt.date | None]:
    earliest, latest = dates.bounds(edtf) if edtf else (None, None)
    return {f"{name}_earliest": earliest, f"{name}_latest": latest}


@transaction.atomic
def refresh_collection(collection: Collection) -> None:
    """Bring the public words of a collection up to date, if any of it is public."""
    if PublishedCollection.everything.filter(slug=collection.slug).exists():
        edition = _locked_edition()
        _row, changed = _collection(collection.slug)
        _close(edition, timezone.now(), changed)


def _collection(slug: str) -> tuple[PublishedCollection, bool]:
    """The collection's public row as the catalogue has it now."""
    record = Collection.objects.get(slug=slug)
    card = canonical.dump(
        CollectionCard(
            slug=slug,
            name=text(record, "name"),
            description=text(record, "description"),
            demonstration_mark=text(record, "demonstration_mark"),
        )
    )
    row, is_new = PublishedCollection.everything.get_or_create(slug=slug, defaults={"card": card})
    changed = not is_new and row.card != card
    if changed:
        PublishedCollection.everything.filter(pk=row.pk).update(card=card)
    return row, changed or is_new


def _put_cards(cards: Cards) -> bool:
    """Write the authorities that are referred to; true if any of them changed."""
    changed = False
    known = {(a.kind, a.slug): a for a in PublishedAuthority.everything.filter(slug__in={slug for _, slug in cards})}
    for (kind, slug), card in sorted(cards.items()):
        dumped = canonical.dump(card)
        row = known.get((kind, slug))
        if row is None:
            PublishedAuthority.everything.create(kind=kind, slug=slug, card=dumped)
        elif row.card != dumped:
            PublishedAuthority.everything.filter(pk=row.pk).update(card=dumped)
        changed = changed or row is None or row.card != dumped
    return changed


def _close(edition: Edition, now: dt.datetime, changed: bool) -> None:
    """Take away what nothing refers to any more, and give the edition its revision and next expiry."""
    referring = FacetValue.everything.filter(facet=OuterRef("kind"), value=OuterRef("slug"))
    PublishedAuthority.everything.filter(~Exists(referring)).delete()
    inside = PublishedInterview.everything.filter(collection=OuterRef("pk"))
    PublishedCollection.everything.filter(~Exists(inside)).delete()
    edition.next_expiry_at = PublishedInterview.everything.aggregate(next=Min("valid_until"))["next"]
    if changed:
        edition.revision = max(edition.revision + 1, int(now.timestamp() * 1000))
    edition.save()


def _unlink(digests: set[str]) -> None:
    """Have the files deleted that no row of the edition names any more."""
    kept = set(PublishedFile.everything.filter(digest__in=digests).values_list("digest", flat=True))
    for derivative in Derivative.objects.filter(file__in=digests - kept):
        derivatives.unlink(derivative)
