"""Whatever happens, in whatever order: what nobody has approved and permitted ever since is on no public surface."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field, replace
from io import StringIO

import pytest
import time_machine
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from archive import publishing
from archive.catalogue.models import (
    Claim,
    CollectionPolicy,
    ConsentRecord,
    Grant,
    Interview,
    Label,
    PersonStatus,
    Publication,
    Segment,
)
from archive.custody import acting
from archive.edition.models import PublishedInterview
from archive.publishing.clock import publish_due
from tests import cast
from tests.walls import public_only

from . import leaks_of_publishing, leaks_of_reading, scenario  # noqa: F401  (they register their leaks)
from .leaks import LEAKS
from .surfaces import ask
from .tokens import TOKEN, token
from .twins import forgotten

pytestmark = pytest.mark.django_db

START = dt.datetime(2024, 3, 1, 10, tzinfo=dt.UTC)
SCOPES = {
    "title": "listing",
    "abstract": "description",
    "claim": "description",
    "passage": "transcript",
    "name": "name",
}
"""The parts of an interview that carry tokens, and the scope that each needs besides the listing."""
TWO = st.integers(0, 1)
PART = st.sampled_from(sorted(SCOPES))
SCOPE = st.sampled_from(sorted(set(SCOPES.values())))


@dataclass
class Story:
    """What the test itself knows of one interview. ``live`` and ``approved`` map parts to tokens, ``given`` are scopes
    on the record with the first and last day they hold, ``kept`` what of them was approved and never narrowed since."""

    made: Interview
    live: dict[str, str]
    given: dict[str, tuple[dt.date, dt.date]]
    approved: dict[str, str] = field(default_factory=dict)
    kept: dict[str, tuple[dt.date, dt.date]] = field(default_factory=dict)
    is_redacted: bool = False
    is_withdrawn: bool = False
    is_stopped: bool = False
    is_captive: bool = False

    def narrow(self) -> None:
        """What the records no longer give is lost until approved again."""
        now = {} if self.is_captive else self.given
        both = {scope: (self.kept[scope], now[scope]) for scope in self.kept.keys() & now.keys()}
        self.kept = {scope: (max(a[0], b[0]), min(a[1], b[1])) for scope, (a, b) in both.items()}

    def approve(self, closed: set[str]) -> None:
        self.approved, self.kept = dict(self.live), dict(self.given)
        self.narrow()
        self.close(closed)

    def close(self, scopes: set[str]) -> None:
        self.kept = {scope: days for scope, days in self.kept.items() if scope not in scopes}

    def shown(self, today: dt.date) -> set[str]:
        """Tokens that may be seen today."""
        open_ = {scope for scope, (first, last) in self.kept.items() if first <= today <= last}
        if self.is_stopped or "listing" not in open_:
            return set()
        withheld = {"passage"} if self.is_redacted else set()
        return {word for part, word in self.approved.items() if SCOPES[part] in open_ and part not in withheld}


def new_word(words: set[str], origin: str) -> str:
    word = token(f"{origin} {len(words)}")
    words.add(word)
    return word


def begin(words: set[str], topic) -> Story:
    """A draft with a token in every part and a yes to everything."""
    live = {part: new_word(words, part) for part in SCOPES}
    made = cast.interview(live["title"], abstract_en=live["abstract"], slug=f"narrator{len(words)}")
    with acting(cast.archivist()):
        made.participations.update(name_given_initial_en=live["name"], name_given_initial_uk=live["name"])
        Segment.objects.filter(transcript__interview=made, alignment="a0").update(text=live["passage"])
        Claim.objects.create(interview=made, statement_en=live["claim"])
        made.topics.add(topic)
    return Story(made, live, dict.fromkeys(SCOPES.values(), (cast.SIGNED, dt.date.max)))


class Opening:
    """An interview that is public with its topic, and a draft: with these every history begins."""

    def __init__(self, clock):
        self.clock, self.words, self.steps = clock, set(), Counter()
        with acting(cast.archivist()):
            self.topic = cast.Topic.objects.create(slug="bread", name_en=new_word(self.words, "topic"))
        publishing.approve_authority(self.topic, by=cast.moderator())
        self.stories = [begin(self.words, self.topic) for _n in range(2)]
        scenario.approve_waiving(self.stories[0].made)
        self.stories[0].approve(set())


class History(RuleBasedStateMachine):
    """Two interviews and a topic, and everything that can be done with them."""

    opening: "Opening"

    def __init__(self):
        super().__init__()
        self.block = transaction.atomic()
        self.block.__enter__()
        self.clock = self.opening.clock
        self.clock.move_to(START)
        self.words = set(self.opening.words)
        self.stories = [replace(s, live=dict(s.live), given=dict(s.given)) for s in self.opening.stories]
        self.topic = dict.fromkeys(("live", "approved"), self.opening.topic.name_en)
        self.bread = cast.Topic.objects.get(pk=self.opening.topic.pk)
        self.closed: set[str] = set()

    def teardown(self):
        transaction.set_rollback(True)
        self.block.__exit__(None, None, None)

    def word(self, origin: str) -> str:
        return new_word(self.words, origin)

    @property
    def today(self) -> dt.date:
        return dt.datetime.now(dt.UTC).date()

    def grants(self, story: Story, scope: str):
        return Grant.objects.filter(record__participation__interview=story.made, scope=scope)

    # What archivists and moderators do

    @rule(n=TWO, part=PART)
    def edit(self, n, part):
        story, made = self.stories[n], Interview.objects.get(pk=self.stories[n].made.pk)
        word = story.live[part] = self.word(part)
        with acting(cast.archivist()):
            if part in ("title", "abstract"):
                setattr(made, f"{part}_en", word)
                made.save()
            elif part == "claim":
                claim = made.claims.get()
                claim.statement_en = word
                claim.save()
            elif part == "passage":
                for segment in Segment.objects.filter(transcript__interview=made, alignment="a0"):
                    segment.text = word
                    segment.save()
            else:
                narrator = made.participations.get()
                narrator.name_given_initial_en = narrator.name_given_initial_uk = word
                narrator.save()

    @rule(n=TWO)
    def submit(self, n):
        made = Interview.objects.get(pk=self.stories[n].made.pk)
        if made.state != "submitted":
            publishing.submit(made, by=cast.archivist())

    @rule(n=TWO)
    def approve(self, n):
        self.submit(n)
        made = Interview.objects.get(pk=self.stories[n].made.pk)
        review = scenario.waived(made)
        publishing.approve(made, by=cast.moderator(), seen=review.digest, checklist=dict(review.checklist))
        self.stories[n].approve(self.closed)

    @rule(n=TWO)
    def begin_anew(self, n):
        """Whatever closed the interview is over, and a moderator approves it once more."""
        story = self.stories[n]
        if story.is_withdrawn:
            self.agree_again(n)
        if story.is_captive:
            self.capture_or_free(n)
        if story.is_stopped:
            self.stop_or_release(n)
        self.approve(n)

    @rule(n=TWO)
    def stop_or_release(self, n):
        story = self.stories[n]
        if story.is_stopped:
            publishing.release(story.made, by=cast.moderator(), reason="It may stay.")
        else:
            publishing.stop(story.made, by=cast.archivist(), reason="A call.")
        story.is_stopped = not story.is_stopped

    @rule(n=TWO)
    def redact(self, n):
        publishing.redact(self.stories[n].made, by=cast.archivist(), reason="safety", alignment="a0")
        self.stories[n].is_redacted = True

    @rule(n=TWO, scopes=st.sets(SCOPE, max_size=2))
    def withdraw(self, n, scopes):
        story = self.stories[n]
        publishing.withdraw(
            story.made.participations.get(), by=cast.archivist(), requester="narrator", received_on=self.today,
            scopes=sorted(scopes),
        )  # fmt: skip
        story.given = {scope: days for scope, days in story.given.items() if scopes and scope not in scopes}
        story.is_withdrawn = story.is_withdrawn or not scopes
        story.narrow()

    @rule(n=TWO)
    def agree_again(self, n):
        """After a withdrawal of the whole, a new paper, signed a day later; it shows nothing before an approval."""
        story = self.stories[n]
        if story.is_withdrawn:
            self.pass_days(days=1)
            with acting(cast.archivist()):
                cast.grant_all(story.made.participations.get(), signed_on=self.today)
            story.given = dict.fromkeys(SCOPES.values(), (self.today, dt.date.max))
            story.is_withdrawn = False

    @rule(n=TWO, scope=SCOPE, days=st.sampled_from([0, 1, 5, 20]), is_embargo=st.booleans())
    def narrow_grant(self, n, scope, days, is_embargo):
        """A grant gets a first or a last day, or (no days) it is for staff alone."""
        story, day = self.stories[n], self.today + dt.timedelta(days=days)
        first, last = story.given.get(scope, (day, day))
        first, last = (max(first, day), last) if is_embargo else (first, min(last, day))
        if scope not in story.given or first > last:
            return
        with acting(cast.archivist()):
            for grant in self.grants(story, scope):
                grant.starts_on, grant.ends_on = first, None if last == dt.date.max else last
                grant.audience = "public" if days else "staff"
                grant.save()
        story.given[scope] = (first, last)
        if not days:
            del story.given[scope]
        story.narrow()

    @rule(n=TWO)
    def capture_or_free(self, n):
        story = self.stories[n]
        person = story.made.participations.get().person
        with acting(cast.archivist()):
            if story.is_captive:
                person.statuses.get().delete()
            else:
                PersonStatus.objects.create(person=person, kind="captive")
        story.is_captive = not story.is_captive
        story.narrow()

    @rule(scope=SCOPE)
    def close_or_open_collection(self, scope):
        if scope in self.closed:
            CollectionPolicy.objects.get(scope=scope).delete()
        else:
            CollectionPolicy.objects.create(collection=cast.collection(), scope=scope, widest="staff")
        self.closed ^= {scope}
        for story in self.stories:
            story.close(self.closed)

    @rule(act=st.sampled_from(["edit", "label", "approve"]))
    def change_topic(self, act):
        self.bread.refresh_from_db()
        if act == "approve":
            publishing.approve_authority(self.bread, by=cast.moderator())
            self.topic["approved"] = self.topic["live"]
            return
        with acting(cast.archivist()):
            if act == "label":
                Label.objects.create(authority=self.bread, language="en", text=self.word("private label"))
            else:
                self.bread.name_en = self.topic["live"] = self.word("topic")
                self.bread.save()

    @rule(n=TWO)
    def delete_a_draft(self, n):
        made = Interview.objects.get(pk=self.stories[n].made.pk)
        if self.stories[n].approved or made.participations.get().withdrawals.exists():
            return
        with acting(cast.archivist()):
            ConsentRecord.objects.filter(participation__interview=made).delete()
            made.transcripts.all().delete()
            made.delete()
        self.stories[n] = begin(self.words, self.bread)

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
        about = [s for s in self.stories if s.shown(self.today) and "description" in s.kept]
        if "approved" in self.topic and any(_holds(s.kept["description"], self.today) for s in about):
            words.add(self.topic["approved"])
        return words

    def seen(self, addresses) -> set[str]:
        """The tokens on these pages, in their headers and in the addresses they lead to."""
        with public_only():
            found = [ask(Client(), address) for address in addresses]
        text = b"\n".join(answer.head + answer.body for answer in found).decode()
        return set(TOKEN.findall(text.lower())) & self.words

    def addresses(self) -> list[str]:
        references = Publication.objects.values_list("reference", flat=True)
        return ["/en/", "/en/topics/bread/", *(f"/en/interviews/{reference}/" for reference in references)]

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


def _holds(days: tuple[dt.date, dt.date], today: dt.date) -> bool:
    return days[0] <= today <= days[1]


def run(**more) -> Counter:
    """Live some histories; for how many steps something was public, and for how many nothing was."""
    with time_machine.travel(START, tick=False) as clock:
        opening = Opening(clock)
        machine = type("ThisHistory", (History,), {"opening": opening})
        bounds = {"max_examples": 10, "stateful_step_count": 20, "suppress_health_check": list(HealthCheck)} | more
        run_state_machine_as_test(machine, settings=settings(deadline=None, **bounds))
    return opening.steps


def test_nothing_forbidden_is_ever_seen_and_what_is_allowed_is():
    steps = run()
    assert steps[True] > steps[False] / 2


RUN_OUT = [("narrow_grant", 0, "transcript", 5, False), ("pass_days", 10)]
STORIES = {
    "approved permissions are not narrowed by those alive": [("withdraw", 0, {"description"})],
    "what has narrowed is not stored, so that undoing it shows all again": 2 * [("capture_or_free", 0)],
    "a stop is not published": [("stop_or_release", 0)],
    "a row has no day on which it runs out": RUN_OUT,
    "rows that ran out are read": RUN_OUT,
    "the record as it stands is published, not the approved one": [("edit", 0, "title"), ("rebuild",)],
    "authorities stand as last edited, not as approved": [("change_topic", "edit"), ("rebuild",)],
}
"""Leaks, each with a history in which it shows."""


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


@pytest.mark.parametrize("name", STORIES)
def test_a_history_shows_a_leak_and_nothing_without_it(name, monkeypatch):
    tell(STORIES[name])
    next(leak for leak in LEAKS if leak.name == name).seed(monkeypatch)
    with pytest.raises(AssertionError):
        tell(STORIES[name])
