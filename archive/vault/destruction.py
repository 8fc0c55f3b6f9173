"""Destroying a master: its row and those of its derivatives at once, the files by jobs of the same transaction.

A worker that is killed meanwhile does it again; what no job has unlinked, ``manage.py vault check`` names.
"""

import os

from django.db import transaction

from archive.catalogue.models import Master
from archive.custody.events import record
from archive.jobs.queue import digest, enqueue

from .derivatives import lock_file, unlink
from .masters import master_path

DESTROY = "vault.destroy"


@transaction.atomic
def destroy(master: Master, *, by) -> None:
    """Delete a master that no record refers to (else ``ProtectedError``); its files go once this is committed."""
    for derivative in master.derivatives.order_by("pk"):
        unlink(derivative)
    record("destroyed", by=by, obj=master, before=master.sha256)
    payload = {"sha256": master.sha256}
    master.delete()
    enqueue(DESTROY, key=digest(payload), payload=payload, again=True)


def delete_master_file(sha256: str) -> None:
    """Take a file off the disk for good, unless it has been handed in again or is gone already."""
    lock_file(sha256)
    path = master_path(sha256)
    if Master.objects.filter(sha256=sha256).exists() or not path.parent.is_dir():
        return
    path.unlink(missing_ok=True)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
