"""The rows of the edition: written, replaced and removed as a whole, one interview at a time."""

import datetime as dt
from collections.abc import Sequence

from django.db import transaction
from django.db.models import Exists, Min, OuterRef
from django.utils import timezone

from archive.catalogue.models import Authority, Collection, Derivative, Publication, ResearchFile
from archive.consent.dossier import Dossier
from archive.document import canonical
from archive.document.document import Document
from archive.edition import bitmaps, rows
from archive.edition.indexing import AUTHORITIES
from archive.edition.models import (
    NAMED,
    Edition,
    FacetValue,
    PublishedAuthority,
    PublishedCollection,
    PublishedFile,
    PublishedInterview,
    PublishedPath,
    PublishedStop,
    Tombstone,
    referring,
)
from archive.edition.search import index
from archive.vault import derivatives

from . import ledger, naming
from .authorities import Cards, approved_cards
from .collection_words import card_to_show
from .former import refresh_addresses
from .linking import LINKED, linked, refresh_links
from .own_words import said
from .printing import Printed, printed
from .settle import Settled


def write(entry: Publication, settled: Settled, dossier: Dossier, *, valid_until, now, rewrite: bool = False) -> bool:
    """Make the edition say exactly this of one interview; true if any public byte changed.

    The end of a permission is not among them: it is written without a new revision.
    """
    edition = locked_edition()
    version = edition.coming(now)
    collection, collection_changed = put_collection(dossier.collection)
    cards_changed = put_cards(settled.cards)
    public_digest = canonical.digest(settled.document)
    row = _row(entry)
    is_same = row is not None and row.digest == public_digest and _is_in_force(row, now)
    before, spelt = (bitmaps.keys(row), index.held(row.pk)) if row else (set(), b"")
    ledger.note_public(entry, public_digest, now, formerly=lambda: _former_digests(settled.document, valid_until))
    is_named_alike, entry.naming_digest = entry.naming_digest == settled.naming, settled.naming
    if not is_same or rewrite or not is_named_alike:
        row = _replace(row, entry, settled, collection, valid_until, row.version if is_same else version)
    else:
        if row.valid_until != valid_until:
            PublishedInterview.everything.filter(pk=row.pk).update(valid_until=valid_until)
        if cards_changed:
            _put_words(row, printed(settled, row.reference))  # what stands above others may have changed
    after = bitmaps.keys(row)
    _forget(bitmaps.put(row.pk, before, after, version=version))
    changed = not is_same or cards_changed or collection_changed or before != after or index.held(row.pk) != spelt
    return close(edition, version, changed)


def _former_digests(document: Document, valid_until) -> list[str]:
    """The digests that earlier releases wrote for a document: before they held mentions, and before that with its end."""
    if document.mentions:
        return []
    plain = {name: value for name, value in canonical.plain(document).items() if name != "mentions"}
    return [canonical.digest(plain), canonical.digest([plain, valid_until])]


def says(entry: Publication, settled: Settled, valid_until) -> bool:
    """Whether the edition says exactly this of the interview already, until the same end."""
    return PublishedInterview.objects.filter(
        reference=entry.reference, digest=canonical.digest(settled.document), valid_until=valid_until
    ).exists()


def remove(entry: Publication, *, now: dt.datetime) -> bool:
    """Take everything of one interview out of the edition; true if any byte of the edition changed."""
    edition = locked_edition()
    version = edition.coming(now)
    answer_changed = _answer(entry)
    row = _row(entry)
    if row:
        number, before, names = row.pk, bitmaps.keys(row), _files(row)
        row.delete()
        forget_paths()
        _forget(bitmaps.put(number, before, set(), version=version))
        unlink(names)
    return close(edition, version, answer_changed or row is not None)


@transaction.atomic
def sweep(*, now: dt.datetime) -> None:
    """Make the bitmaps say what the rows say, and take away every name and collection nothing refers to."""
    edition = locked_edition()
    version = edition.coming(now)
    changed = bitmaps.restate(version=version)
    inside = PublishedInterview.everything.filter(collection=OuterRef("pk"))
    for gone in (
        PublishedAuthority.everything.filter(~referring(FacetValue.everything.all())),
        PublishedCollection.everything.filter(~Exists(inside)),
    ):
        deleted, _by_model = gone.delete()
        changed = changed or bool(deleted)
    changed = forget_paths() or changed
    changed = refresh_links() or changed
    close(edition, version, changed)


def _row(entry: Publication) -> PublishedInterview | None:
    rows = PublishedInterview.everything.defer("packed", "outline").select_related("collection")
    return rows.filter(reference=entry.reference).first()


def _is_in_force(row: PublishedInterview, now: dt.datetime) -> bool:
    return row.valid_until is None or row.valid_until > now


def _files(row: PublishedInterview) -> set[str]:
    return set(PublishedFile.everything.filter(interview=row).values_list("digest", flat=True))


def locked_edition() -> Edition:
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


def _replace(row, entry, settled: Settled, collection, valid_until, version: int) -> PublishedInterview:
    """Write the interview's rows; of the words of one that is public already only those that differ."""
    is_new, names = row is None, _files(row) if row else set()
    Tombstone.objects.filter(reference=entry.reference).delete()
    made = printed(settled, entry.reference)
    row = made.row(
        pk=entry.ordinal,
        reference=entry.reference,
        collection=collection,
        version=version,
        first_public_at=entry.first_public_at,
        changed_at=entry.changed_at,
        valid_until=valid_until,
    )
    row.save(force_insert=is_new, force_update=not is_new)
    _put_files(row, settled.document)
    _put_words(row, made)
    unlink(names)
    return row


def _put_words(row: PublishedInterview, made: Printed) -> None:
    """Write what an interview is found by in the place of what stands there."""
    put_cards(made.named)
    index.rewrite(row.pk, made.indexed)
    FacetValue.everything.filter(interview=row).delete()
    _insert_facets([(row.pk, made)])


def put_index(made: Sequence[tuple[int, Printed]]) -> None:
    """Write what interviews that are new are found by, by their numbers."""
    put_cards({key: card for _number, one in made for key, card in one.named.items()})
    index.write((number, one.indexed) for number, one in made)
    _insert_facets(made)


def _insert_facets(made: Sequence[tuple[int, Printed]]) -> None:
    facets = ((number, *facet) for number, one in made for facet in one.facets)
    rows.insert(FacetValue, ("interview", "facet", "value", "is_inherited"), facets)


def _put_files(row, document: Document) -> None:
    parts = [(r.key, f) for r in document.recordings for f in r.files]
    parts += [(page.key, f) for paper in document.papers for page in paper.pages for f in page.files]
    PublishedFile.everything.filter(interview=row).delete()
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


@transaction.atomic
def refresh_collection(collection: Collection) -> None:
    """Bring the public words of a collection up to date, if any of it is public and they may be said."""
    if PublishedCollection.everything.filter(slug=collection.slug).exists():
        edition = locked_edition()
        _found, changed = put_collection(collection.slug)
        close(edition, edition.coming(timezone.now()), changed)


def put_collection(slug: str) -> tuple[PublishedCollection, bool]:
    """The collection's public row, in the words that readers may have now."""
    card = canonical.dump(card_to_show(Collection.objects.get(slug=slug)))
    row, is_new = PublishedCollection.everything.get_or_create(slug=slug, defaults={"card": card})
    changed = not is_new and row.card != card
    if changed:
        PublishedCollection.everything.filter(pk=row.pk).update(card=card)
    return row, changed or is_new


def put_cards(cards: Cards) -> bool:
    """Write the authorities that are referred to, with the forms of their names; true if any of them changed."""
    changed, cards = False, linked(cards)
    slugs = {slug for _, slug in cards}
    known = {(a.kind, a.slug): a for a in PublishedAuthority.everything.filter(slug__in=slugs)}
    kept = {(a.kind, a.slug): a.forms for a in Authority.objects.filter(slug__in=slugs).only("kind", "slug", "forms")}
    for (kind, slug), card in sorted(cards.items()):
        now = {"card": canonical.dump(said(card)), "forms": kept.get((kind, slug)) or naming.forms(card)}
        row = known.get((kind, slug))
        if row is None:
            PublishedAuthority.everything.create(kind=kind, slug=slug, **now)
        elif (row.card, row.forms) != (now["card"], now["forms"]):
            PublishedAuthority.everything.filter(pk=row.pk).update(**now)
        changed = changed or row is None or (row.card, row.forms) != (now["card"], now["forms"])
    if any(kind in LINKED for kind, _slug in cards.keys() - known.keys()):
        refresh_links()
    return changed


@transaction.atomic
def refresh_card(kind: str, slug: str) -> None:
    """Bring the public card of an authority up to date, if anything public names it."""
    if PublishedAuthority.everything.filter(kind=kind, slug=slug).exists():
        edition = locked_edition()
        cards = approved_cards([(kind, slug)])
        close(edition, edition.coming(timezone.now()), put_cards(cards))


def _forget(emptied: set[bitmaps.Key]) -> None:
    """Take away the names of what nothing refers to any more."""
    unreferred = ~referring(FacetValue.everything.all())
    for facet, value in sorted(emptied):
        kind = facet.removeprefix(NAMED)
        if facet == "collection":
            PublishedCollection.everything.filter(slug=value).delete()
        elif kind in AUTHORITIES:
            PublishedAuthority.everything.filter(unreferred, kind=kind, slug=value).delete()
    if any(facet.removeprefix(NAMED) in LINKED for facet, _value in emptied):
        refresh_links()


def forget_paths() -> bool:
    """Take away the paths on which nothing stands any more; true if there was one."""
    stops = PublishedStop.everything.filter(path=OuterRef("pk"))
    deleted, _by_model = PublishedPath.everything.filter(~Exists(stops)).delete()
    return bool(deleted)


def close(edition: Edition, version: int, changed: bool) -> bool:
    """Give the edition its next expiry, and its revision if anything changed, be it before or here; say whether it did."""
    changed = refresh_addresses() or changed
    edition.next_expiry_at = PublishedInterview.everything.aggregate(next=Min("valid_until"))["next"]
    if changed:
        edition.revision = version
    edition.save()
    return changed


def unlink(digests: set[str]) -> None:
    """Have the files deleted that neither a row of the edition nor the list for researchers names any more."""
    kept = set(PublishedFile.everything.filter(digest__in=digests).values_list("digest", flat=True))
    kept |= set(ResearchFile.objects.filter(digest__in=digests).values_list("digest", flat=True))
    for derivative in Derivative.objects.filter(file__in=digests - kept):
        derivatives.unlink(derivative)
