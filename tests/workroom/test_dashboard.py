"""What awaits each person at work, and nothing that they can do nothing about."""

import datetime as dt

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from archive import publishing
from archive.catalogue.models import Job
from archive.custody import acting
from archive.workroom.dashboard import awaiting
from tests import cast

TODAY = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)


def titles(user):
    return [(waiting.title, waiting.count) for waiting in awaiting(user)]


@pytest.fixture
def everything(db):
    """One interview in each state that waits for somebody."""
    with time_machine.travel(TODAY):
        cast.interview("A draft", slug="vira")
        publishing.submit(cast.interview("In review", slug="maria"), by=cast.archivist())
        returned = cast.interview("Returned", slug="nina")
        publishing.submit(returned, by=cast.archivist())
        publishing.send_back(returned, by=cast.moderator(), reason="The dates are missing.")
        edited = cast.published("Edited")
        with acting(cast.archivist()):
            edited.save()
            edited.participations.get().consent_records.update(review_by=dt.date(2026, 4, 1))
        publishing.stop(edited, by=cast.archivist(), reason="She called.")
        Job.objects.create(
            kind="vault.derive", key="0" * 64, interview=edited, state="failed", error="It ends too early."
        )
        yield


def test_an_archivist_sees_what_to_work_on(everything):
    assert titles(cast.archivist()) == [
        ("Edited after approval", 1),
        ("Returned with a reason", 1),
        ("Drafts", 1),
        ("Display stopped", 1),
        ("Agreements to review or ending soon", 1),
        ("Files that could not be prepared", 1),
    ]


def test_a_moderator_sees_what_to_judge(everything):
    assert titles(cast.moderator()) == [
        ("Awaiting review", 1),
        ("Edited after approval", 1),
        ("Display stopped", 1),
        ("Agreements to review or ending soon", 1),
        ("Files that could not be prepared", 1),
    ]


def test_an_agreement_far_from_its_review_does_not_wait(db):
    record = cast.interview().participations.get().consent_records.get()
    type(record).objects.update(review_by=dt.date(2026, 12, 1))
    with time_machine.travel(TODAY):
        assert titles(cast.moderator()) == []


def test_three_that_wait_take_as_many_queries_as_one(db, moderator):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            moderator.get("/workroom/")
        return len(captured)

    publishing.submit(cast.interview(slug="maria"), by=cast.archivist())
    moderator.get("/workroom/")
    first = queries()
    for slug in ("nina", "vira"):
        publishing.submit(cast.interview(slug=slug), by=cast.archivist())
    assert queries() == first
