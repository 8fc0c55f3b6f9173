"""A moderator's decision on a captive or missing person holds for what was known when it was made."""

import datetime as dt

import pytest

from archive import publishing
from archive.catalogue.models import PersonStatus
from archive.custody import acting
from archive.edition.models import PublishedInterview
from tests import cast

pytestmark = pytest.mark.django_db


def capture(interview, starts_on, kind="captive", **fields):
    with acting(cast.archivist()):
        person = interview.participations.get().person
        return PersonStatus.objects.create(person=person, kind=kind, starts_on=starts_on, **fields)


def decide(interview):
    participation = interview.participations.get()
    return publishing.decide(participation, by=cast.moderator(), matter="appearance", reason="Her family asked.")


@pytest.fixture
def shown():
    """A public account of somebody of whose captivity a moderator has decided."""
    interview = cast.interview()
    status = capture(interview, dt.date(2022, 3, 1))
    decide(interview)
    cast.approve(interview)
    assert is_public()
    return interview, status


def is_public() -> bool:
    return PublishedInterview.objects.exists()


def test_a_captivity_after_the_decision_closes_the_account_at_once(shown):
    interview, status = shown
    with acting(cast.archivist()):
        status.ends_on = dt.date(2022, 10, 1)
        status.save()
    assert is_public()
    capture(interview, dt.date(2024, 5, 1))
    assert not is_public()


def test_whoever_is_missing_besides_is_decided_about_anew(shown):
    interview, _status = shown
    capture(interview, dt.date(2022, 3, 1), kind="missing")
    assert not is_public()


def test_a_new_decision_and_a_new_approval_show_it_again(shown):
    interview, _status = shown
    capture(interview, dt.date(2024, 5, 1))
    decide(interview)
    assert not is_public()
    cast.approve(interview)
    assert is_public()
    assert interview.participations.get().decisions.count() == 2


def test_the_same_decision_twice_is_one(shown):
    interview, _status = shown
    assert decide(interview) == decide(interview)
    assert interview.participations.get().decisions.count() == 1


def test_nothing_is_decided_of_somebody_who_is_neither_captive_nor_missing():
    with pytest.raises(publishing.Refused, match="not entered as captive or missing"):
        decide(cast.interview())
