"""Derivatives: which there are, asking for the ones that are missing, and taking them away.

Making one does not make it public: it lies under the public storage by the digest of its bytes, and is served only
while an edition row names it. Files are written before their rows, rows are deleted before their files.
"""

from collections.abc import Sequence
from dataclasses import asdict

from django.db import connection, transaction

from archive.catalogue.models import Derivative, Job, Master
from archive.delivery.files import derivative_path
from archive.jobs.queue import digest, enqueue
from archive.jobs.registry import Follow

from .recipes import Recipe

DERIVE, UNLINK = "vault.derive", "vault.unlink"


def ready(master: Master, recipes: Sequence[Recipe]) -> dict[str, Derivative] | None:
    """Return the derivatives of all these recipes by role, or None as long as any row or file of them is missing."""
    digests = [recipe.digest for recipe in recipes]
    rows = Derivative.objects.filter(master=master, recipe__in=digests)
    found = {d.role: d for d in rows if derivative_path(d.file, d.suffix).exists()}
    return found if found.keys() == {role for recipe in recipes for role in recipe.roles} else None


def request(master: Master, recipes: Sequence[Recipe], *, interview=None, then: Follow | None = None) -> Job:
    """Ask for the derivatives in the background and return the job; ``then`` is enqueued with their rows.

    Asking again is harmless. A job that failed is not tried anew by asking, only by ``archive.jobs.queue.retry``.
    """
    payload = {"master": master.sha256, "recipes": [asdict(recipe) for recipe in recipes], "then": then}
    key = digest([master.sha256, sorted(r.digest for r in recipes), then, interview and interview.pk])
    failed = Job.objects.filter(kind=DERIVE, key=key, state=Job.State.FAILED).first()
    return failed or enqueue(DERIVE, key=key, payload=payload, interview=interview, again=True)


@transaction.atomic
def unlink(derivative: Derivative) -> None:
    """Delete a derivative's row, and its file by a job of the same transaction.

    To be called when no edition row names the file any more; a file that another derivative shares stays.
    """
    payload = {"file": derivative.file, "suffix": derivative.suffix}
    derivative.delete()
    enqueue(UNLINK, key=digest(payload), payload=payload, again=True)


def lock_file(file: str) -> None:
    """Let no one else write or delete rows for a file with this digest until the transaction ends.

    On SQLite every writing transaction already excludes the others.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [int(file[:15], 16)])
