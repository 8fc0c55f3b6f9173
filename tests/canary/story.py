"""What a test knows of an archive by itself: which words may be seen of each interview and topic, and until when."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field

from hypothesis import strategies as st

from archive import publishing
from archive.catalogue.models import Claim, Interview, Path, PathStop, Segment
from archive.custody import acting
from tests import cast

from . import scenario
from .tokens import token

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
    on the record with the first and last day they hold, ``kept`` what of them was approved and never narrowed since;
    ``topic`` is the address of the topic that was approved with it, ``sentence`` stands on a path and needs no approval."""

    made: Interview
    live: dict[str, str]
    given: dict[str, tuple[dt.date, dt.date]]
    approved: dict[str, str] = field(default_factory=dict)
    kept: dict[str, tuple[dt.date, dt.date]] = field(default_factory=dict)
    topic: str = ""
    sentence: str = ""
    is_redacted: bool = False
    is_withdrawn: bool = False
    is_stopped: bool = False
    is_captive: bool = False

    def narrow(self) -> None:
        """What the records no longer give is lost until approved again."""
        now = {} if self.is_captive else self.given
        both = {scope: (self.kept[scope], now[scope]) for scope in self.kept.keys() & now.keys()}
        self.kept = {scope: (max(a[0], b[0]), min(a[1], b[1])) for scope, (a, b) in both.items()}

    def approve(self, closed: set[str], topic: str) -> None:
        self.approved, self.kept, self.topic = dict(self.live), dict(self.given), topic
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
        shown = {word for part, word in self.approved.items() if SCOPES[part] in open_ and part not in withheld}
        return shown | {self.sentence}

    def is_described(self, today: dt.date) -> bool:
        """Whether what it is about may be seen today."""
        first, last = self.kept.get("description", (dt.date.max, dt.date.min))
        return bool(self.shown(today)) and first <= today <= last


@dataclass
class Topics:
    """What the test knows of the topic that every interview has, and of those that were merged into or with it.

    ``slug`` is its address now. ``approved`` maps addresses to the words a second person let the public see, ``leads``
    merged ones to those in whose stead they were approved; ``pending`` were merged and not approved since.
    """

    slug: str
    name: str
    labels: set[str] = field(default_factory=set)
    approved: dict[str, set[str]] = field(default_factory=dict)
    leads: dict[str, str] = field(default_factory=dict)
    pending: set[str] = field(default_factory=set)

    def approve(self, *words: str) -> None:
        """``words`` are seen beside the name and the public labels, such as an address that is a word."""
        self.approved[self.slug] = {self.name, *self.labels, *words}
        self.leads |= dict.fromkeys(self.pending, self.slug)
        self.pending = set()

    def merged_into(self, slug: str, name: str) -> None:
        """The topic goes; its name stays as a label, public if it was approved as it stood."""
        was_public = self.name in self.approved.get(self.slug, ())
        labels = self.labels | ({self.name} if was_public else set())
        self.pending.add(self.slug)
        self.slug, self.name, self.labels = slug, name, labels

    def shown(self, slug: str) -> set[str]:
        while slug in self.leads:
            slug = self.leads[slug]
        return self.approved.get(slug, set())


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
    sentence, path = new_word(words, "sentence"), Path.objects.get(slug="way")
    PathStop.objects.create(path=path, interview=made, sentence_en=sentence)
    return Story(made, live, dict.fromkeys(SCOPES.values(), (cast.SIGNED, dt.date.max)), sentence=sentence)


class Opening:
    """An interview that is public with its topic, and a draft: with these every history begins."""

    def __init__(self, clock):
        self.clock, self.words, self.steps = clock, set(), Counter()
        with acting(cast.archivist()):
            topic = cast.Topic.objects.create(slug="bread", name_en=new_word(self.words, "topic"))
        publishing.approve_authority(topic, by=cast.moderator())
        Path.objects.create(slug="way", title_en="A way", is_public=True)
        self.topics = Topics("bread", topic.name_en)
        self.topics.approve()
        self.stories = [begin(self.words, topic) for _n in range(2)]
        scenario.approve_waiving(self.stories[0].made)
        self.stories[0].approve(set(), "bread")
