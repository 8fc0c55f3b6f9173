"""A worker process that says where it is and waits there to be killed. Run as ``python -m tests.jobs.doomed POINT``.

``effect`` leaves one new row each time its transaction is committed, so that doing it twice would show.
"""

import os
import sys
import threading
import uuid
from datetime import UTC, datetime

KIND, EFFECT = "test.doomed", "test.effect"
POINTS = ("preparing", "prepared", "inside the commit", "committed")


def wait_at(point: str) -> None:
    """Say that the point is reached and stay there, if it is the one to die at."""
    if os.environ.get("DOOMED_AT") == point:
        print(point, flush=True)
        threading.Event().wait()


def prepare(payload: dict) -> str:
    """Slow work on files, as far as this test is concerned."""
    wait_at("preparing")
    return payload["text"]


def effect(payload: dict, prepared: str) -> None:
    """Leave a row, in the transaction of the job."""
    from archive.jobs.queue import digest, enqueue

    wait_at("prepared")
    never = datetime(2100, 1, 1, tzinfo=UTC)
    enqueue(EFFECT, key=digest(uuid.uuid4().hex), payload={"text": prepared}, not_before=never)
    wait_at("inside the commit")


def main() -> None:
    """Take the job as a worker does."""
    import django

    django.setup()
    from archive.jobs.lease import claim
    from archive.jobs.registry import task
    from archive.jobs.work import perform

    task(KIND, prepare=prepare)(effect)
    perform(claim())
    wait_at("committed")
    sys.exit("The process should have been killed.")


if __name__ == "__main__":
    main()
