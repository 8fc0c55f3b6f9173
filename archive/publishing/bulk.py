"""The door for many at once: first approvals of new interviews, with the rows one by one would have written."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from archive.catalogue.models import (
    ApprovedVersion,
    CustodyEvent,
    Edit,
    Interview,
    Publication,
    ResearchListing,
    VersionEditor,
)
from archive.edition import bitmaps
from archive.edition.models import PublishedInterview

from . import pages
from .authorities import Cards
from .people import keep_names
from .printing import Printed
from .refusal import Refused
from .review import look
from .transitions import require


@dataclass(frozen=True, kw_only=True, slots=True)
class Approval:
    """The first approval of one interview by its key: what a moderator would have seen, as it is kept, its digest, and what
    the edition says of it for good, under a reference that nobody has. ``cards`` are the authorities it refers to,
    ``offer`` what researchers are offered of it: what the public sees."""

    key: str
    reference: str
    collection: str
    dossier: bytes
    permissions: str
    digest: str
    offer: dict
    cards: Cards
    printed: Printed


@transaction.atomic
def approve_new(approvals: Sequence[Approval], *, submitted_by, approved_by) -> None:
    """Submit, approve and publish interviews that were never approved, of one collection, in one transaction.

    The first of them is looked at as a moderator looks; if that shows anything but what is stated, all are refused.
    """
    require(submitted_by, "submit_interview", _("You may not submit interviews for review."))
    require(approved_by, "approve_interview", _("Only a moderator can approve."))
    if not approvals:
        return
    now = timezone.now()
    drafts = _locked(approvals)
    _submit(drafts.values(), by=submitted_by)
    first = approvals[0]
    if look(drafts[first.key]).digest != first.digest:
        raise Refused(_("This record has changed since you looked. Look at it again before you approve it."))
    _record("submitted", drafts.values(), by=submitted_by, now=now)
    _approve(approvals, drafts, submitted_by=submitted_by, approved_by=approved_by, now=now)
    _publish(approvals, drafts, now)
    keep_names(drafts.values())


def _locked(approvals: Sequence[Approval]) -> dict[str, Interview]:
    keys = [approval.key for approval in approvals]
    found = Interview.objects.select_for_update(of=("self",)).filter(key__in=keys).order_by("pk")
    drafts = {interview.key: interview for interview in found}
    is_new = {*keys} == {*drafts} and not ApprovedVersion.objects.filter(interview__in=drafts.values()).exists()
    if not is_new:
        raise Refused(_("Only interviews that were never approved can be approved together."))
    return drafts


def _submit(drafts, *, by) -> None:
    pks = [interview.pk for interview in drafts]
    Interview.objects.filter(pk__in=pks).update(state=Interview.State.SUBMITTED, submitted_by=by, return_reason="")


def _record(act: str, drafts, *, by, now: dt.datetime, after: dict[str, str] | None = None) -> None:
    """The events of one act on many interviews, as ``archive.custody.events.record`` writes each."""
    CustodyEvent.objects.bulk_create(
        CustodyEvent(
            at=now,
            actor=by,
            act=CustodyEvent.Act(act),
            object_type=Interview._meta.model_name,
            object_key=interview.key,
            interview_key=interview.key,
            after=after[interview.key] if after else "",
        )
        for interview in drafts
    )


def _approve(approvals, drafts: dict[str, Interview], *, submitted_by, approved_by, now: dt.datetime) -> None:
    """The approved versions, with everybody whose edits they hold."""
    versions = ApprovedVersion.objects.bulk_create(
        ApprovedVersion(
            interview=drafts[one.key],
            number=1,
            packed=one.dossier,
            permissions=one.permissions,
            digest=one.digest,
            submitted_by=submitted_by,
            approved_by=approved_by,
            approved_at=now,
        )
        for one in approvals
    )
    of_interview = {version.interview_id: version for version in versions}
    edits = Edit.objects.filter(interview__in=of_interview.keys())
    VersionEditor.objects.bulk_create(
        VersionEditor(version=of_interview[pk], editor_id=editor, approver=approved_by)
        for pk, editor in edits.order_by("pk").values_list("interview", "editor")
    )
    edits.delete()
    Interview.objects.filter(pk__in=of_interview.keys()).update(state=Interview.State.APPROVED)
    digests = {one.key: one.digest for one in approvals}
    _record("approved", drafts.values(), by=approved_by, now=now, after=digests)


def _publish(approvals, drafts: dict[str, Interview], now: dt.datetime) -> None:
    """The ledger's entries and the edition's rows, under one lock of the edition and one revision of it."""
    edition = pages.locked_edition()
    version = edition.coming(now)
    collection, _changed = pages.put_collection(approvals[0].collection)
    pages.put_cards({key: card for one in approvals for key, card in one.cards.items()})
    last = Publication.objects.aggregate(last=Max("ordinal"))["last"] or 0
    numbered = [*enumerate(approvals, start=last + 1)]
    Publication.objects.bulk_create(
        Publication(
            interview=drafts[one.key],
            interview_key=one.key,
            reference=one.reference,
            ordinal=number,
            is_public=True,
            first_public_at=now,
            changed_at=now,
            public_digest=one.printed.columns["digest"],
            naming_digest=one.printed.naming,
        )
        for number, one in numbered
    )
    ResearchListing.objects.bulk_create(
        ResearchListing(interview=drafts[one.key], reference=one.reference, **one.offer) for one in approvals
    )
    dates = {"first_public_at": now, "changed_at": now, "valid_until": None}
    PublishedInterview.everything.bulk_create(
        one.printed.row(pk=number, reference=one.reference, collection=collection, version=version, **dates)
        for number, one in numbered
    )
    pages.put_index([(number, one.printed) for number, one in numbered])
    members = defaultdict(list)
    for number, one in numbered:
        values = ((facet, value) for facet, value, _is_inherited in one.printed.facets)
        for key in bitmaps.keys_of(one.printed.columns["kind"], collection.slug, values):
            members[key].append(number)
    bitmaps.add(members, version=version)
    pages.close(edition, version, True)
