"""The publication ledger: references, and what was public when. It survives erasure and rebuilds."""

import datetime as dt
from collections.abc import Callable, Collection

from django.db import IntegrityError, transaction
from django.db.models import Max

from archive.catalogue.keys import new_reference
from archive.catalogue.models import Interview, Publication


def entry_for(interview: Interview) -> Publication:
    """The interview's ledger entry, made with a new reference on its first approval."""
    found = Publication.objects.filter(interview_key=interview.key).first()
    if found:
        return found
    for _ in range(8):
        try:
            with transaction.atomic():
                return Publication.objects.create(
                    interview=interview, interview_key=interview.key, reference=new_reference()
                )
        except IntegrityError:
            continue
    raise RuntimeError("No free public reference was found in eight tries.")


def note_public(
    entry: Publication, public_digest: str, now: dt.datetime, *, formerly: Callable[[], Collection[str]]
) -> None:
    """Remember that these bytes are public from now on, and give what is public for the first time its ordinal.

    The caller holds the lock on the edition. ``formerly`` makes the digests that earlier releases wrote for the same
    words: where one of those stands, nothing has changed.
    """
    entry.is_public = True
    entry.first_public_at = entry.first_public_at or now
    entry.withdrawn_at = None
    if entry.ordinal is None:
        entry.ordinal = (Publication.objects.aggregate(last=Max("ordinal"))["last"] or 0) + 1
    if entry.public_digest != public_digest:
        if not entry.public_digest or entry.public_digest not in formerly():
            entry.changed_at = now
        entry.public_digest = public_digest


def note_gone(entry: Publication, now: dt.datetime) -> None:
    """Remember that nothing is public any more."""
    if entry.is_public:
        entry.is_public, entry.withdrawn_at, entry.public_digest = False, now, ""
