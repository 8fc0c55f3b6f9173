"""Whoever edits, narrows or approves while somebody approves: nothing unseen is approved, and no edit is forgotten."""

import datetime as dt

import pytest
from django.db import transaction

from archive import publishing
from archive.catalogue.models import (
    ApprovedVersion,
    ConsentRecord,
    CustodyEvent,
    Edit,
    Grant,
    Interview,
    Participation,
    PersonMention,
    PersonStatus,
    Segment,
)
from archive.custody import acting
from archive.edition.models import PublishedInterview
from archive.publishing import collecting, narrowing_facts, review
from tests import cast

from .encounter import MEETING, submitted

pytestmark = pytest.mark.django_db(transaction=True)


# Approval against edit


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
