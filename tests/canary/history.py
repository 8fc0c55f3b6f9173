"""Two interviews and a topic, everything that can be done with them in whatever order, and what everyone sees of it."""

import copy
import datetime as dt
from collections import Counter
from io import StringIO

import time_machine
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from archive.catalogue.models import FormerAuthority, Publication
from archive.edition.models import PublishedInterview
from archive.publishing.clock import publish_due
from tests.walls import public_only

from .acts import Acts
from .story import START, Opening
from .surfaces import ask
from .tokens import TOKEN
from .twins import forgotten


class History(Acts, RuleBasedStateMachine):
    """Every history begins with an interview that is public with its topic, and a draft."""

    opening: Opening

    def __init__(self):
        super().__init__()
        self.block = transaction.atomic()
        self.block.__enter__()
        self.clock = self.opening.clock
        self.clock.move_to(START)
        self.words = set(self.opening.words)
        self.stories, self.topics = copy.deepcopy((self.opening.stories, self.opening.topics))
        self.closed: set[str] = set()

    def teardown(self):
        transaction.set_rollback(True)
        self.block.__exit__(None, None, None)

    # What happens by itself, or not

    @rule(days=st.sampled_from([1, 7, 30]))
    def pass_days(self, days):
        self.clock.shift(dt.timedelta(days=days))

    @rule()
    def publish_due(self):
        publish_due()

    @rule()
    def rebuild(self):
        call_command("publish_edition", stdout=StringIO())

    # What everyone sees

    def shown(self) -> set[str]:
        words = set().union(*(story.shown(self.today) for story in self.stories))
        return words.union(*(self.topics.shown(s.topic) for s in self.stories if s.is_described(self.today)))

    def seen(self, addresses) -> set[str]:
        """The tokens on these pages, in their headers and in the addresses they lead to."""
        with public_only():
            found = [ask(Client(), address) for address in addresses]
        text = b"\n".join(answer.head + answer.body for answer in found).decode()
        return set(TOKEN.findall(text.lower())) & self.words

    def addresses(self) -> list[str]:
        references = Publication.objects.values_list("reference", flat=True)
        slugs = {"bread", self.topics.slug, *FormerAuthority.objects.values_list("slug", flat=True)}
        return [
            "/en/",
            "/en/paths/way/",
            *(f"/en/topics/{slug}/" for slug in sorted(slugs)),
            *(f"/en/interviews/{reference}/" for reference in references),
        ]

    @invariant()
    def nothing_forbidden_is_seen(self):
        allowed = self.shown()
        assert self.seen(self.addresses()) <= allowed
        self.opening.steps[bool(allowed)] += 1

    @rule()
    def all_that_is_allowed_is_seen(self):
        """With the due work done, and on the slower pages too. A search repeats the words asked for."""
        publish_due()
        captions = [
            f"/en/interviews/{row.reference}/captions/{transcript.key}.vtt"
            for row in PublishedInterview.objects.all()
            for recording in row.content.recordings
            for transcript in recording.transcripts
        ]
        asked = sorted(self.words)[:2]
        searches = [f"/en/interviews/?q={word}" for word in asked]
        assert self.seen([*self.addresses(), "/en/interviews/", "/uk/topics/", *captions]) == self.shown()
        assert self.seen(searches) - set(asked) <= self.shown()


def run(**more) -> Counter:
    """Live some histories; for how many steps something was public, and for how many nothing was."""
    with time_machine.travel(START, tick=False) as clock:
        opening = Opening(clock)
        machine = type("ThisHistory", (History,), {"opening": opening})
        bounds = {"max_examples": 10, "stateful_step_count": 20, "suppress_health_check": list(HealthCheck)} | more
        run_state_machine_as_test(machine, settings=settings(deadline=None, **bounds))
    return opening.steps


def tell(story) -> None:
    """Live one history step by step, looking after each, and forget it."""
    with forgotten(), time_machine.travel(START, tick=False) as clock:
        history = type("ThisHistory", (History,), {"opening": Opening(clock)})()
        try:
            for name, *values in story:
                getattr(history, name)(*values)
                history.nothing_forbidden_is_seen()
            history.all_that_is_allowed_is_seen()
        finally:
            history.teardown()
