"""The publication ledger: references, and what was public when. It survives erasure and rebuilds."""

import datetime as dt

from django.db import IntegrityError, transaction

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


def note_public(entry: Publication, public_digest: str, now: dt.datetime) -> None:
    """Remember that these bytes are public from now on."""
    entry.is_public = True
    entry.first_public_at = entry.first_public_at or now
    entry.withdrawn_at = None
    if entry.public_digest != public_digest:
        entry.public_digest, entry.changed_at = public_digest, now


def note_gone(entry: Publication, now: dt.datetime) -> None:
    """Remember that nothing is public any more."""
    if entry.is_public:
        entry.is_public, entry.withdrawn_at, entry.public_digest = False, now, ""
