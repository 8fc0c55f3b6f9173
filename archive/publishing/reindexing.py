"""The full-text index made anew beside the one that answers, from the texts of the edition and the approved names."""

from collections.abc import Callable

from django.db import transaction

from archive.catalogue.models import Publication
from archive.edition.models import Edition, PublishedInterview
from archive.edition.search import generations, index

from .naming import Names, names_of
from .permissions import dossier_of, latest_version

AT_ONCE = 20
"""Interviews in one transaction: a withdrawal waits no longer than for these."""


def reindex(*, report: Callable[[int, int], None] = lambda done, total: None) -> int:
    """Build the index anew and let it answer; returns the number of interviews in it.

    It may be interrupted at any moment: the old index goes on answering, and the next run goes on where this one stopped.
    What is published or withdrawn meanwhile is so in both.
    """
    generations.begin()
    done = 0
    while not _swapped():
        with transaction.atomic():
            _lock()
            for number in generations.missing(AT_ONCE):
                index.put({number: index.made(index.repack(number, _names(number)))}, generations.NEXT)
                done += 1
        report(done, PublishedInterview.everything.count())
    return PublishedInterview.everything.count()


@transaction.atomic
def _swapped() -> bool:
    """Let the new index answer if nothing is missing in it."""
    edition = _lock()
    if generations.missing(1):
        return False
    generations.swap()
    edition.revision += 1
    edition.save()
    return True


def _lock() -> Edition:
    Edition.objects.get_or_create(pk=1)
    return Edition.objects.select_for_update().get(pk=1)


def _names(number: int) -> Names:
    row = PublishedInterview.everything.get(pk=number)
    interview = Publication.objects.get(reference=row.reference).interview
    return names_of(row.content, dossier_of(latest_version(interview)))
