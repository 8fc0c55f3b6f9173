from datetime import timedelta

import pytest
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy

from archive.catalogue.models import Job
from archive.jobs import lease, work, worker
from archive.jobs.queue import digest, enqueue
from archive.jobs.refusal import Refused
from archive.jobs.worker import Worker, drain

pytestmark = pytest.mark.django_db

KEY = digest("test")
State = Job.State


def ask(kind="test.work", **payload):
    return enqueue(kind, key=digest([kind, payload]), payload=payload)


def effect(payload, _):
    """Leave a row that can be counted."""
    enqueue(
        "test.effect",
        key=digest(["effect", Job.objects.count()]),
        payload={},
        not_before=timezone.now() + timedelta(days=1),
    )


def effects():
    return Job.objects.filter(kind="test.effect").count()


def expire(job):
    Job.objects.filter(pk=job.pk).update(leased_until=timezone.now() - timedelta(seconds=1))


def test_what_was_prepared_is_handed_to_the_commit(task):
    given = []
    task(
        "test.work", lambda payload, made: given.append((payload, made)), prepare=lambda payload: payload["number"] * 2
    )
    job = ask(number=21)
    drain()
    job.refresh_from_db()
    assert given == [({"number": 21}, 42)]
    assert (job.state, job.attempts, job.leased_by, job.leased_until) == (State.DONE, 1, "", None)
    assert job.finished_at >= job.started_at >= job.queued_at


def test_the_oldest_due_work_comes_first_and_is_taken_by_one_alone():
    first, second = ask(number=1), ask(number=2)
    taken = [lease.claim(), lease.claim(), lease.claim()]
    assert taken == [first, second, None]
    assert len({job.leased_by for job in taken[:2]}) == 2


def test_work_left_by_a_dead_worker_is_taken_again_when_its_lease_has_run_out():
    job = ask()
    dead = lease.claim()
    assert lease.claim() is None
    expire(job)
    heir = lease.claim()
    assert (heir, heir.attempts) == (job, 2)
    assert heir.leased_by != dead.leased_by


def test_a_worker_that_lost_its_lease_commits_nothing(task):
    task("test.work", effect)
    job = ask()
    slow = lease.claim()
    expire(job)
    heir = lease.claim()
    work.perform(slow)
    assert effects() == 0
    work.perform(heir)
    assert effects() == 1
    job.refresh_from_db()
    assert job.state == State.DONE


def test_effects_and_done_are_one(task, monkeypatch):
    task("test.work", effect)
    job = ask()
    monkeypatch.setattr(work, "finish", lambda *args, **kwargs: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        work.perform(lease.claim())
    monkeypatch.undo()
    assert effects() == 0
    job.refresh_from_db()
    assert job.state == State.RUNNING


def test_the_fault_of_a_file_ends_the_work_at_once_with_its_sentence_in_english(task):
    def refuse(payload):
        raise Refused(gettext_lazy("This file is empty. Choose the file again, or copy it from its source anew."))

    task("test.work", effect, prepare=refuse)
    job = ask()
    with translation.override("uk"):
        drain()
    job.refresh_from_db()
    assert (job.state, job.attempts) == (State.FAILED, 1)
    assert job.error == "This file is empty. Choose the file again, or copy it from its source anew."
    assert effects() == 0


def test_a_fault_of_ours_is_tried_again_ever_later_and_then_given_up(task, caplog):
    def stumble(payload, _):
        raise OSError("disk full at /private/Oksana.wav")

    task("test.work", stumble)
    job = ask()
    waits = []
    for attempt in range(1, lease.ATTEMPTS + 1):
        assert drain() == 1
        job.refresh_from_db()
        assert job.attempts == attempt
        waits.append(round((job.not_before - timezone.now()).total_seconds() / 10))
        Job.objects.filter(pk=job.pk).update(not_before=timezone.now())
    assert waits[:4] == [1, 4, 16, 64]
    assert (job.state, job.error) == (State.FAILED, lease.GAVE_UP)
    assert "Oksana" not in job.error


def test_a_file_that_kills_its_worker_is_given_up_and_the_next_work_is_done(task):
    task("test.work", effect)
    poison = ask(number=1)
    for _ in range(lease.ATTEMPTS):
        assert lease.claim() == poison
        expire(poison)
    ask(number=2)
    assert drain() == 1
    poison.refresh_from_db()
    assert (poison.state, poison.error) == (State.FAILED, lease.GAVE_UP)
    assert effects() == 1


def test_work_of_an_unknown_kind_is_not_tried_for_ever():
    job = ask("test.unknown")
    drain()
    job.refresh_from_db()
    assert (job.state, job.error) == (State.FAILED, work.UNKNOWN_TASK)


def test_a_heartbeat_extends_the_lease_and_notices_its_loss():
    ask()
    job = lease.claim()
    heartbeat = lease.Heartbeat(job, timedelta(hours=5))
    heartbeat._extend()
    assert Job.objects.get().leased_until > timezone.now() + timedelta(hours=4)
    Job.objects.update(leased_by="another")
    heartbeat._extend()
    assert heartbeat.is_lost


def test_a_worker_asked_to_stop_gives_its_work_back_unspent(task):
    doing = Worker()
    task("test.work", effect, prepare=lambda payload: doing._stop())
    job = ask()
    assert doing.do_one()
    job.refresh_from_db()
    assert (job.state, job.attempts, job.leased_by) == (State.QUEUED, 0, "")
    assert effects() == 0


def test_a_worker_asked_to_stop_inside_a_commit_leaves_nothing_of_it(task):
    doing = Worker()

    def commit(payload, prepared):
        effect(payload, prepared)
        doing._stop()

    task("test.work", commit)
    job = ask()
    doing.do_one()
    job.refresh_from_db()
    assert (job.state, effects()) == (State.QUEUED, 0)


def test_a_duty_is_done_at_once_then_at_the_moment_it_asked_for(clock, time_machine):
    time_machine.move_to("2026-01-01 00:00:00+00:00", tick=False)
    done = []

    @clock.every(seconds=3600)
    def duty():
        done.append(timezone.now())
        return timezone.now() + timedelta(seconds=90) if len(done) == 1 else None

    doing = worker.Worker()
    doing.do_duties()
    doing.do_duties()
    assert len(done) == 1
    assert doing._pause() == worker.POLL_SECONDS
    time_machine.shift(89.5)
    doing.do_duties()
    assert len(done) == 1
    assert doing._pause() == 0.5
    time_machine.shift(0.5)
    doing.do_duties()
    assert len(done) == 2
    time_machine.shift(3599)
    doing.do_duties()
    assert len(done) == 2
    time_machine.shift(1)
    doing.do_duties()
    assert len(done) == 3


def test_two_tasks_cannot_share_a_kind(task):
    from archive.jobs.registry import task as register

    task("test.work", effect)
    with pytest.raises(ValueError, match="Two tasks"):
        register("test.work")(lambda payload, _: None)


def test_what_follows_is_enqueued_with_the_end_of_the_work_and_again_each_time(task):
    followed = []
    follow = ("test.follow", digest("follow"), {"interview": "key"})
    task("test.work", lambda payload, _: follow)
    task("test.follow", lambda payload, _: followed.append(payload))
    ask(number=1)
    ask(number=2)
    assert drain() == 3
    assert followed == [{"interview": "key"}]
    ask(number=3)
    drain()
    assert len(followed) == 2
