"""The queue: asking for work. A job is known by its kind and the digest of its inputs, so asking twice is asking once."""

import hashlib
import json
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from archive.catalogue.models import Job
from archive.custody.events import record

State = Job.State


def digest(inputs) -> str:
    """Return the key of a job for these inputs: the SHA-256 of their canonical JSON."""
    return hashlib.sha256(json.dumps(inputs, sort_keys=True, ensure_ascii=True).encode()).hexdigest()


@transaction.atomic
def enqueue(
    kind: str, *, key: str, payload: dict, interview=None, not_before: datetime | None = None, again: bool = False
) -> Job:
    """Ask for a job and return it; it is seen by workers when the caller's transaction is committed.

    ``key`` is ``digest(inputs)``. A job that is done or failed stays so, unless ``again``: then it is queued anew, and
    one that is running is run once more afterwards, for it may have read what has changed since. A job that waits
    begins at the earlier of the two times.
    """
    start = not_before or timezone.now()
    asked = {"payload": payload, "interview": interview, "not_before": start}
    job, created = Job.objects.select_for_update().get_or_create(kind=kind, key=key, defaults=asked)
    if created:
        return job
    if job.state == State.QUEUED:
        job.not_before = min(start, job.not_before)
    elif job.state == State.RUNNING:
        job.asked_again = job.asked_again or again
    elif again:
        _reset(job, start)
    else:
        return job
    job.payload = payload
    job.save(update_fields=["payload", "asked_again", *_QUEUE_FIELDS])
    return job


@transaction.atomic
def retry(job: Job, *, by) -> Job:
    """Queue a failed job once more at the wish of a person; any other job is left as it is."""
    job = Job.objects.select_for_update().get(pk=job.pk)
    if job.state == State.FAILED:
        _reset(job, timezone.now())
        job.save(update_fields=_QUEUE_FIELDS)
        record("job-retried", by=by, obj=job, interview=job.interview)
    return job


_QUEUE_FIELDS = ["state", "attempts", "not_before", "error", "finished_at"]


def _reset(job: Job, start: datetime) -> None:
    job.state, job.attempts, job.not_before = State.QUEUED, 0, start
    job.error, job.finished_at = "", None
