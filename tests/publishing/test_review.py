"""What is approved today for a later day is searched and confirmed today."""

import datetime as dt

import pytest

from archive import publishing
from archive.catalogue.models import Grant, Label
from archive.custody import acting
from tests import cast

pytestmark = pytest.mark.django_db
TODAY, LATER = dt.date(2026, 1, 10), dt.date(2030, 1, 1)
NAMED = "Розмова з Оленою Коваленко про хліб."


@pytest.fixture(autouse=True)
def today(time_machine):
    time_machine.move_to("2026-01-10 12:00")


def submitted(scopes=(), *, stopped=False, **changes):
    """An interview in review whose grants for these scopes (none: all) are changed."""
    text = changes.pop("abstract_uk", NAMED)
    interview = cast.interview(abstract_uk=text)
    grants = Grant.objects.filter(record__participation__interview=interview)
    (grants.filter(scope__in=scopes) if scopes else grants).update(**changes)
    if stopped:
        publishing.stop(interview, by=cast.archivist(), reason="A call.")
    publishing.submit(interview, by=cast.staff("second", "Archivist"))
    return interview


def codes(interview):
    return {code for code, _words in publishing.look(interview).checklist}


CASES = {
    "open": {},
    "closed until later": {"starts_on": LATER},
    "description open only until later": {"scopes": ["description"], "ends_on": LATER},
    "description closed until later": {"scopes": ["description"], "starts_on": LATER},
    "stopped": {"stopped": True},
}


@pytest.mark.parametrize("case", CASES)
def test_a_withheld_name_is_found_whenever_it_would_be_shown(case):
    found = publishing.look(submitted(**CASES[case])).sightings
    assert {sighting.where for sighting in found} == {"abstract"}


@pytest.mark.parametrize("case", CASES)
def test_the_sound_is_listened_to_whenever_it_will_be_heard(case):
    assert {"voice", "self-naming"} <= codes(submitted(**CASES[case]))


def test_a_name_that_is_shown_only_today_is_found_although_more_is_shown_later():
    interview = submitted(["description"], ends_on=LATER)
    Grant.objects.filter(scope="transcript").update(starts_on=LATER + dt.timedelta(days=1))
    assert publishing.look(interview).sightings


def test_what_nobody_will_ever_hear_need_not_be_listened_to():
    assert not {"voice", "self-naming"} & codes(submitted(["audio"], audience="nobody"))


def test_what_nobody_will_ever_read_is_not_searched():
    assert publishing.look(submitted(["description"], audience="staff")).sightings == []


def test_what_researchers_will_read_is_searched():
    found = publishing.look(submitted(["description"], audience="researchers")).sightings
    assert {sighting.where for sighting in found} == {"abstract"}


def test_an_approval_under_a_stop_is_bound_to_what_comes_after_it():
    interview = submitted(stopped=True)
    review = publishing.look(interview)
    assert review.document is None
    with pytest.raises(publishing.Refused, match="Withheld names"):
        publishing.approve(interview, by=cast.moderator(), seen=review.digest, checklist=dict(review.checklist))


def test_whoever_gave_an_authority_its_label_does_not_approve_it():
    place = cast.izium()
    moderator = cast.moderator()
    moderator.is_superuser = True
    moderator.save()
    with acting(moderator):
        Label.objects.create(authority=place, language="uk", text="Ізюмчик", is_public=True)
    with pytest.raises(publishing.Refused, match="yourself"):
        publishing.approve_authority(place, by=moderator)


def test_a_narrower_consent_dated_in_the_future_narrows_by_itself_on_its_day(time_machine):
    interview = cast.published()
    with acting(cast.archivist()):
        cast.grant_all(interview.participations.get(), signed_on=LATER, listing="nobody")
    assert publishing.look(interview).public is not None
    time_machine.move_to("2030-02-01 12:00")
    assert publishing.look(interview).public is None


def test_a_consent_dated_in_the_future_does_not_outlive_a_withdrawal(time_machine):
    interview = cast.interview(consent=False)
    participation = interview.participations.get()
    with acting(cast.archivist()):
        cast.grant_all(participation)
        cast.grant_all(participation, signed_on=LATER)
    cast.approve(interview)
    publishing.withdraw(participation, by=cast.archivist(), requester="narrator", received_on=TODAY)
    time_machine.move_to("2030-02-01 12:00")
    publishing.publish(interview)
    assert publishing.look(interview).public is None
