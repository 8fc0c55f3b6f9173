"""Two people at the same moment.

Each is a thread with a connection and real transactions of its own. The first is held at a chosen point inside its
transaction until the second has run into it; assertions are about the end, never about time.
"""

import datetime as dt
import threading

from django.db import connection

from archive import publishing
from archive.edition.models import PublishedInterview, SearchEntry, Tombstone
from tests import cast

MEETING = 0.5
"""Seconds the second is given to run into the first before the first goes on."""


class Encounter:
    """Runs two deeds in threads; the first waits at ``hold`` until the second has met it."""

    def __init__(self, monkeypatch):
        self.monkeypatch = monkeypatch
        self.reached, self.go = threading.Event(), threading.Event()
        self.errors: dict[str, Exception] = {}

    def hold(self, module, name, *, after=False):
        """The first pauses when it calls this function, or after it."""
        original = getattr(module, name)

        def held(*arguments, **options):
            if after:
                result = original(*arguments, **options)
                self._pause()
                return result
            self._pause()
            return original(*arguments, **options)

        self.monkeypatch.setattr(module, name, held)

    def _pause(self):
        if threading.current_thread().name == "first":
            self.reached.set()
            assert self.go.wait(60)

    def pause(self):
        """For a first deed that holds itself."""
        self._pause()

    def run(self, first, second, meeting=MEETING) -> dict[str, Exception]:
        """What either was refused with; the first is held, the second is started, then both go to their end."""
        threads = [
            threading.Thread(target=self._do, args=(deed,), name=name) for name, deed in self._named(first, second)
        ]
        threads[0].start()
        assert self.reached.wait(60), self.errors
        threads[1].start()
        threads[1].join(meeting)
        self.go.set()
        for thread in threads:
            thread.join(60)
            assert not thread.is_alive()
        return self.errors

    def _named(self, first, second):
        return (("first", first), ("second", second))

    def _do(self, deed):
        try:
            deed()
        except Exception as error:
            self.errors[threading.current_thread().name] = error
        finally:
            connection.close()


def withdraw(interview, **said):
    participation = interview.participations.first()
    said = {"requester": "narrator", "received_on": dt.date(2024, 1, 1)} | said
    by = cast.archivist()
    return lambda: publishing.withdraw(participation, by=by, **said)


def assert_gone(reference):
    assert not PublishedInterview.everything.exists()
    assert not SearchEntry.everything.exists()
    assert Tombstone.objects.get().reference == reference


def submitted():
    interview = cast.interview()
    publishing.submit(interview, by=cast.staff("second", "Archivist"))
    found = publishing.look(interview)
    return interview, found.digest, set(dict(found.checklist))
