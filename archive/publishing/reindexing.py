"""The full-text index made anew beside the one that answers, from the texts of the edition and the approved names."""

from collections.abc import Callable, Iterable

from django.db import transaction

from archive.catalogue.models import ApprovedVersion, Authority
from archive.document import canonical
from archive.document.authority import AuthorityCard
from archive.edition.indexing import AUTHORITIES
from archive.edition.models import Edition, FacetValue, PublishedInterview
from archive.edition.search import generations, index
from archive.edition.search.compacting import compact
from archive.edition.search.index import Made
from archive.edition.search.packing import Packed
from archive.edition.search.tables import EDITION

from .authorities import approved_cards
from .beside import Beside
from .naming import forms, names_of
from .pages import refresh_card
from .people import people_of
from .permissions import dossier_of

AT_ONCE = 20
MOST_TEXTS = 1_000
"""Interviews in one transaction, and texts of theirs after which no further one is added: a withdrawal waits no longer
than for these to be written."""

Prepared = dict[int, tuple[int, Made]]
"""By the number of an interview the version it was prepared at, and what goes into the index."""


def reindex(*, report: Callable[[int, int], None] = lambda done, total: None) -> int:
    """Build the index anew and let it answer; returns the number of interviews in it.

    It may be interrupted at any moment: the old index goes on answering, and the next run goes on where this one stopped.
    What is published or withdrawn meanwhile is so in both. Names are looked for in all forms that are known by now.
    """
    renew_forms()
    generations.begin()
    done = 0
    while not _swapped():
        done += _put(_prepared(generations.missing(AT_ONCE)))
        if not generations.missing(1):
            compact(EDITION.ending_in(generations.NEXT), wholly=True)
        report(done, PublishedInterview.everything.count())
    return PublishedInterview.everything.count()


def renew_forms() -> None:
    """Make the forms of all approved names anew, since an upgrade may know more of them; what is public follows in the
    same transaction, name by name."""
    for kept in Authority.objects.exclude(approved_revision=None).order_by("pk").iterator():
        made = forms(canonical.load(kept.snapshot, AuthorityCard))
        unchanged = Authority.objects.filter(pk=kept.pk, approved_revision=kept.approved_revision)
        if made != kept.forms:
            with transaction.atomic():
                if unchanged.update(forms=made):
                    refresh_card(kept.kind, kept.slug)


def _prepared(numbers: Iterable[int]) -> Prepared:
    """The words of the first of these interviews, made ready while nobody waits; at least one, if it is still there."""
    found, texts = Prepared(), 0
    for number in numbers:
        row = PublishedInterview.everything.filter(pk=number).first()
        packed = _repacked(row) if row is not None else None
        if packed is not None:
            found[number] = row.version, index.made(packed)
            texts += len(packed.entries)
        if texts >= MOST_TEXTS:
            break
    return found


@transaction.atomic
def _put(prepared: Prepared) -> int:
    """Write what has not changed since it was prepared; the rest is prepared anew."""
    _lock()
    rows = PublishedInterview.everything.filter(pk__in=prepared).exclude(indexed__generation=generations.NEXT)
    unchanged = {number for number, version in rows.values_list("pk", "version") if prepared[number][0] == version}
    index.put({number: made for number, (_, made) in prepared.items() if number in unchanged}, generations.NEXT)
    return len(unchanged)


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


def _repacked(row: PublishedInterview) -> Packed | None:
    """What the index would hold of the texts of an interview if they were written now; None if it has been erased since."""
    versions = ApprovedVersion.objects.filter(interview__publication__reference=row.reference)
    version = versions.select_related("interview__publication").order_by("number").last()
    if version is None:
        return None
    values = FacetValue.everything.filter(interview=row, facet__in=AUTHORITIES)
    own = set(values.values_list("facet", "value"))
    interview = version.interview
    names = names_of(row.content, dossier_of(version), own, interview.publication.left_out_keys)
    Beside(interview, row.content, people_of(interview)).keep_apart(names)
    packed, _cards = names.leading(lambda names: index.repack(row.pk, names), approved_cards)
    return packed
