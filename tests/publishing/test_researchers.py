"""Access as a researcher is given by an administrator, for a time and a purpose, and ends when it is said to end."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from archive import publishing
from archive.catalogue.models import CustodyEvent, ResearcherAccess
from tests import cast

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 3, 10)


@pytest.fixture(autouse=True)
def march(time_machine):
    time_machine.move_to(dt.datetime(2026, 3, 10, 12, tzinfo=dt.UTC))
    return time_machine


def give(account=None, *, by=None, starts_on=TODAY, ends_on=dt.date(2026, 6, 30), purpose="A book on bread."):
    return publishing.give_access(
        account or cast.staff("roman", "Researcher"),
        by=by or cast.administrator(),
        starts_on=starts_on,
        ends_on=ends_on,
        purpose=purpose,
    )


def test_an_account_may_read_from_the_first_day_to_the_last(march):
    given = give(starts_on=dt.date(2026, 3, 11), ends_on=dt.date(2026, 3, 12))
    reads = [publishing.access_of(given.account, on=dt.date(2026, 3, day)) for day in (10, 11, 12, 13)]
    assert reads == [None, given, given, None]


def test_the_last_day_ends_in_the_time_of_the_archive(march):
    given = give(ends_on=dt.date(2026, 3, 12))
    march.move_to(dt.datetime(2026, 3, 12, 21, 59, tzinfo=dt.UTC))
    assert publishing.access_of(given.account) == given
    march.move_to(dt.datetime(2026, 3, 12, 22, 1, tzinfo=dt.UTC))
    assert publishing.access_of(given.account) is None


def test_an_access_that_is_ended_is_no_access_at_once():
    given = give()
    publishing.end_access(given, by=cast.administrator())
    assert publishing.access_of(given.account) is None
    with pytest.raises(publishing.Refused, match="already"):
        publishing.end_access(given, by=cast.administrator())


def test_the_role_without_an_access_reads_nothing_and_so_does_an_access_without_the_role():
    assert publishing.access_of(cast.staff("petro", "Researcher")) is None
    given = give()
    given.account.groups.clear()
    assert publishing.access_of(type(given.account).objects.get(pk=given.account_id)) is None


def test_a_closed_account_reads_nothing():
    given = give()
    given.account.is_active = False
    given.account.save()
    assert publishing.access_of(given.account) is None


@pytest.mark.parametrize("who", [cast.archivist, cast.moderator, cast.researcher])
def test_only_an_administrator_gives_and_ends(who):
    given = give()
    with pytest.raises(publishing.Refused, match="administrator"):
        give(cast.staff("petro", "Researcher"), by=who())
    with pytest.raises(publishing.Refused, match="administrator"):
        publishing.end_access(given, by=who())


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"purpose": "  "}, "what the access is for"),
        ({"ends_on": dt.date(2026, 3, 9), "starts_on": dt.date(2026, 3, 1)}, "last day"),
        ({"ends_on": dt.date(2026, 4, 1), "starts_on": dt.date(2026, 4, 2)}, "last day"),
    ],
)
def test_what_makes_no_sense_is_refused(changes, words):
    with pytest.raises(publishing.Refused, match=words):
        give(**changes)
    assert not ResearcherAccess.objects.exists()


def test_nobody_approves_themselves():
    with pytest.raises(publishing.Refused, match="themselves"):
        give(cast.administrator())
    with pytest.raises(IntegrityError), transaction.atomic():
        ResearcherAccess.objects.create(
            account=cast.administrator(),
            approved_by=cast.administrator(),
            purpose="Mine.",
            starts_on=TODAY,
            ends_on=TODAY,
        )


def test_two_accesses_do_not_overlap_but_may_follow():
    first = give(ends_on=dt.date(2026, 3, 31))
    with pytest.raises(publishing.Refused, match="already"):
        give(first.account, ends_on=dt.date(2026, 3, 31))
    assert give(first.account, starts_on=dt.date(2026, 4, 1), ends_on=dt.date(2026, 4, 30))


def test_giving_and_ending_leave_their_events_without_the_purpose():
    publishing.end_access(give(), by=cast.administrator())
    events = CustodyEvent.objects.filter(object_type="researcheraccess").order_by("pk")
    assert [(e.act, e.actor.username) for e in events] == [("access-given", "iryna"), ("access-ended", "iryna")]
    assert not any("bread" in str(vars(event)) for event in events)
