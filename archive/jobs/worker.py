"""The worker: takes jobs one after another, does the duties of the clock, and stops when asked."""

import logging
import signal
import threading
from datetime import datetime, timedelta

from django.db import close_old_connections
from django.utils import timezone

from .lease import claim
from .registry import DUTIES, Duty, discover
from .work import perform, release

logger = logging.getLogger(__name__)

POLL_SECONDS = 1.0


class Stop(BaseException):
    """Raised by a signal inside a job, which may be broken off anywhere: its effects are one transaction."""


def drain() -> int:
    """Do every job that is due, those that jobs enqueue included, and return how many were taken."""
    discover()
    taken = 0
    while job := claim():
        perform(job)
        taken += 1
    return taken


class Worker:
    """One process that works; ``run`` returns when SIGTERM or SIGINT has come and the job in hand is given back."""

    def __init__(self) -> None:
        discover()
        self._stopped = threading.Event()
        self._at_work = False
        self._next: dict[Duty, datetime] = {}

    def run(self) -> None:
        """Work until stopped."""
        for sign in (signal.SIGTERM, signal.SIGINT):
            signal.signal(sign, self._stop)
        while not self._stopped.is_set():
            self._in_order(self.do_duties)
            if not self._in_order(self.do_one):
                self._stopped.wait(self._pause())

    def do_one(self) -> bool:
        """Take and do one job; return False if none was due."""
        job = claim()
        if job is None:
            return False
        try:
            self._at_work = True
            if self._stopped.is_set():
                raise Stop
            perform(job)
        except Stop:
            release(job)
        finally:
            self._at_work = False
        return True

    def do_duties(self) -> bool:
        """Do the duties whose time has come."""
        for duty, seconds in DUTIES.items():
            now = timezone.now()
            if self._next.get(duty, now) > now:
                continue
            latest = now + timedelta(seconds=seconds)
            self._next[duty] = latest
            wanted = duty()
            if wanted is not None:
                self._next[duty] = min(latest, wanted)
        return True

    def _in_order(self, step) -> bool:
        """Do one step; a database that is away for a moment is no reason to stop working."""
        close_old_connections()
        try:
            return step()
        except Exception:
            logger.exception("The worker could not go on; it will try again.")
            return False

    def _pause(self) -> float:
        """Return the seconds until the next poll, or until a duty's moment if that is sooner."""
        now = timezone.now()
        waits = [(moment - now).total_seconds() for moment in self._next.values()]
        return max(0.0, min([POLL_SECONDS, *waits]))

    def _stop(self, *_signal) -> None:
        self._stopped.set()
        if self._at_work:
            raise Stop
