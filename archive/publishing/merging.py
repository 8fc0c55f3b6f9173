"""Merging two records of one place, topic, event or person: everything that refers to the one refers to the other.

A merge is an edit by one person. It is seen in public when somebody else approves the kept record, and cannot be undone.
"""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from archive.catalogue.models import Authority, FormerAuthority, Interview, Participation
from archive.custody import acting
from archive.custody.edits import mark
from archive.custody.events import record
from archive.document import canonical

from . import moving
from .authorities import card_of, with_narrower
from .collecting import together
from .door import lock_all, publish_all
from .refusal import Refused
from .transitions import require

PARENTS = {"place": "parent", "topic": "broader"}
SINGLE = {"place": ("level", "is_invented", "katottg", "geonames_id", "wikidata_id"), "person": ("born",)}
"""Fields in which two records that both say something have to say the same."""


@dataclass(frozen=True, kw_only=True)
class WhatMoves:
    """What merging would do: how many interviews and labels move, how many claims have to be signed again, why it is
    refused, and whether names differ by law."""

    interviews: int
    labels: int
    below: int
    signatures: int
    refusals: list[str]
    legal_names_differ: bool


def what_moves(kept: Authority, merged: Authority) -> WhatMoves:
    """The account of a merge as it would be now."""
    kept, merged = _whole(kept), _whole(merged)
    return WhatMoves(
        interviews=Interview.objects.mentioning(merged).count(),
        labels=merged.labels.count(),
        below=moving.below(merged),
        signatures=moving.signatures(kept, merged),
        refusals=_refusals(kept, merged),
        legal_names_differ=_legal_names_differ(kept, merged),
    )


@transaction.atomic
def merge_authorities(*, kept: Authority, merged: Authority, by, legal_name: str = "") -> Authority:
    """Put ``kept`` wherever ``merged`` stood, and remove ``merged``; return the kept record, which awaits approval.

    ``legal_name`` says whose legal name holds where two persons have different ones: "kept" or "merged"; the other is
    noted with the contacts. Of what may be shown the stricter holds. Locks the records, then the interviews.
    """
    require(by, f"change_{kept.kind}", _("You may not merge records."))
    pks = {kept.pk, merged.pk}
    locked = {a.pk: a for a in Authority.objects.select_for_update().filter(pk__in=pks).order_by("pk")}
    if len(locked) < 2:
        raise Refused(_("Choose two different records that are both still there."))
    kept, merged = _whole(locked[kept.pk]), _whole(locked[merged.pk])
    touched = lock_all(
        Interview.objects.mentioning_any(with_narrower(kept) | with_narrower(merged)).values_list("pk", flat=True)
    )
    refusals = _refusals(kept, merged)
    if _legal_names_differ(kept, merged) and legal_name not in ("kept", "merged"):
        refusals.append(_("These persons have different legal names. Choose the one that holds."))
    if refusals:
        raise Refused(*refusals)
    with acting(by):
        mark(Interview.objects.mentioning(merged).order_by("pk").values_list("pk", flat=True), by=by)
        before = canonical.digest(card_of(merged))
        with together():
            _move(kept, merged, legal_name)
        record("merged", by=by, obj=locked[merged.pk], before=before, after=kept.key)
        if kept.kind == Authority.Kind.PERSON:
            publish_all(Interview.objects.filter(pk__in=touched).approved_once())
    return kept


def _whole(record: Authority):
    return getattr(record, record.kind)


def _move(kept, merged, legal_name: str) -> None:
    moving.move_references(kept, merged)
    moving.move_labels(kept, merged)
    if kept.kind == Authority.Kind.PERSON:
        moving.move_statuses(kept, merged)
        moving.move_identity(kept, merged, legal_name)
    moving.move_editors(kept, merged)
    FormerAuthority.objects.filter(kept=merged.pk).update(kept=kept.pk)
    former = {"kind": merged.kind, "slug": merged.slug, "snapshot": merged.snapshot}
    filled = moving.filled(kept, merged)
    type(merged).objects.get(pk=merged.pk).delete()
    FormerAuthority.objects.create(kept_id=kept.pk, **former)
    kept.refresh_from_db()
    for name, value in filled.items():
        setattr(kept, name, value)
    kept.save()


def _refusals(kept, merged) -> list[str]:
    """Why these two may not be merged, in whole sentences."""
    if kept.pk == merged.pk or kept.kind != merged.kind:
        return [_("Choose two different records of the same kind.")]
    found = []
    for name in SINGLE.get(kept.kind, ()):
        values = getattr(kept, name), getattr(merged, name)
        if values[0] != values[1] and "" not in values:
            words = kept._meta.get_field(name).verbose_name
            found.append(
                _("The two records differ in “%(field)s”. If they are the same, correct one of them first.")
                % {"field": words}
            )
    if merged in _above(kept) or kept in _above(merged):
        found.append(_("One of these records is part of the other, so they are not the same."))
    if kept.kind == Authority.Kind.PERSON and _meet_in_one_interview(kept, merged):
        found.append(
            _("Both persons take part in one interview. If they are the same, remove one of them there first.")
        )
    return found


def _above(record) -> list:
    """Everything a place or topic is part of."""
    found, parent = [], PARENTS.get(record.kind)
    while parent and (record := getattr(record, parent)) is not None and record not in found:
        found.append(record)
    return found


def _meet_in_one_interview(kept, merged) -> bool:
    here = Participation.objects.filter(person=kept).values("interview")
    return Participation.objects.filter(person=merged, interview__in=here).exists()


def _legal_names_differ(kept, merged) -> bool:
    if kept.kind != Authority.Kind.PERSON or kept.kind != merged.kind:
        return False
    names = {moving.legal_name_of(person) for person in (kept, merged)} - {""}
    return len({" ".join(name.split()).casefold() for name in names}) > 1
