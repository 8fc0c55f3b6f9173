from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from archive.catalogue.models import CustodyEvent, Job, User
from archive.jobs import lease
from archive.jobs.queue import digest, enqueue, retry
from archive.jobs.refusal import Refused
from archive.jobs.worker import drain

pytestmark = pytest.mark.django_db

KEY = digest(["a master", "a recipe"])
State = Job.State


def ask(**options):
    return enqueue("test.work", key=KEY, payload={"number": 1}, **options)


def test_a_key_is_the_same_for_the_same_inputs_in_any_order_of_names():
    assert digest({"a": 1, "b": [2]}) == digest({"b": [2], "a": 1}) != digest({"a": 1, "b": [3]})


def test_asking_twice_is_asking_once(task):
    done = []
    task("test.work", lambda payload, _: done.append(payload))
    assert ask() == ask()
    assert drain() == 1
    ask()
    assert drain() == 0
    assert done == [{"number": 1}]


def test_the_same_key_of_another_kind_is_other_work():
    assert enqueue("test.other", key=KEY, payload={}) != ask()


def test_done_work_is_done_again_when_it_is_wanted_again(task):
    done = []
    task("test.work", lambda payload, _: done.append(1))
    ask()
    drain()
    assert ask(again=True).state == State.QUEUED
    drain()
    assert len(done) == 2


def test_work_wanted_again_while_it_runs_is_done_once_more(task):
    done = []

    def commit(payload, _):
        done.append(1)
        if len(done) == 1:
            assert ask(again=True).state == State.RUNNING

    task("test.work", commit)
    ask()
    assert drain() == 2
    assert Job.objects.get().state == State.DONE


def test_work_is_not_begun_before_its_time_and_the_earlier_time_holds(task):
    task("test.work", lambda payload, _: None)
    later = timezone.now() + timedelta(hours=2)
    ask(not_before=later)
    assert drain() == 0
    ask(not_before=later + timedelta(hours=1))
    assert Job.objects.get().not_before == later
    ask()
    assert drain() == 1


def test_work_asked_for_in_a_transaction_that_failed_was_not_asked_for():
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        ask()
        _ = 1 / 0
    assert not Job.objects.exists()


def test_failed_work_waits_for_a_person_who_is_named(task):
    def refuse(payload, _):
        raise Refused("The file is empty.")

    task("test.work", refuse)
    job = ask()
    drain()
    assert ask().state == State.FAILED and drain() == 0
    archivist = User.objects.create_user("archivist")
    job = retry(job, by=archivist)
    assert (job.state, job.attempts, job.error) == (State.QUEUED, 0, "")
    event = CustodyEvent.objects.get(act="job-retried")
    assert (event.actor, event.object_key) == (archivist, KEY)


def test_only_failed_work_is_retried():
    job = ask()
    lease.claim()
    assert retry(job, by=None).state == State.RUNNING
    assert not CustodyEvent.objects.exists()


def test_the_database_holds_one_row_for_one_input_and_whole_digests_only():
    ask()
    with pytest.raises(IntegrityError), transaction.atomic():
        Job.objects.create(kind="test.work", key=KEY)
    with pytest.raises(IntegrityError), transaction.atomic():
        Job.objects.create(kind="test.work", key="short")
    with pytest.raises(IntegrityError), transaction.atomic():
        Job.objects.create(kind="test.work", key="0" * 64, state=State.RUNNING)
