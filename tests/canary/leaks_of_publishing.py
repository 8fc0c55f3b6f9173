"""Leaks at the door: what was not approved is published, or what narrows is not published."""

from functools import partial

from django.utils import timezone

from archive.catalogue.models import ApprovedVersion, Authority
from archive.consent.narrowing import narrow
from archive.consent.permissions import everything
from archive.edition.models import Edition, Tombstone
from archive.edition.search import index
from archive.edition.search.texts import Source
from archive.publishing import (
    assemble,
    authorities,
    collection_words,
    door,
    narrowing_facts,
    pages,
    permissions,
    printing,
    settle,
    transitions,
)

from . import checks, stages
from .leaks import ended, leak, nothing


@leak("the record as it stands is published, not the approved one", stages.spoken, checks.nothing_on_pages)
def live_dossier(patch):
    patch.setattr(permissions, "dossier_of", lambda version: assemble.assemble(version.interview))


@leak("approved permissions are not narrowed by those alive", ended("stricter"))
def only_approved_permissions(patch):
    patch.setattr(permissions, "intersect", lambda approved, alive: approved)


@leak("what has narrowed is not stored, so that undoing it shows all again", ended("restored"))
def no_ratchet(patch):
    save = ApprovedVersion.save
    patch.setattr(ApprovedVersion, "save", lambda v, **more: None if "update_fields" in more else save(v, **more))


@leak("a stop is not published", ended("stopped"))
def stop_unpublished(patch):
    patch.setattr(transitions, "publish", nothing)


def _unheard(patch):
    patch.setattr(transitions, "publish", nothing)
    patch.setattr(narrowing_facts, "publish_narrowed", nothing)


for way in ("withdrawn", "redacted", "stricter", "captive", "policy"):
    leak(f"nobody hears that something is {way}", ended(way))(_unheard)


@leak("a row has no day on which it runs out", ended("run out"), checks.nothing_on_pages)
def no_expiry(patch):
    patch.setattr(door, "expiry", nothing)


def _approved_cards(patch, is_wanted):
    """Cards of records as they stand, where ``is_wanted(record)``; the approved ones of all others."""
    approved = settle.approved_cards

    def cards(wanted):
        wanted = set(wanted)
        found = Authority.objects.filter(slug__in={slug for _kind, slug in wanted})
        live = {(a.kind, a.slug): authorities.card_of(getattr(a, a.kind)) for a in found if is_wanted(a)}
        return approved(wanted) | {key: card for key, card in live.items() if key in wanted}

    for room in (settle, pages):
        patch.setattr(room, "approved_cards", cards)
    patch.setattr(pages, "printed", partial(printing.printed, cards=cards))


@leak("authorities stand as last edited, not as approved", stages.spoken, checks.nothing_on_pages)
def edited_authorities(patch):
    _approved_cards(patch, lambda record: record.snapshot)


@leak("authorities that nobody approved are shown", stages.spoken)
def unapproved_authorities(patch):
    _approved_cards(patch, lambda record: not record.snapshot)


@leak("private labels stand among the variants", stages.spoken)
def private_labels(patch):
    def variants(record):
        return {label.language: (label.text,) for label in record.labels.all()}

    patch.setattr(authorities, "_variants", variants)


def _spoken_of(patch, **wanted):
    def people(interview):
        return list(interview.person_mentions.filter(**wanted).values_list("person__slug", flat=True))

    patch.setattr(assemble, "_confirmed_people", people)


@leak("persons spoken of are shown before they are confirmed", stages.spoken)
def unconfirmed(patch):
    _spoken_of(patch, person__statuses__kind="public-figure")


@leak("private persons spoken of are shown", stages.spoken)
def private_persons(patch):
    _spoken_of(patch, is_confirmed=True)
    patch.setattr(assemble, "spans_of", lambda people: dict.fromkeys(people, ((None, None),)))
    patch.setattr(settle, "public_figures", lambda dossier, on: set(dossier.figures))


@leak("relations to hidden claims are kept", stages.spoken, checks.nothing_in_the_edition)
def relations(patch):
    patch.setattr(settle, "_related", lambda claims: claims)


@leak("a claim names an event that nobody approved", stages.spoken, checks.nothing_in_the_edition)
def events_of_claims(patch):
    patch.setattr(settle, "_dated", lambda claims, cards: claims)


@leak("pages of others still name a claim that is gone", stages.contradicted)
def neighbours(patch):
    patch.setattr(door, "related", lambda interview, claims: [])


@leak("the index is made of what was not narrowed", stages.spoken)
def index_of_everything(patch):
    write, texts, dossiers = pages.write, printing.texts, []

    def writing(entry, settled, dossier, **more):
        dossiers.append(dossier)
        return write(entry, settled, dossier, **more)

    def indexing(document, cards):
        people = everything(p.key for p in dossiers[-1].participations)
        return texts(narrow(dossiers[-1], people, on=timezone.localdate()), cards)

    patch.setattr(pages, "write", writing)
    patch.setattr(printing, "texts", indexing)


@leak("headings of what is withheld are searchable", ended("redacted"))
def index_of_headings(patch):
    texts = printing.texts

    def indexing(document, cards):
        yield from texts(document, cards)
        yield Source("index", "en", stages.IndexPoint.objects.first().title_en)

    patch.setattr(printing, "texts", indexing)


@leak("what is taken away stays in the index", ended("withdrawn"), checks.nothing_in_the_edition)
def index_is_kept(patch):
    patch.setattr(index.packing, "load", lambda packed: index.packing.Packed([], [], [], []))


@leak("the vocabulary keeps the words of what is withdrawn", ended("withdrawn"), checks.nothing_in_the_edition)
def vocabulary_is_kept(patch):
    patch.setattr(index.vocabulary, "discount", lambda cursor, words, generation: None)


@leak("the note for staff is published with a collection", stages.spoken, checks.nothing_on_pages)
def collection_note(patch):
    text = collection_words.text

    def with_note(record, field):
        return {"en": record.private_note} if field == "description" else text(record, field)

    patch.setattr(collection_words, "text", with_note)


@leak("a hidden act changes the validator of every page", stages.beside, checks.unmoved_by_hidden_acts)
def revision_moves(patch):
    remove = pages.remove

    def removing(*args, **kwargs):
        Edition.objects.update(revision=Edition.objects.get().revision + 1)
        return remove(*args, **kwargs)

    patch.setattr(pages, "remove", removing)


@leak("what asked to be as if never there leaves a tombstone", stages.buried, checks.gone_alike)
def tombstone_for_all(patch):
    def answer(entry):
        if entry.first_public_at:
            Tombstone.objects.get_or_create(reference=entry.reference)

    patch.setattr(pages, "_answer", answer)


@leak("a record that was never public has a tombstone", stages.buried, checks.gone_alike)
def tombstone_of_the_unborn(patch):
    patch.setattr(pages, "_answer", lambda entry: Tombstone.objects.get_or_create(reference=entry.reference))


@leak("a stop answers otherwise than a withdrawal", stages.buried, checks.gone_alike)
def causes_differ(patch):
    answer = pages._answer

    def answering(entry):
        if not entry.interview.stops.exists():
            answer(entry)

    patch.setattr(pages, "_answer", answering)


@leak("files of what is withdrawn are left where they lie", stages.heard_and_gone, checks.no_file_answers)
def files_stay(patch):
    patch.setattr(pages, "unlink", nothing)
