"""What can be done in the background: tasks by their kind, and duties that return by the clock.

A room declares both in its module ``tasks.py``, which ``discover`` imports.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.module_loading import autodiscover_modules

Follow = tuple[str, str, dict]
"""A job that is to follow: kind, key, payload."""

Prepare = Callable[[dict], Any]
Commit = Callable[[dict, Any], Follow | None]
Duty = Callable[[], datetime | None]


@dataclass(frozen=True)
class Task:
    """A kind of job. ``prepare(payload)`` does the slow work on files, may run twice, and touches no record;
    ``commit(payload, prepared)`` writes the records, in one transaction with the state "done". The job it returns is
    enqueued in the same transaction, after its own row, so that all transactions lock job rows in one order."""

    kind: str
    commit: Commit
    prepare: Prepare | None = None


TASKS: dict[str, Task] = {}
DUTIES: dict[Duty, float] = {}


def task(kind: str, *, prepare: Prepare | None = None) -> Callable[[Commit], Commit]:
    """Register the decorated ``commit(payload, prepared)`` for jobs of this kind.

    ``prepared`` is what ``prepare`` returned, None without one.
    """

    def register(commit: Commit) -> Commit:
        known = TASKS.get(kind)
        if known and known.commit.__qualname__ != commit.__qualname__:
            raise ValueError(f"Two tasks are called {kind}.")
        TASKS[kind] = Task(kind, commit, prepare)
        return commit

    return register


def every(seconds: float) -> Callable[[Duty], Duty]:
    """Register a duty that every worker does at least this often, and at the moment it asked for, if it returned one.

    A duty must bear being done by two workers at once; it is best when it only enqueues jobs.
    """

    def register(duty: Duty) -> Duty:
        DUTIES[duty] = seconds
        return duty

    return register


def discover() -> None:
    """Import ``tasks.py`` of every room."""
    autodiscover_modules("tasks")
