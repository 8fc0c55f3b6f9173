"""Workers under kill -9, each a process of its own on the database of the tests."""

import os
import signal
import subprocess
import sys
import threading
import time
from datetime import timedelta
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from django.db import connection
from django.utils import timezone

from archive.catalogue.models import Job
from archive.jobs.queue import digest, enqueue
from archive.jobs.worker import drain
from tests.jobs import doomed

pytestmark = pytest.mark.django_db(transaction=True)

ROOT = Path(__file__).resolve().parents[2]
State = Job.State


def database_url():
    given = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{quote(str(given['NAME']))}"
    user = f"{quote(given['USER'], safe='')}:{quote(given['PASSWORD'], safe='')}"
    options = {k: v for k, v in given["OPTIONS"].items() if isinstance(v, str)}
    if given["HOST"].startswith("/"):
        options["host"] = given["HOST"]
    host = "" if given["HOST"].startswith("/") else f"{given['HOST']}:{given['PORT']}"
    return f"postgresql://{user}@{host}/{given['NAME']}?{urlencode(options)}"


def start(*command, tmp_path, **environment):
    """Start a Python process of the house on the tests' database."""
    house = {
        "PATH": os.environ["PATH"],
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "HOLOS_ENV": "development",
        "HOLOS_DATA_DIR": str(tmp_path),
        "HOLOS_DATABASE_URL": database_url(),
    }
    return subprocess.Popen(
        [sys.executable, *command], cwd=ROOT, env=house | environment, stdout=subprocess.PIPE, text=True
    )


def kill_at(point, tmp_path):
    process = start("-m", "tests.jobs.doomed", tmp_path=tmp_path, DOOMED_AT=point)
    with process.stdout:
        assert process.stdout.readline().strip() == point
        os.kill(process.pid, signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL


@pytest.fixture
def job(task):
    task(doomed.KIND, doomed.effect, prepare=doomed.prepare)
    return enqueue(doomed.KIND, key=digest("doomed"), payload={"text": "once"})


def lease_runs_out():
    Job.objects.filter(state=State.RUNNING).update(leased_until=timezone.now() - timedelta(seconds=1))


@pytest.mark.parametrize("point", doomed.POINTS)
def test_killed_anywhere_the_work_is_done_once(job, tmp_path, point):
    kill_at(point, tmp_path)
    committed = point == "committed"
    job.refresh_from_db()
    assert job.state == (State.DONE if committed else State.RUNNING)
    assert Job.objects.filter(kind=doomed.EFFECT).count() == committed
    assert drain() == 0
    lease_runs_out()
    assert drain() == (0 if committed else 1)
    job.refresh_from_db()
    assert job.state == State.DONE
    assert Job.objects.filter(kind=doomed.EFFECT).count() == 1


def test_killed_again_and_again_it_is_still_done_once(job, tmp_path):
    for point in ("preparing", "inside the commit", "prepared"):
        kill_at(point, tmp_path)
        lease_runs_out()
    assert drain() == 1
    job.refresh_from_db()
    assert (job.state, job.attempts) == (State.DONE, 4)
    assert Job.objects.filter(kind=doomed.EFFECT).count() == 1


def test_many_workers_at_once_do_each_work_once(task):
    done = []
    task("test.shared", lambda payload, _: done.append(payload["number"]))
    for number in range(24):
        enqueue("test.shared", key=digest(number), payload={"number": number})

    def work():
        try:
            drain()
        finally:
            connection.close()

    workers = [threading.Thread(target=work) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert sorted(done) == list(range(24))
    assert set(Job.objects.values_list("state", "attempts")) == {(State.DONE, 1)}


def test_the_worker_command_ends_cleanly_when_asked(tmp_path):
    process = start("manage.py", "worker", tmp_path=tmp_path)
    enqueue("test.unknown", key=digest("x"), payload={})
    while Job.objects.get().state != State.FAILED:
        assert process.poll() is None
        time.sleep(0.05)
    process.send_signal(signal.SIGTERM)
    with process.stdout:
        assert process.wait() == 0
