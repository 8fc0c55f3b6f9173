"""The door: write into the edition what is approved and permitted now, and nothing else."""

import datetime as dt
from collections.abc import Iterable, Iterator

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from archive.catalogue.models import Interview, Publication
from archive.consent.narrowing import narrow
from archive.consent.permissions import Permissions
from archive.consent.schedule import Audience
from archive.document.document import Document
from archive.jobs.queue import digest, enqueue

from . import guides, ledger, pages, unsaid
from .figures import Turns, turns
from .neighbours import claim_keys, related
from .offering import offer, withdraw_offer
from .people import keep_names, people_of
from .permissions import latest_version, ratchet
from .settle import PUBLISH, settle, stands_open


@transaction.atomic
def publish_all(interviews: Iterable[Interview], *, rewrite: bool = False) -> None:
    """Publish several interviews in one transaction.

    All are locked before the first is written, in one order everywhere, so that two of these never wait for
    each other.
    """
    for pk in lock_all(interview.pk for interview in interviews):
        publish(pk, rewrite=rewrite)


def lock_all(pks: Iterable[int]) -> list[int]:
    """Lock interviews in the one order, before the edition is touched; return the keys of those that are there.

    Whoever withdraws holds the row of an interview and waits for the edition, and must never be waited for by its holder.
    """
    rows = Interview.objects.select_for_update().filter(pk__in=list(pks)).order_by("pk")
    return list(rows.values_list("pk", flat=True))


@transaction.atomic
def publish(interview: Interview | int, *, rewrite: bool = False) -> bool:
    """Bring the edition's rows of one interview up to date and say whether any byte changed.

    Locks the interview first and reads permissions after it, so that no stale publication can land on a
    withdrawal. ``rewrite`` writes the rows anew from the ledger although nothing changed.
    """
    pk = interview if isinstance(interview, int) else interview.pk
    interview = Interview.objects.select_for_update(of=("self",)).select_related("collection").get(pk=pk)
    version = latest_version(interview)
    if version is None:
        unsaid.renew(interview, people_of(interview))
        return False
    now = timezone.now()
    today = timezone.localdate(now)
    dossier, permissions = ratchet(version)
    document = narrow(dossier, permissions, on=today)
    figures = turns(dossier, today)
    entry = ledger.entry_for(interview)
    claims_before = claim_keys(entry.reference)
    people = keep_names([interview])[interview.pk]
    settled = settle(document, dossier, interview, people, on=today) if document else None
    valid_until = expiry(permissions, figures, today)
    entry.is_held = settled is not None and _has_to_be_held(entry, settled, dossier, interview, valid_until)
    entry.left_out = sorted(settled.left_out) if settled else []
    until = expiry(permissions, figures, today, Audience.RESEARCHERS)
    left = offer(
        entry, interview, dossier, permissions, people, narrowed=document, public=settled, on=today, until=until
    )
    is_shown = settled is not None and not entry.is_held
    seen = _seen(settled, dossier, permissions, interview, valid_until) if is_shown else (None,)
    unsaid.renew(interview, people, dossier, seen)
    if not is_shown:
        changed = pages.remove(entry, now=now)
        ledger.note_gone(entry, now)
    else:
        changed = pages.write(entry, settled, dossier, valid_until=valid_until, now=now, rewrite=rewrite)
        changed = guides.place(entry, interview, settled.document) or changed
    pages.unlink(left)
    entry.due_at = due(permissions, figures, today)
    entry.save()
    for neighbour in related(interview, claims_before ^ claim_keys(entry.reference)):
        publish_soon(neighbour)
    return changed


def _seen(settled, dossier, permissions, interview: Interview, valid_until) -> Iterator[Document | None]:
    """What is public of it now, and what will be after its next expiry."""
    yield settled.document
    if valid_until:
        day = timezone.localdate(valid_until)
        later = narrow(dossier, permissions, on=day)
        yield settle(later, dossier, interview, settled.people, on=day, ask=False).document if later else None


def _has_to_be_held(entry: Publication, settled, dossier, interview: Interview, valid_until) -> bool:
    """Whether something new would be public in or beside whose words stands a name that is withheld by now."""
    if pages.says(entry, settled, valid_until):
        return False
    return stands_open(settled, interview, dossier)


@transaction.atomic
def erase(interview: Interview) -> None:
    """Take an interview that is being destroyed out of the edition. Its ledger entry stays and keeps its address."""
    list(Interview.objects.select_for_update().filter(pk=interview.pk).values_list("pk"))
    entry = Publication.objects.filter(interview_id=interview.pk).first()
    if entry is None:
        return
    neighbours = list(related(interview, claim_keys(entry.reference)))
    now = timezone.now()
    left = withdraw_offer(interview)
    unsaid.renew(interview, people_of(interview))
    pages.remove(entry, now=now)
    pages.unlink(left)
    ledger.note_gone(entry, now)
    entry.due_at, entry.is_held, entry.left_out = None, False, []
    entry.save()
    for neighbour in neighbours:
        publish_soon(neighbour)


@transaction.atomic
def wait_for_approvals(interviews: QuerySet[Interview]) -> None:
    """Let approvals of these interviews that are under way end, so that what comes of them is seen; until this transaction
    ends none begins. Who approves has locked the interview and reads names and records after that. Those that may have to
    be published are locked with them, so that all are in one order."""
    concerned = Q(state=Interview.State.SUBMITTED) | Q(approved_versions__isnull=False)
    lock_all(interviews.filter(concerned).values_list("pk", flat=True))


def publish_soon(interview: Interview) -> None:
    """Have an interview published by the worker, in a transaction of its own.

    The job refers to it by key alone: a reference in the database would wait for whoever holds its row, who may be
    waiting for the edition.
    """
    payload = {"interview": interview.key}
    enqueue(PUBLISH, key=digest(payload), payload=payload, again=True)


def expiry(permissions: Permissions, figures: Turns, today: dt.date, audience=Audience.PUBLIC) -> dt.datetime | None:
    """The moment at which the public, or another audience, next loses something."""
    losses = (permissions.next_narrowing(today, audience), figures.ends_on)
    return midnight(min(filter(None, losses), default=None))


def due(permissions: Permissions, figures: Turns, today: dt.date) -> dt.datetime | None:
    """The moment at which what the public or researchers may see next changes."""
    changes = [figures.ends_on, figures.begins_on]
    for audience in (Audience.PUBLIC, Audience.RESEARCHERS):
        changes += [permissions.next_narrowing(today, audience), permissions.next_widening(today, audience)]
    return midnight(min(filter(None, changes), default=None))


def midnight(day: dt.date | None) -> dt.datetime | None:
    """The first moment of a day in the archive's time zone."""
    if day is None:
        return None
    return timezone.make_aware(dt.datetime.combine(day, dt.time.min))
