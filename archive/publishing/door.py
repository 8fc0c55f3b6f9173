"""The door: write into the edition what is approved and permitted now, and nothing else."""

import datetime as dt

from django.db import transaction
from django.utils import timezone

from archive.catalogue.models import Interview
from archive.consent.narrowing import narrow
from archive.consent.permissions import Permissions
from archive.consent.schedule import Audience

from . import ledger, pages
from .neighbours import claim_keys, related
from .permissions import latest_version, ratchet
from .settle import settle


@transaction.atomic
def publish(interview: Interview | int, *, rewrite: bool = False, with_neighbours: bool = True) -> bool:
    """Bring the edition's rows of one interview up to date and say whether any byte changed.

    Locks the interview first and reads permissions after it, so that no stale publication can land on a
    withdrawal. ``rewrite`` writes the rows anew from the ledger although nothing changed.
    """
    pk = interview if isinstance(interview, int) else interview.pk
    interview = Interview.objects.select_for_update(of=("self",)).select_related("collection").get(pk=pk)
    version = latest_version(interview)
    if version is None:
        return False
    now = timezone.now()
    today = timezone.localdate(now)
    dossier, permissions = ratchet(version)
    document = narrow(dossier, permissions, on=today)
    entry = ledger.entry_for(interview)
    claims_before = claim_keys(entry.reference) if with_neighbours else set()
    if document is None:
        changed = pages.remove(entry)
        ledger.note_gone(entry, now)
    else:
        settled = settle(document, dossier, interview, on=today)
        changed = pages.write(entry, settled, dossier, valid_until=expiry(permissions, today), now=now, rewrite=rewrite)
    entry.due_at = due(permissions, today)
    entry.save()
    if with_neighbours and changed:
        for neighbour in related(interview, claims_before ^ claim_keys(entry.reference)):
            publish(neighbour, with_neighbours=False)
    return changed


def expiry(permissions: Permissions, today: dt.date) -> dt.datetime | None:
    """The moment at which the public next loses something."""
    return midnight(permissions.next_narrowing(today, Audience.PUBLIC))


def due(permissions: Permissions, today: dt.date) -> dt.datetime | None:
    """The moment at which what the public may see next changes."""
    changes = (permissions.next_narrowing(today, Audience.PUBLIC), permissions.next_widening(today, Audience.PUBLIC))
    return midnight(min(filter(None, changes), default=None))


def midnight(day: dt.date | None) -> dt.datetime | None:
    """The first moment of a day in the archive's time zone."""
    if day is None:
        return None
    return timezone.make_aware(dt.datetime.combine(day, dt.time.min))
