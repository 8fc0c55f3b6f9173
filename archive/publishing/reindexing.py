"""The full-text index made anew beside the one that answers, from the texts of the edition and the approved names."""

from collections.abc import Callable

from django.db import transaction

from archive.catalogue.models import Publication
from archive.edition.indexing import AUTHORITIES
from archive.edition.models import Edition, FacetValue, PublishedInterview
from archive.edition.search import generations, index
from archive.edition.search.compacting import compact
from archive.edition.search.packing import Packed
from archive.edition.search.tables import EDITION

from .naming import names_of
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
            numbers = generations.missing(AT_ONCE)
            index.put({number: index.made(_repacked(number)) for number in numbers}, generations.NEXT)
            done += len(numbers)
        if not generations.missing(1):
            compact(EDITION.ending_in(generations.NEXT), wholly=True)
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


def _repacked(number: int) -> Packed:
    """What the index would hold of the texts of an interview if they were written now."""
    row = PublishedInterview.everything.get(pk=number)
    interview = Publication.objects.get(reference=row.reference).interview
    values = FacetValue.everything.filter(interview=row, facet__in=AUTHORITIES)
    own = set(values.values_list("facet", "value"))
    return index.repack(number, names_of(row.content, dossier_of(latest_version(interview)), own))
