"""Who has edited what since it was last approved: the ground of the rule of four eyes.

Signals, because an edit through any form, command or shell must be known.
"""

from django.db import transaction
from django.db.models import F
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_save

from archive.catalogue import models as catalogue
from archive.catalogue.models import Authority, AuthorityEdit, Edit, Interview

from .actor import current_actor, is_narrowing
from .events import record

NARROWING = (catalogue.Withdrawal,)
"""Nouns that can only take away; writing them never counts as editing the dossier."""


def contributing_models() -> list[type]:
    """The nouns whose rows are part of an interview's dossier or of what it may show."""
    from django.apps import apps

    return [
        model
        for model in apps.get_app_config("catalogue").get_models()
        if hasattr(model, "touched_interviews") and model not in NARROWING
    ]


def mark(interview_ids, *, by) -> None:
    """Note that ``by`` has edited these interviews since their last approval, once each.

    The mark is locked until the edit is committed, so that no approval can take it away meanwhile.
    """
    with transaction.atomic(savepoint=False):
        for pk in interview_ids:
            _, is_new = Edit.objects.select_for_update().get_or_create(interview_id=pk, editor=by)
            if is_new:
                interview = Interview.objects.only("key").get(pk=pk)
                record("edited", by=by, obj=interview, interview=interview)


def mark_instance(sender, instance, raw=False, **kwargs) -> None:
    if raw or is_narrowing():
        return
    mark(_existing(instance.touched_interviews()), by=current_actor())


def mark_removal(sender, instance, origin=None, **kwargs) -> None:
    """A part removed is an edit; an interview removed takes its marks along."""
    if isinstance(origin, Interview) or getattr(origin, "model", None) is Interview:
        return
    if not is_narrowing() and sender is not Interview:
        mark(_existing(instance.touched_interviews()), by=current_actor())


def mark_relation(sender, instance, action, reverse=False, pk_set=None, model=None, **kwargs) -> None:
    """A topic or event put to an interview or taken from it, from either side."""
    if action not in ("post_add", "post_remove", "pre_clear"):
        return
    if not reverse:
        sides = [instance]
    elif action == "pre_clear":
        sides = model.objects.filter(pk__in=_held_by(sender, instance, model))
    else:
        sides = model.objects.filter(pk__in=pk_set)
    for side in sides:
        mark(_existing(side.touched_interviews()), by=current_actor())


def _held_by(through, instance, model):
    """Primary keys of the records of ``model`` that a table between two nouns joins with ``instance``."""
    ends = {field.related_model: field.attname for field in through._meta.fields if field.is_relation}
    return through.objects.filter(**{ends[type(instance)]: instance.pk}).values_list(ends[model], flat=True)


def attribute_authority(sender, instance, raw=False, **kwargs) -> None:
    """Every save of an authority record is a new revision by the current actor."""
    if raw or not isinstance(instance, Authority):
        return
    instance.edited_by = current_actor()
    if instance.pk:
        instance.revision += 1


def mark_authority(sender, instance, raw=False, **kwargs) -> None:
    """Who has edited an authority record since its last approval does not approve it."""
    if not raw and isinstance(instance, Authority):
        AuthorityEdit.objects.get_or_create(authority_id=instance.pk, editor=current_actor())


def attribute_label(sender, instance, raw=False, origin=None, **kwargs) -> None:
    """A label added, changed or removed is a new revision of its authority."""
    comes_along = origin not in (None, instance) and getattr(origin, "model", None) is not catalogue.Label
    if not raw and not comes_along:
        Authority.objects.filter(pk=instance.authority_id).update(revision=F("revision") + 1, edited_by=current_actor())
        AuthorityEdit.objects.get_or_create(authority_id=instance.authority_id, editor=current_actor())


def mark_person(sender, instance, raw=False, **kwargs) -> None:
    """What is said of a person decides what may be shown of every interview that person speaks or is spoken of in."""
    if raw:
        return
    person = instance if isinstance(instance, catalogue.Person) else instance.person
    touched = list(Interview.objects.mentioning(person).values_list("pk", flat=True))
    if touched:
        mark(touched, by=current_actor())


def _existing(pks) -> list[int]:
    return [pk for pk in pks if pk is not None]


def connect() -> None:
    pre_save.connect(attribute_authority, dispatch_uid="custody.attribute_authority")
    post_save.connect(mark_authority, dispatch_uid="custody.mark_authority")
    for signal in (post_save, post_delete):
        signal.connect(attribute_label, sender=catalogue.Label, dispatch_uid="custody.attribute_label")
        signal.connect(mark_person, sender=catalogue.PersonStatus, dispatch_uid="custody.mark.PersonStatus")
    post_save.connect(mark_person, sender=catalogue.Person, dispatch_uid="custody.mark.Person")
    for model in contributing_models():
        post_save.connect(mark_instance, sender=model, dispatch_uid=f"custody.mark.{model.__name__}")
        post_delete.connect(mark_removal, sender=model, dispatch_uid=f"custody.unmark.{model.__name__}")
    for through in (Interview.topics.through, Interview.events.through, catalogue.IndexPoint.topics.through):
        m2m_changed.connect(mark_relation, sender=through, dispatch_uid=f"custody.relation.{through.__name__}")
