"""The worker and people at the same moment: no word of what is gone comes back, and nobody waits for ever."""

import pytest
from django.db import transaction

from archive import publishing
from archive.catalogue.models import Claim, Interview
from archive.custody import acting
from archive.finding import writing
from archive.finding.numbers import Record
from archive.publishing import erasure
from tests import cast
from tests.publishing.encounter import Encounter

from .conftest import found, indexed_words, read_all

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def encounter(monkeypatch):
    return Encounter(monkeypatch)


@pytest.fixture
def made():
    made = cast.interview(abstract_en="A zeppelin.")
    with acting(cast.archivist()):
        Claim.objects.create(interview=made, statement_en="An airship.")
    read_all()
    return made


def rewriting(made):
    """What a worker does at the end of its job, with what it has read before."""
    record = Record("interview", made.pk)
    drawn = writing.draw(record, anew=True)
    return lambda: writing.put(record, drawn)


def erasing(made):
    publishing.propose_erasure(made, by=cast.archivist(), reason="She asked.")
    made, by = Interview.objects.get(pk=made.pk), cast.moderator()
    return lambda: publishing.erase_interview(made, by=by)


def assert_nothing_is_left():
    assert "zeppelin" not in indexed_words() and "airship" not in indexed_words()
    read_all()
    assert found("zeppelin") == []


def test_the_worker_comes_to_write_what_is_being_erased(encounter, made):
    put, erase = rewriting(made), erasing(made)
    encounter.hold(erasure, "_destroy_files")
    assert encounter.run(erase, put) == {}
    assert_nothing_is_left()


def test_an_erasure_comes_while_the_worker_writes(encounter, made):
    put, erase = rewriting(made), erasing(made)
    encounter.hold(writing, "remove")
    assert encounter.run(put, erase) == {}
    assert_nothing_is_left()


def test_the_worker_waits_for_nobody_who_is_deleting_a_part_and_goes_on_to_its_interview(encounter, made):
    put, claim, by = rewriting(made), made.claims.get(), cast.archivist()

    def delete():
        with acting(by), transaction.atomic():
            claim.delete()
            encounter.pause()
            Interview.objects.select_for_update().get(pk=made.pk)

    assert encounter.run(delete, put) == {}
    read_all()
    assert "airship" not in indexed_words() and found("zeppelin") == [("interview", made.pk)]
