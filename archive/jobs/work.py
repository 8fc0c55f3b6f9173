"""Doing one job: prepare, then effects and the state "done" in one transaction.

What a killed worker leaves behind is either nothing or all: before the commit no record has changed, and the job is
taken again when its lease has run out; after it the job is done. Files that ``prepare`` wrote are named by their
content and may be written twice.
"""

import logging
from datetime import timedelta

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext_noop

from archive.catalogue.models import Job

from .lease import ATTEMPTS, GAVE_UP, LEASE, Heartbeat, LeaseLost, finish
from .queue import enqueue
from .refusal import Refused
from .registry import TASKS, Task

logger = logging.getLogger(__name__)

WILL_TRY_AGAIN = gettext_noop("Something went wrong in the archive's own work. It will be tried again by itself.")
UNKNOWN_TASK = gettext_noop("This version of the archive does not know this kind of work. Tell the administrator.")

State = Job.State


def perform(job: Job, *, lease: timedelta = LEASE) -> None:
    """Do a job that ``claim`` returned. A lost lease ends it without effect; every failure is kept in the job."""
    known = TASKS.get(job.kind)
    if known is None:
        return _settle(job, State.FAILED, error=UNKNOWN_TASK)
    try:
        with Heartbeat(job, lease) as heartbeat:
            prepared = known.prepare(job.payload) if known.prepare else None
            if heartbeat.is_lost:
                raise LeaseLost(f"Job {job.pk}")
            commit(job, known, prepared)
    except LeaseLost:
        logger.warning("Job %s was taken over; nothing of it is kept here.", job.pk)
    except Refused as refusal:
        _settle(job, State.FAILED, error=sentence(refusal))
    except Exception:
        logger.exception("Job %s (%s) failed.", job.pk, job.kind)
        _try_later(job)


@transaction.atomic
def commit(job: Job, known: Task, prepared) -> None:
    """Write the effects, the end of the job and the job that follows, or none of them.

    The job's row comes after the effects: an act that locks an interview and then enqueues takes the two locks in the
    same order. What follows comes last, for its own worker holds the rows of what it waits for before its own.
    """
    follow = known.commit(job.payload, prepared)
    finish(job, State.DONE)
    if follow:
        kind, key, payload = follow
        enqueue(kind, key=key, payload=payload, interview=job.interview, again=True)


def release(job: Job) -> None:
    """Give a job back untouched, because its worker was asked to stop."""
    Job.objects.filter(pk=job.pk, leased_by=job.leased_by, state=State.RUNNING).update(
        state=State.QUEUED, leased_by="", leased_until=None, attempts=job.attempts - 1, not_before=timezone.now()
    )


def sentence(refusal: Refused) -> str:
    """Return the English sentence of a refusal; it is translated when it is shown."""
    with translation.override("en"):
        return str(refusal)


def _try_later(job: Job) -> None:
    """Queue the job for later, each time four times later: 10 s, 40 s, 160 s, 640 s; then give it up."""
    if job.attempts >= ATTEMPTS:
        return _settle(job, State.FAILED, error=GAVE_UP)
    wait = timedelta(seconds=10 * 4 ** (job.attempts - 1))
    _settle(job, State.QUEUED, error=WILL_TRY_AGAIN, not_before=timezone.now() + wait)


def _settle(job: Job, state: str, **over) -> None:
    try:
        finish(job, state, **over)
    except LeaseLost:
        logger.warning("Job %s was taken over while it failed here.", job.pk)
