"""The event log is only ever added to; every write has somebody's name on it."""

import pytest
from django.db import DatabaseError, connection, transaction

from archive.catalogue.models import Claim, ClaimRelation, CustodyEvent, Edit, Interview, Label, PersonStatus, Segment
from archive.custody import Unattributed, acting, narrowing, record
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    user = cast.archivist()
    return record("opened", by=user, obj=user)


@pytest.mark.parametrize(
    "statement", ["UPDATE catalogue_custodyevent SET act = 'x'", "DELETE FROM catalogue_custodyevent"]
)
def test_the_database_refuses_to_change_or_remove_an_event(event, statement):
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert CustodyEvent.objects.get(pk=event.pk).act == "opened"


def test_nor_is_it_possible_through_the_model(event):
    with pytest.raises(TypeError):
        event.save()
    with pytest.raises(TypeError):
        event.delete()
    for change in (lambda: CustodyEvent.objects.update(act="x"), lambda: CustodyEvent.objects.all().delete()):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            change()
    assert CustodyEvent.objects.count() == 1


def test_an_event_names_its_record_by_key_and_its_actor():
    interview = cast.interview()
    made = record("opened", by=cast.moderator(), obj=interview, interview=interview)
    assert (made.actor, made.object_type, made.object_key) == (cast.moderator(), "interview", interview.key)


# Who edits


def edits(interview):
    return sorted(Edit.objects.filter(interview=interview).values_list("editor__username", flat=True))


def test_nothing_is_written_to_the_catalogue_without_a_name():
    interview = cast.interview()
    interview.title_en = "Another"
    with pytest.raises(Unattributed), transaction.atomic():
        interview.save()
    assert Interview.objects.get().title_en == "The cellar"


def test_acting_ends_with_its_block():
    with acting(cast.archivist()):
        with acting(cast.moderator()):
            assert record("opened", obj=cast.moderator()).actor == cast.moderator()
        assert record("opened", obj=cast.moderator()).actor == cast.archivist()
    with pytest.raises(Unattributed):
        record("opened", obj=cast.moderator())


def test_an_editor_is_noted_once_with_one_event():
    interview = cast.interview()
    assert edits(interview) == ["olha"]
    assert CustodyEvent.objects.filter(act="edited", interview_key=interview.key).count() == 1
    with acting(cast.moderator()):
        for segment in Segment.objects.all():
            segment.save()
    assert edits(interview) == ["marko", "olha"]
    assert CustodyEvent.objects.filter(act="edited", interview_key=interview.key).count() == 2


def test_an_approval_clears_the_notes_and_keeps_them_with_the_version():
    interview = cast.published()
    assert edits(interview) == []
    assert [e.editor.username for e in interview.approved_versions.get().editors.all()] == ["olha"]


def change_topics(interview):
    interview.topics.add(cast.topic("bread"))


def change_topics_from_the_other_side(interview):
    cast.topic("bread").interviews.add(interview)


def clear_topics(interview):
    interview.topics.clear()


def clear_topics_from_the_other_side(interview):
    cast.topic("candles").interviews.clear()


def relate_a_claim_of_another(interview):
    """From the side of the other interview."""
    other = Claim.objects.create(interview=cast.interview(slug="vira"), statement_en="It did not.")
    Edit.objects.all().delete()
    ClaimRelation.objects.create(claim=other, other=interview.claims.get(), kind="contradicts")


def unrelate_a_claim_of_another(interview):
    relate_a_claim_of_another(interview)
    Edit.objects.all().delete()
    ClaimRelation.objects.all().delete()


def remove_a_passage(interview):
    Segment.objects.filter(transcript__interview=interview).first().delete()


def change_a_grant(interview):
    interview.participations.get().consent_records.get().grants.first().save()


def change_the_birth(interview):
    interview.participations.get().person.save()


def add_a_status(interview):
    PersonStatus.objects.create(person=interview.participations.get().person, kind="private")


def remove_a_status(interview):
    PersonStatus.objects.filter(person=interview.participations.get().person).delete()


@pytest.mark.parametrize(
    "change",
    [
        change_topics,
        change_topics_from_the_other_side,
        clear_topics,
        clear_topics_from_the_other_side,
        relate_a_claim_of_another,
        unrelate_a_claim_of_another,
        remove_a_passage,
        change_a_grant,
        change_the_birth,
        add_a_status,
        remove_a_status,
    ],
)
def test_whatever_decides_what_is_shown_counts_as_an_edit(change):
    interview = cast.interview()
    with acting(cast.archivist()):
        add_a_status(interview)
        interview.topics.add(cast.topic("candles"))
        Claim.objects.create(interview=interview, statement_en="The bridge fell.")
    cast.approve(interview)
    with acting(cast.staff("second", "Archivist")):
        change(interview)
    assert edits(interview) == ["second"]


def test_what_only_takes_away_is_no_edit():
    interview = cast.published()
    with acting(cast.archivist()), narrowing():
        interview.save()
    assert edits(interview) == []


# Authorities


def test_every_change_of_an_authority_is_a_revision_by_its_editor():
    place = cast.izium()
    with acting(cast.staff("second", "Archivist")):
        place.refresh_from_db()
        place.name_en = "Izjum"
        place.save()
    place.refresh_from_db()
    assert place.edited_by.username == "second" and place.revision == 2 and not place.is_approved_as_it_stands


@pytest.mark.parametrize("deed", ["add", "change", "remove", "remove all"])
def test_a_label_is_part_of_its_authority(deed):
    place = cast.izium()
    with acting(cast.archivist()):
        label = Label.objects.create(authority=place, language="uk", text="Ізюмчик")
    place.refresh_from_db()
    before = place.revision
    with acting(cast.staff("second", "Archivist")):
        {
            "add": lambda: Label.objects.create(authority=place, language="uk", text="Ізюмець"),
            "change": label.save,
            "remove": label.delete,
            "remove all": place.labels.all().delete,
        }[deed]()
    place.refresh_from_db()
    assert place.revision == before + 1 and place.edited_by.username == "second"
