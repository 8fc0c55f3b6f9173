"""Facts that may take something away from the public are acted upon as they are written.

Signals, because a stricter grant saved by any form, command or shell has to apply at once. Inside
``publishing.together()`` it applies at the end, before anything is committed.
"""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Q
from django.db.models.signals import post_delete, post_save, pre_delete

from archive.catalogue import models as catalogue
from archive.catalogue.models import Interview
from archive.edition.models import NAMED, FacetValue

from .assemble import text
from .authorities import with_narrower
from .beside import beside_whom
from .collecting import publish_narrowed, show_collection
from .collection_words import is_waiting
from .door import erase, publish_soon, wait_for_approvals
from .explaining import show_term
from .guides import led_to
from .looking_through import forget_looking, look_through_soon
from .people import entered_names, keep_names, names_of
from .unsaid import naming


def _own(record) -> Iterable[int]:
    return record.touched_interviews()


def _of_person(record) -> Iterable[int]:
    return {*Interview.objects.of_person(record).values_list("pk", flat=True), *_of_name(record)}


def _of_mentioned(record) -> Iterable[int]:
    """Interviews of whose record a person is part, and those whose public words name that person."""
    person = record if isinstance(record, catalogue.Person) else record.person
    slugs = {person.slug, *person.former.values_list("slug", flat=True)}
    named = FacetValue.everything.filter(facet=NAMED + "person", value__in=slugs)
    public = list(named.values_list("interview__reference", flat=True))
    recorded = set(Interview.objects.mentioning(person).values_list("pk", flat=True))
    return recorded.union(Interview.objects.filter(publication__reference__in=public).values_list("pk", flat=True))


def _of_collection(record) -> Iterable[int]:
    return Interview.objects.filter(collection=record.collection).values_list("pk", flat=True)


def _of_decision(record) -> Iterable[int]:
    return [record.participation.interview_id]


def _of_name(record) -> Iterable[int]:
    """Interviews beside which the archive's own words, or a record's, may say the name of a person; of a place the worker
    looks."""
    return _saying(text(record, "name").values(), record)


def _of_label(label) -> Iterable[int]:
    return _saying([label.text], label.authority)


def _of_legal_name(identity) -> Iterable[int]:
    return _saying([identity.legal_name], identity.person)


def _saying(forms: Iterable[str], authority) -> Iterable[int]:
    concerned = Interview.objects.mentioning_any(with_narrower(authority))
    kinds = catalogue.Authority.Kind
    if authority.kind == kinds.PERSON:
        return _beside(list(forms), concerned)
    found = naming(forms, concerned)
    if authority.kind != kinds.PLACE:
        return found.values_list("pk", flat=True)
    for interview in found:
        publish_soon(interview)
    return ()


@transaction.atomic
def _beside(forms: list[str], interviews) -> set[int]:
    """Those of these interviews that stand beside words of the archive's own, or a record, that say one of these names.
    One that is being approved at this moment may be among them when that has ended. The names are kept for words that are
    written later."""
    wait_for_approvals(interviews)
    keep_names(interviews.approved_once())
    found = naming(forms, interviews), beside_whom(forms, interviews)
    return {pk for some in found for pk in some.values_list("pk", flat=True)}


def _of_somebody(record) -> Iterable[int]:
    """The interview in which somebody takes part or is spoken of."""
    takes_part = isinstance(record, catalogue.Participation)
    forms = entered_names(record) if takes_part else names_of(record.person)
    return _beside(forms, Interview.objects.filter(pk=record.interview_id))


def _of_answer(claim) -> Iterable[int]:
    """A draft that answers a question: whom it must not name is known before anything of the draft is public."""
    drafts = Interview.objects.filter(approved_versions__isnull=True)
    return drafts.filter(pk=claim.interview_id).values_list("pk", flat=True) if claim.answers_id else ()


def _of_none(record) -> Iterable[int]:
    """Guides are no part of what was approved: writing them marks no interview as edited."""
    return ()


NAMING = {
    catalogue.Place: _of_name,
    catalogue.Label: _of_label,
    catalogue.PersonIdentity: _of_legal_name,
    catalogue.Participation: _of_somebody,
    catalogue.PersonMention: _of_somebody,
    catalogue.Claim: _of_answer,
}
GUIDES = (catalogue.Path, catalogue.PathStop, catalogue.Opening)

NARROWING = (
    {
        catalogue.ConsentRecord: _own,
        catalogue.Grant: _own,
        catalogue.Withdrawal: _own,
        catalogue.Redaction: _own,
        catalogue.ModeratorDecision: _of_decision,
        catalogue.Person: _of_person,
        catalogue.PersonStatus: _of_mentioned,
        catalogue.CollectionPolicy: _of_collection,
        catalogue.Mention: _own,
    }
    | NAMING
    | dict.fromkeys(GUIDES, led_to)
)
"""Nouns whose rows can narrow what is public, with the keys of the interviews they bear on."""

MARKED = NARROWING | {catalogue.Person: _of_mentioned} | dict.fromkeys((*NAMING, *GUIDES), _of_none)
"""The same nouns with the keys of the interviews that are marked as edited with them."""


def apply(sender, instance, raw=False, origin=None, **kwargs) -> None:
    """Publish anew what the fact bears on; what goes together with its interview has nothing left to bear on."""
    is_erasure = Interview in (type(origin), getattr(origin, "model", None))
    if not raw and not is_erasure:
        publish_narrowed(NARROWING[sender](instance), marked=MARKED[sender](instance))


def take_away(sender, instance, **kwargs) -> None:
    """An interview that is destroyed is out of the edition before the first of its rows goes."""
    erase(instance)


def apply_to_collection(sender, instance, raw=False, **kwargs) -> None:
    """The name and description of a collection are the archive's own words, public as they are saved or looked through.
    What they held back is looked at anew."""
    if not raw:
        forget_looking(instance)
        show_collection(instance)
        if is_waiting(instance):
            look_through_soon(instance)
        held = Q(publication__is_held=True) | Q(research_listing__is_held=True)
        for interview in Interview.objects.filter(held, collection=instance):
            publish_soon(interview)


def apply_to_term(sender, instance, raw=False, **kwargs) -> None:
    """The words of the glossary are the archive's own too."""
    if not raw:
        show_term(instance.slug)


def connect() -> None:
    pre_delete.connect(take_away, sender=Interview, dispatch_uid="publishing.erase")
    post_save.connect(apply_to_collection, sender=catalogue.Collection, dispatch_uid="publishing.collection")
    post_save.connect(apply_to_term, sender=catalogue.Term, dispatch_uid="publishing.term")
    post_delete.connect(apply_to_term, sender=catalogue.Term, dispatch_uid="publishing.term_gone")
    for model in NARROWING:
        post_save.connect(apply, sender=model, dispatch_uid=f"publishing.narrow.{model.__name__}")
        post_delete.connect(apply, sender=model, dispatch_uid=f"publishing.restore.{model.__name__}")
