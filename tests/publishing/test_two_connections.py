"""Two people at the same moment: whatever the order, what is withdrawn is gone and nothing unseen is approved.

Each is a thread with a connection and real transactions of its own. The first is held at a chosen point inside its
transaction until the second has run into it; the assertions are about the end, never about time.
"""

import datetime as dt
import io
import threading

import pytest
from django.db import connection, transaction

from archive import publishing
from archive.catalogue.models import (
    ApprovedVersion,
    Authority,
    Claim,
    ClaimRelation,
    ConsentRecord,
    CustodyEvent,
    Derivative,
    Document,
    DocumentPage,
    Edit,
    Grant,
    Interview,
    Participation,
    PersonMention,
    PersonStatus,
    Segment,
)
from archive.custody import acting
from archive.edition.models import PublishedInterview, SearchEntry, Tombstone
from archive.jobs import lease, work
from archive.jobs.worker import drain
from archive.publishing import collecting, door, erasure, merging, narrowing_facts, pages, renaming, review, transitions
from archive.vault import tasks
from archive.vault.masters import keep
from tests import cast
from tests.vault import media

pytestmark = pytest.mark.django_db(transaction=True)
MEETING = 0.5
"""Seconds the second is given to run into the first before the first goes on."""


class Encounter:
    """Runs two deeds in threads; the first waits at ``hold`` until the second has met it."""

    def __init__(self, monkeypatch):
        self.monkeypatch = monkeypatch
        self.reached, self.go = threading.Event(), threading.Event()
        self.errors: dict[str, Exception] = {}

    def hold(self, module, name, *, after=False):
        """The first pauses when it calls this function, or after it."""
        original = getattr(module, name)

        def held(*arguments, **options):
            if after:
                result = original(*arguments, **options)
                self._pause()
                return result
            self._pause()
            return original(*arguments, **options)

        self.monkeypatch.setattr(module, name, held)

    def _pause(self):
        if threading.current_thread().name == "first":
            self.reached.set()
            assert self.go.wait(60)

    def pause(self):
        """For a first deed that holds itself."""
        self._pause()

    def run(self, first, second, meeting=MEETING) -> dict[str, Exception]:
        """What either was refused with; the first is held, the second is started, then both go to their end."""
        threads = [
            threading.Thread(target=self._do, args=(deed,), name=name) for name, deed in self._named(first, second)
        ]
        threads[0].start()
        assert self.reached.wait(60), self.errors
        threads[1].start()
        threads[1].join(meeting)
        self.go.set()
        for thread in threads:
            thread.join(60)
            assert not thread.is_alive()
        return self.errors

    def _named(self, first, second):
        return (("first", first), ("second", second))

    def _do(self, deed):
        try:
            deed()
        except Exception as error:
            self.errors[threading.current_thread().name] = error
        finally:
            connection.close()


@pytest.fixture
def encounter(monkeypatch):
    return Encounter(monkeypatch)


def withdraw(interview, **said):
    participation = interview.participations.first()
    said = {"requester": "narrator", "received_on": dt.date(2024, 1, 1)} | said
    by = cast.archivist()
    return lambda: publishing.withdraw(participation, by=by, **said)


def assert_gone(reference):
    assert not PublishedInterview.everything.exists()
    assert not SearchEntry.everything.exists()
    assert Tombstone.objects.get().reference == reference


# Publication against withdrawal


@pytest.mark.parametrize("point", ["latest_version", "narrow", "settle"])
def test_a_withdrawal_during_a_publication_lands_after_it(encounter, point):
    interview = cast.published()
    encounter.hold(door, point)
    errors = encounter.run(lambda: publishing.publish(interview.pk), withdraw(interview))
    assert errors == {}
    assert_gone(interview.publication.reference)


@pytest.mark.parametrize("point", ["lock", "publish"])
def test_a_publication_during_a_withdrawal_reads_what_was_withdrawn(encounter, point):
    interview = cast.published()
    encounter.hold(transitions, point, after=True)
    errors = encounter.run(withdraw(interview), lambda: publishing.publish(interview.pk))
    assert errors == {}
    assert_gone(interview.publication.reference)


def test_a_rebuilding_never_brings_back_what_is_being_withdrawn(encounter):
    from archive.publishing.rebuilding import rebuild

    interview = cast.published()
    encounter.hold(transitions, "publish", after=True)
    assert encounter.run(withdraw(interview), rebuild) == {}
    assert_gone(interview.publication.reference)


def test_the_sound_alone_withdrawn_during_a_publication_is_gone(encounter):
    interview = cast.published()
    encounter.hold(door, "narrow")
    errors = encounter.run(lambda: publishing.publish(interview.pk), withdraw(interview, scopes=["transcript"]))
    assert errors == {}
    row = PublishedInterview.objects.get()
    assert not any(r.transcripts for r in row.content.recordings)
    assert not SearchEntry.objects.filter(kind="passage").exists()


def test_a_passage_withheld_during_a_publication_is_gone(encounter):
    interview = cast.published()
    encounter.hold(door, "settle")
    by = cast.archivist()
    errors = encounter.run(
        lambda: publishing.publish(interview.pk),
        lambda: publishing.redact(interview, by=by, reason="safety", alignment="a1"),
    )
    assert errors == {}
    assert not SearchEntry.objects.filter(anchor="a1").exists()


def test_an_approval_during_a_withdrawal_is_refused_or_shows_nothing(encounter):
    interview, seen, checklist = submitted()
    moderator = cast.moderator()
    encounter.hold(transitions, "publish", after=True)
    encounter.run(
        withdraw(interview),
        lambda: publishing.approve(interview, by=moderator, seen=seen, checklist=checklist),
    )
    assert not PublishedInterview.everything.exists()


def test_a_withdrawal_during_an_approval_wins(encounter):
    interview, seen, checklist = submitted()
    moderator = cast.moderator()
    encounter.hold(review, "publish", after=True)
    errors = encounter.run(
        lambda: publishing.approve(interview, by=moderator, seen=seen, checklist=checklist), withdraw(interview)
    )
    assert errors == {}
    assert not PublishedInterview.everything.exists()


def test_two_withdrawals_of_related_interviews_do_not_wait_for_each_other(encounter):
    made = [cast.interview(f"Interview {n}", slug=f"olena{n}") for n in range(2)]
    with acting(cast.archivist()):
        claims = [Claim.objects.create(interview=each, statement_en="The bridge fell.") for each in made]
        ClaimRelation.objects.create(claim=claims[0], other=claims[1], kind="contradicts")
    for each in made:
        cast.approve(each)
    drain()
    encounter.hold(transitions, "publish", after=True)
    assert encounter.run(withdraw(made[0]), withdraw(made[1])) == {}
    assert not PublishedInterview.everything.exists() and Tombstone.objects.count() == 2


def test_the_same_stop_placed_twice_at_once_is_one_stop(encounter):
    interview = cast.published()
    by = cast.archivist()
    encounter.hold(transitions, "publish", after=True)
    errors = encounter.run(*[lambda: publishing.stop(interview, by=by, reason="A call.")] * 2)
    assert [type(error) for error in errors.values()] == [publishing.Refused]
    assert interview.stops.count() == 1


# Approval against edit


def submitted():
    interview = cast.interview()
    publishing.submit(interview, by=cast.staff("second", "Archivist"))
    found = publishing.look(interview)
    return interview, found.digest, set(dict(found.checklist))


def edit(interview, editor, before_commit=lambda: None):
    def deed():
        with acting(editor), transaction.atomic():
            segment = Segment.objects.filter(transcript__interview=interview).first()
            segment.text = "Words that nobody approved."
            segment.save()
            before_commit()

    return deed


@pytest.mark.parametrize("is_known_editor", [True, False])
def test_an_approval_never_takes_in_or_forgets_an_edit_that_is_being_saved(encounter, is_known_editor):
    interview, seen, checklist = submitted()
    editor = cast.archivist() if is_known_editor else cast.staff("third", "Archivist")
    moderator = cast.moderator()
    errors = encounter.run(
        edit(interview, editor, encounter.pause),
        lambda: publishing.approve(interview, by=moderator, seen=seen, checklist=checklist),
    )
    assert set(map(type, errors.values())) <= {publishing.Refused}, errors
    assert not [version for version in ApprovedVersion.objects.all() if "nobody approved" in version.dossier]
    assert ApprovedVersion.objects.exists() is not bool(errors)
    assert Edit.objects.filter(interview=interview, editor=editor).exists()


@pytest.mark.parametrize("is_known_editor", [True, False])
def test_an_edit_during_an_approval_stays_an_edit_that_nobody_approved(encounter, is_known_editor):
    interview, seen, checklist = submitted()
    editor = cast.archivist() if is_known_editor else cast.staff("third", "Archivist")
    moderator = cast.moderator()
    encounter.hold(review, "_store")
    errors = encounter.run(
        lambda: publishing.approve(interview, by=moderator, seen=seen, checklist=checklist),
        edit(interview, editor),
    )
    assert errors == {}
    assert "nobody approved" not in ApprovedVersion.objects.get().dossier
    assert Edit.objects.filter(interview=interview, editor=editor).exists()
    assert "nobody approved" not in PublishedInterview.objects.get().document


def test_two_moderators_approve_once(encounter):
    interview, seen, checklist = submitted()
    moderators = [cast.moderator(), cast.staff("second moderator", "Moderator")]
    encounter.hold(review, "_store")
    errors = encounter.run(
        *[lambda by=by: publishing.approve(interview, by=by, seen=seen, checklist=checklist) for by in moderators]
    )
    assert [type(error) for error in errors.values()] == [publishing.Refused]
    assert ApprovedVersion.objects.count() == 1
    assert CustodyEvent.objects.filter(act="approved").count() == 1
    assert Interview.objects.get().state == "approved"


# Facts that narrow, against one another and against a first approval


def add_grant(interview, editor, before_commit=lambda: None):
    def deed():
        with acting(editor), transaction.atomic():
            record = ConsentRecord.objects.create(
                participation=interview.participations.first(), signed_on=dt.date(2024, 1, 1)
            )
            before_commit()
            Grant.objects.create(record=record, scope="listing", audience="nobody")

    return deed


@pytest.mark.parametrize("is_collected", [True, False])
def test_two_people_who_narrow_one_interview_do_not_wait_for_each_other(encounter, is_collected):
    interview = cast.published()
    editors = [cast.staff(name, "Archivist") for name in ("third", "fourth")]
    if is_collected:
        encounter.hold(collecting, "_publish")
        deeds = [together(add_grant(interview, editor)) for editor in editors]
    else:
        encounter.hold(narrowing_facts, "publish_narrowed")
        deeds = [add_grant(interview, editor) for editor in editors]
    assert encounter.run(*deeds) == {}
    assert not PublishedInterview.everything.exists()
    assert set(interview.pending_edits.values_list("editor__username", flat=True)) >= {"third", "fourth"}


def together(deed):
    def done():
        with publishing.together():
            deed()

    return done


@pytest.mark.parametrize("fact", ["status", "person"])
def test_what_is_said_of_a_person_does_not_wait_for_a_first_approval_that_waits_for_it(encounter, fact):
    """The person took part in a public interview and is spoken of in one that is approved for the first time."""
    public, person = cast.interview(slug="vira"), cast.person("petro", name_uk="Петро Гнатюк")
    with acting(cast.archivist()):
        Participation.objects.create(interview=public, person=person, role="interviewer")
    cast.approve(public)
    interview, _seen, _checklist = submitted()
    with acting(cast.archivist()):
        PersonMention.objects.create(interview=interview, person=person)
    found = publishing.look(interview)
    moderator, editor = cast.moderator(), cast.staff("third", "Archivist")

    def narrow():
        with acting(editor), transaction.atomic():
            if fact == "status":
                PersonStatus.objects.create(person=person, kind="captive")
            else:
                person.save()

    encounter.hold(review, "publish")
    errors = encounter.run(
        lambda: publishing.approve(interview, by=moderator, seen=found.digest, checklist=set(dict(found.checklist))),
        narrow,
        meeting=6 * MEETING,
    )
    assert errors == {}
    assert public.pending_edits.filter(editor=editor).exists()
    assert interview.pending_edits.filter(editor=editor).exists()


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


# Those who hold the edition wait for nobody who withdraws


def two_in_izium():
    """Two approved interviews in whose words, titles and records the place stands, and the place."""
    place, made = cast.izium(), []
    for slug in ("a", "b"):
        interview = cast.interview(slug=slug, title_uk="З Ізюма")
        with acting(cast.archivist()):
            interview.place_mentions.create(place=place, precision="settlement")
        made.append(cast.approve(interview))
    return made[1], Authority.objects.get(pk=place.pk)


@pytest.mark.postgresql
def test_a_withdrawal_is_not_refused_while_a_name_is_looked_for(encounter):
    second, place = two_in_izium()
    encounter.hold(renaming, "publish", after=True)
    assert encounter.run(transaction.atomic(lambda: renaming.find(place, after=0)), withdraw(second)) == {}
    assert not PublishedInterview.everything.filter(reference=second.publication.reference).exists()


@pytest.mark.postgresql
def test_a_withdrawal_is_not_refused_while_a_name_is_approved(encounter):
    second, place = two_in_izium()
    with acting(cast.archivist()):
        place.place.save()
    encounter.hold(pages, "refresh_card", after=True)
    by = cast.moderator()
    assert encounter.run(lambda: publishing.approve_authority(place, by=by), withdraw(second)) == {}
    assert not PublishedInterview.everything.filter(reference=second.publication.reference).exists()


@pytest.mark.postgresql
def test_a_withdrawal_is_not_refused_while_a_collection_and_its_policy_are_saved(encounter):
    second, _place = two_in_izium()

    def save():
        with acting(cast.administrator()), publishing.together():
            second.collection.save()
            second.collection.policy.create(scope="audio", widest="staff")
            encounter.pause()

    assert encounter.run(save, withdraw(second)) == {}
    assert not PublishedInterview.everything.filter(reference=second.publication.reference).exists()
