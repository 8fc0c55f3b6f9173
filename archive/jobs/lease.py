"""Leases: who works on which job, until when. A worker that dies lets its lease run out, and another takes the job."""

import logging
import os
import socket
import threading
import uuid
from datetime import timedelta

from django.db import DatabaseError, connection, transaction
from django.db.models import Case, F, Q, Value, When
from django.utils import timezone
from django.utils.translation import gettext_noop

from archive.catalogue.models import Job

logger = logging.getLogger(__name__)

LEASE = timedelta(seconds=60)
ATTEMPTS = 5
GAVE_UP = gettext_noop(
    "This work stopped several times before its end. Try it again; if it stops again, tell the administrator."
)

State = Job.State
_ATTEMPTS = Job._meta.get_field("attempts")


class LeaseLost(Exception):
    """Another worker has taken the job, or it is gone; nothing of it may be committed here."""


def due(now):
    """Return the jobs that wait for a worker: queued and due, or left behind by one that died."""
    return Job.objects.filter(
        Q(state=State.QUEUED, not_before__lte=now) | Q(state=State.RUNNING, leased_until__lt=now)
    ).order_by("not_before", "pk")


def claim(lease: timedelta = LEASE) -> Job | None:
    """Take the next due job for a while and return it, None if there is none.

    Every taking counts as an attempt, so that a file that kills its worker is given up after ``ATTEMPTS``.
    """
    now = timezone.now()
    if not due(now).exists():
        return None
    with transaction.atomic():
        waiting = due(now)
        if connection.features.has_select_for_update_skip_locked:
            waiting = waiting.select_for_update(skip_locked=True)
        job = waiting.first()
        if job is None:
            return None
        if job.attempts >= ATTEMPTS:
            finish(job, State.FAILED, error=GAVE_UP)
            return claim(lease)
        job.state, job.attempts, job.started_at = State.RUNNING, job.attempts + 1, now
        job.leased_by, job.leased_until = _name(), now + lease
        job.asked_again = False
        job.save(update_fields=["state", "attempts", "started_at", "leased_by", "leased_until", "asked_again"])
    return job


def finish(job: Job, state: str, *, error: str = "", not_before=None) -> None:
    """Give the lease back with the job in a new state; raise ``LeaseLost`` if it was no longer held.

    A job that was asked for again while it ran is queued instead of done or failed.
    """
    now = timezone.now()
    over = {"state": state, "error": error, "leased_by": "", "leased_until": None}
    if state == State.QUEUED:
        over |= {"not_before": not_before or now}
    else:
        over |= {
            "state": Case(When(asked_again=True, then=Value(State.QUEUED)), default=Value(state)),
            "attempts": Case(When(asked_again=True, then=0), default=F("attempts"), output_field=_ATTEMPTS),
            "asked_again": False,
            "finished_at": now,
        }
    if not Job.objects.filter(pk=job.pk, leased_by=job.leased_by, state=job.state).update(**over):
        raise LeaseLost(f"Job {job.pk}")


class Heartbeat:
    """Extends a lease in a thread of its own while the work is done; ``is_lost`` tells that it could not."""

    def __init__(self, job: Job, lease: timedelta = LEASE) -> None:
        self._job, self._lease = job, lease
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._beat, daemon=True, name=f"lease-{job.pk}")
        self.is_lost = False

    def __enter__(self) -> "Heartbeat":
        self._thread.start()
        return self

    def __exit__(self, *exc) -> None:
        self._over.set()
        self._thread.join()

    def _beat(self) -> None:
        try:
            while not self._over.wait(self._lease.total_seconds() / 3):
                self._extend()
        finally:
            connection.close()

    def _extend(self) -> None:
        held = Job.objects.filter(pk=self._job.pk, leased_by=self._job.leased_by, state=State.RUNNING)
        try:
            if not held.update(leased_until=timezone.now() + self._lease):
                self.is_lost = True
                self._over.set()
        except DatabaseError:
            logger.warning("The lease of job %s could not be extended now.", self._job.pk)


def _name() -> str:
    """Return a name for this taking; no two are equal, so that a late worker cannot finish another's job."""
    return f"{socket.gethostname()[:20]}:{os.getpid()}:{uuid.uuid4().hex}"[:64]
