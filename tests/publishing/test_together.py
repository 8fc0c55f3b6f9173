"""What one form or command narrows is published once, never after its transaction and never without it."""

import datetime as dt

import pytest
from django.db import connection, transaction

from archive import publishing
from archive.catalogue.models import ConsentRecord, Grant, Interview
from archive.consent.permissions import SCOPES
from archive.custody import acting
from archive.edition.models import PublishedInterview
from archive.publishing import collecting, door
from tests import cast

LATER = dt.date(2024, 6, 1)


@pytest.fixture
def publications(monkeypatch):
    """Keys of the interviews published, in order."""
    seen, original = [], door.publish

    def publish(interview, **options):
        seen.append(interview)
        return original(interview, **options)

    monkeypatch.setattr(door, "publish", publish)
    return seen


def refuse(interview):
    """A later agreement that closes everything, in as many rows as there are scopes."""
    with acting(cast.archivist()):
        record = ConsentRecord.objects.create(participation=interview.participations.get(), signed_on=LATER)
        for scope in SCOPES:
            Grant.objects.create(record=record, scope=scope, audience="nobody")


def is_public() -> bool:
    return PublishedInterview.everything.exists()


@pytest.mark.django_db
def test_what_is_narrowed_together_is_published_once(publications):
    interview = cast.published()
    publications.clear()
    with publishing.together():
        refuse(interview)
        assert publications == []
        assert is_public()
    assert publications == [interview.pk]
    assert not is_public()


@pytest.mark.django_db
def test_one_inside_another_is_published_with_the_outer(publications):
    interview = cast.published()
    publications.clear()
    with publishing.together():
        with publishing.together():
            refuse(interview)
        assert publications == []
    assert publications == [interview.pk]


@pytest.mark.django_db
def test_nothing_narrowed_is_nothing_published(publications, django_assert_num_queries):
    with django_assert_num_queries(2), publishing.together():
        pass
    assert publications == []


@pytest.mark.django_db(transaction=True)
def test_outside_of_it_a_single_fact_is_published_as_it_is_written():
    interview = cast.published()
    assert not connection.in_atomic_block
    with acting(cast.archivist()):
        Grant.objects.filter(scope="listing").get().delete()
    assert not is_public()
    assert interview.pending_edits.exists()


@pytest.mark.django_db(transaction=True)
def test_the_publication_is_in_the_transaction_of_what_it_publishes(monkeypatch):
    """A publication that fails takes back what should have been published with it."""
    interview = cast.published()

    def fail(pk, **_how):
        assert connection.in_atomic_block
        raise RuntimeError("The edition could not be written.")

    monkeypatch.setattr(door, "publish", fail)
    with pytest.raises(RuntimeError), publishing.together():
        refuse(interview)
    assert ConsentRecord.objects.count() == 1
    assert is_public()


@pytest.mark.django_db(transaction=True)
def test_an_error_inside_keeps_nothing_and_leaves_nothing_to_be_collected(publications):
    interview = cast.published()
    publications.clear()
    with pytest.raises(ValueError), publishing.together():
        refuse(interview)
        raise ValueError("The form is broken.")
    assert (ConsentRecord.objects.count(), publications) == (1, [])
    assert is_public()
    refuse(interview)
    assert publications[0] == interview.pk and not is_public()


@pytest.mark.django_db
def test_an_error_that_an_outer_transaction_survives_takes_back_its_part_alone():
    interview = cast.published()
    with transaction.atomic():
        with pytest.raises(ValueError), publishing.together():
            refuse(interview)
            raise ValueError("The form is broken.")
        assert is_public()
        refuse(interview)
    assert not is_public()


@pytest.mark.django_db
def test_a_part_that_was_taken_back_inside_narrows_nothing():
    interview = cast.published()
    with publishing.together(), pytest.raises(ValueError), transaction.atomic():
        refuse(interview)
        raise ValueError("This part is broken.")
    assert is_public()


@pytest.mark.django_db
def test_what_is_removed_inside_needs_no_publication(publications):
    interview = cast.published()
    publications.clear()
    with acting(cast.archivist()), publishing.together():
        collecting.publish_narrowed([interview.pk], marked=[])
        ConsentRecord.objects.all().delete()
        Interview.objects.filter(pk=interview.pk).delete()
    assert publications == []
    assert not is_public()


@pytest.mark.django_db
def test_an_act_inside_takes_effect_at_once():
    interview = cast.published()
    with publishing.together():
        publishing.stop(interview, by=cast.archivist(), reason="A call.")
        assert not is_public()
