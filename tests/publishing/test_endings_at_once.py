"""Whoever erases or merges at the same moment as others: it is done once, and nothing comes back."""

import io

import pytest

from archive import publishing
from archive.catalogue.models import (
    CustodyEvent,
    Derivative,
    Document,
    DocumentPage,
    Interview,
)
from archive.custody import acting
from archive.edition.models import PublishedInterview
from archive.jobs import lease, work
from archive.jobs.worker import drain
from archive.publishing import door, erasure, merging
from archive.vault import tasks
from archive.vault.masters import keep
from tests import cast
from tests.vault import media

from .encounter import assert_gone

pytestmark = pytest.mark.django_db(transaction=True)


# Erasure


def proposed(interview):
    publishing.propose_erasure(interview, by=cast.archivist(), reason="She asked for it.")
    return interview


def test_two_moderators_who_confirm_at_once_erase_once(encounter):
    interview = proposed(cast.published())
    moderators = [cast.moderator(), cast.staff("second moderator", "Moderator")]
    encounter.hold(erasure, "_delete_rows")
    errors = encounter.run(*[lambda by=by: publishing.erase_interview(interview, by=by) for by in moderators])
    assert [type(error) for error in errors.values()] == [publishing.Refused]
    assert not Interview.objects.exists() and CustodyEvent.objects.filter(act="erased").count() == 1


def test_a_publication_during_an_erasure_brings_nothing_back(encounter):
    interview = proposed(cast.published())
    reference, moderator = interview.publication.reference, cast.moderator()
    encounter.hold(erasure, "_delete_rows")
    errors = encounter.run(
        lambda: publishing.erase_interview(interview, by=moderator), lambda: publishing.publish(interview.pk)
    )
    assert set(map(type, errors.values())) <= {Interview.DoesNotExist}, errors
    assert_gone(reference)


def test_an_erasure_during_a_publication_lands_after_it(encounter):
    interview = proposed(cast.published())
    reference, moderator = interview.publication.reference, cast.moderator()
    encounter.hold(door, "settle")
    assert (
        encounter.run(
            lambda: publishing.publish(interview.pk), lambda: publishing.erase_interview(interview, by=moderator)
        )
        == {}
    )
    assert_gone(reference)


@pytest.mark.parametrize("is_first", [True, False], ids=["the worker first", "the erasure first"])
def test_an_erasure_meets_a_worker_that_writes_what_it_made(encounter, tmp_path, settings, is_first):
    settings.HOLOS_PRIVATE_ROOT, settings.HOLOS_PUBLIC_ROOT = tmp_path / "private", tmp_path / "public"
    interview, moderator = cast.interview(), cast.moderator()
    master = keep(io.BytesIO(media.jpeg_bytes()), original_name="Olena.jpg", by=cast.archivist())
    with acting(cast.archivist()):
        paper = Document.objects.create(interview=interview, title_en="A letter")
        DocumentPage.objects.create(document=paper, master=master)
    proposed(cast.approve(interview))
    job = lease.claim()
    prepared = tasks.make_files(job.payload)
    worker = lambda: work.commit(job, work.TASKS[job.kind], prepared)  # noqa: E731
    eraser = lambda: publishing.erase_interview(interview, by=moderator)  # noqa: E731
    encounter.hold(*((work, "finish") if is_first else (erasure, "_delete_rows")))
    errors = encounter.run(*((worker, eraser) if is_first else (eraser, worker)))
    assert set(map(type, errors.values())) <= {lease.LeaseLost}, errors
    drain()
    assert not Interview.objects.exists() and not Derivative.objects.exists()
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


# Merging


def test_two_records_merged_into_each_other_at_once_are_merged_once(encounter):
    records = cast.topic("bread"), cast.topic("loaf")
    editors = cast.archivist(), cast.staff("second", "Archivist")
    interview = cast.interview()
    with acting(editors[0]):
        interview.topics.add(*records)
    cast.approve(interview)
    encounter.hold(merging, "_move")
    errors = encounter.run(
        lambda: publishing.merge_authorities(kept=records[0], merged=records[1], by=editors[0]),
        lambda: publishing.merge_authorities(kept=records[1], merged=records[0], by=editors[1]),
    )
    assert [type(error) for error in errors.values()] == [publishing.Refused]
    assert list(interview.topics.all()) == [records[0]] and CustodyEvent.objects.filter(act="merged").count() == 1


def test_a_record_is_not_approved_half_merged(encounter):
    kept, merged = cast.topic("bread"), cast.topic("loaf")
    editor, moderator = cast.archivist(), cast.moderator()
    interview = cast.interview()
    with acting(editor):
        interview.topics.add(merged)
    cast.approve(interview)
    encounter.hold(merging, "_move", after=True)
    errors = encounter.run(
        lambda: publishing.merge_authorities(kept=kept, merged=merged, by=editor),
        lambda: publishing.approve_authority(kept, by=moderator),
    )
    assert errors == {}
    assert PublishedInterview.objects.get().content.topics == ("bread",)
