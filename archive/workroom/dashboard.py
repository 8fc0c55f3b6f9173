"""What awaits the person at work: one list for each kind of waiting, empty ones left out."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.catalogue.models import (
    Authority,
    ConsentRecord,
    Erasure,
    Interview,
    Job,
    Publication,
    ResearchListing,
    Stop,
)

from .job import kind_in_words

SOON = dt.timedelta(days=90)
LONGEST = 25


@dataclass(frozen=True)
class Row:
    address: str
    code: str
    words: str = ""


@dataclass(frozen=True)
class Waiting:
    """``count`` is of all, ``rows`` are the first of them."""

    title: str
    rows: list[Row]
    count: int


@dataclass(frozen=True)
class Kind:
    title: str
    permission: str
    records: Callable
    row: Callable


def awaiting(user) -> list[Waiting]:
    """The lists that this person can do something about."""
    kinds = (kind for kind in KINDS if user.has_perm(kind.permission))
    return [waiting for waiting in map(_list, kinds) if waiting.count]


def _list(kind: Kind) -> Waiting:
    """One query, and a second only where there are more than fit."""
    records = kind.records()
    rows = [kind.row(record) for record in records[: LONGEST + 1]]
    count = len(rows) if len(rows) <= LONGEST else records.count()
    return Waiting(str(kind.title), rows[:LONGEST], count)


def _returned():
    return Interview.objects.filter(state=Interview.State.RETURNED)


def _reviews_due():
    until = timezone.localdate() + SOON
    return (
        ConsentRecord.objects.filter(Q(review_by__lte=until) | Q(grants__ends_on__range=(timezone.localdate(), until)))
        .select_related("participation__interview")
        .distinct()
        .order_by("review_by", "pk")
    )


def _unapproved_authorities():
    waiting = Q(approved_revision=None) | ~Q(approved_revision=F("revision"))
    return Authority.objects.filter(waiting).exclude(kind=Authority.Kind.PERSON).order_by("kind", "slug")


def _erasures():
    return Erasure.objects.filter(confirmed_at=None).select_related("interview")


def _with_records_left_out():
    """For the public, or for researchers alone."""
    public, researchers = (m.objects.exclude(left_out=[]).values("interview") for m in (Publication, ResearchListing))
    return Interview.objects.filter(Q(pk__in=public) | Q(pk__in=researchers), publication__is_held=False)


def _review(interview) -> Row:
    return Row(reverse("workroom:review", args=[interview.pk]), interview.code, interview.title)


def _interview(interview) -> Row:
    words = interview.return_reason or interview.title
    return Row(reverse("workroom:catalogue_interview_change", args=[interview.pk]), interview.code, words)


def _consent(record) -> Row:
    day = record.review_by and date_format(record.review_by, "DATE_FORMAT")
    words = _("to be reviewed by %(day)s") % {"day": day} if day else _("a part of it ends soon")
    return Row(reverse("workroom:catalogue_consentrecord_change", args=[record.pk]), str(record.participation), words)


def _with_reason(act) -> Row:
    """A stop, or an erasure that is proposed."""
    address = reverse("workroom:catalogue_interview_change", args=[act.interview_id])
    return Row(address, act.interview.code, act.reason)


def _job(job) -> Row:
    code = job.interview.code if job.interview_id else kind_in_words(job.kind)
    return Row(reverse("workroom:catalogue_job_change", args=[job.pk]), code, _(job.error) if job.error else "")


def _authority(authority) -> Row:
    address = reverse(f"workroom:catalogue_{authority.kind}_change", args=[authority.pk])
    return Row(address, authority.get_kind_display(), str(authority))


KINDS = (
    Kind(
        gettext_lazy("Awaiting review"),
        "catalogue.approve_interview",
        lambda: Interview.objects.awaiting_review(),
        _review,
    ),
    Kind(
        gettext_lazy("Edited after approval"),
        "catalogue.view_interview",
        lambda: Interview.objects.approved().with_unapproved_edits(),
        _interview,
    ),
    Kind(gettext_lazy("Returned with a reason"), "catalogue.submit_interview", _returned, _interview),
    Kind(
        gettext_lazy("Drafts"),
        "catalogue.submit_interview",
        lambda: Interview.objects.filter(state=Interview.State.DRAFT),
        _interview,
    ),
    Kind(
        gettext_lazy("Display stopped"),
        "catalogue.view_stop",
        lambda: Stop.objects.filter(released_at=None).select_related("interview"),
        _with_reason,
    ),
    Kind(gettext_lazy("Erasure to confirm"), "catalogue.confirm_erasure", _erasures, _with_reason),
    Kind(
        gettext_lazy("Held back: a withheld name stands in the words"),
        "catalogue.approve_interview",
        lambda: Interview.objects.filter(Q(publication__is_held=True) | Q(research_listing__is_held=True)),
        _review,
    ),
    Kind(
        gettext_lazy("Not shown with a place, topic or event whose words name somebody"),
        "catalogue.approve_interview",
        _with_records_left_out,
        _review,
    ),
    Kind(gettext_lazy("Agreements to review or ending soon"), "catalogue.view_consentrecord", _reviews_due, _consent),
    Kind(
        gettext_lazy("Files that could not be prepared"),
        "catalogue.view_job",
        lambda: Job.objects.filter(state=Job.State.FAILED).select_related("interview"),
        _job,
    ),
    Kind(
        gettext_lazy("Places, topics and events to approve"),
        "catalogue.approve_interview",
        _unapproved_authorities,
        _authority,
    ),
)
