"""The edition made anew from the approved versions and the publication ledger: equal history gives equal bytes."""

from django.db import transaction
from django.utils import timezone

from archive.catalogue.models import Interview, Publication
from archive.edition.models import PublishedInterview

from . import explaining, pages, renaming, unsaid
from .door import lock_all, publish
from .people import people_of


@transaction.atomic
def rebuild() -> int:
    """Write the whole edition anew and return the number of approved interviews.

    An interview whose claims refer to one that comes later is written twice; the second time the ledger says again
    what it said before, so that a rebuilding is no change.
    """
    interviews = Interview.objects.approved_once().order_by("pk").values_list("pk", flat=True)
    pks = list(interviews)
    drafts = list(unsaid.standing(Interview.objects.filter(approved_versions__isnull=True)))
    lock_all([*pks, *(draft.pk for draft in drafts)])
    _forget_the_unknown()
    explaining.restate()
    for draft in drafts:
        unsaid.renew(draft, people_of(draft))
    said = {entry.interview_id: entry for entry in Publication.objects.filter(interview__in=pks)}
    for pk in pks:
        publish(pk, rewrite=True)
    for entry in Publication.objects.filter(interview__in=pks).order_by("interview"):
        before = said.get(entry.interview_id)
        if before and before.public_digest and before.public_digest != entry.public_digest:
            entry.public_digest, entry.changed_at = before.public_digest, before.changed_at
            entry.save(update_fields=["public_digest", "changed_at"])
            publish(entry.interview_id, rewrite=True)
    _put_answers_of_the_erased()
    pages.sweep(now=timezone.now())
    renaming.end_looking()
    return len(pks)


def _forget_the_unknown() -> None:
    """Rows without an interview in the catalogue have no one who could have said yes."""
    known = Publication.objects.exclude(interview=None).values_list("reference", flat=True)
    PublishedInterview.everything.exclude(reference__in=list(known)).delete()


def _put_answers_of_the_erased() -> None:
    for entry in Publication.objects.filter(interview=None).order_by("pk"):
        pages.remove(entry, now=timezone.now())
