"""Generated schedules, permissions, facts and dossiers: small, odd, and with words that tell where they come from."""

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import UNSET

from archive.consent import dossier as whole
from archive.consent.facts import GrantFact, InterviewFacts, ParticipationFacts, RecordFact, StatusFact, WithdrawalFact
from archive.consent.permissions import SCOPES, Permissions
from archive.consent.schedule import Audience, Schedule, between, join, meet
from archive.document import document as shown

FIRST, LAST = dt.date(2024, 1, 1), dt.date(2024, 3, 31)
DURATION = 60_000
PEOPLE = ("olena", "maria", "taras")
KEYS = ("a0", "a1", "a2", "a3")
WORDS = ("bread", "cellar", "fire", "notebook", "river")


def law(*arguments):
    """``given``, with as many examples as a suite that is run often can bear."""
    return lambda test: settings(max_examples=30)(given(*arguments)(test))


days = st.dates(FIRST, LAST)
ends = st.none() | days
audiences = st.sampled_from(Audience)


def schedules() -> st.SearchStrategy[Schedule]:
    """Step functions whose steps lie between ``FIRST`` and ``LAST``."""
    pieces = st.builds(between, audiences, ends, ends, otherwise=audiences)
    return st.lists(pieces, min_size=1, max_size=3).flatmap(
        lambda found: st.sampled_from([meet(*found), join(*found), found[0]])
    )


def scopes() -> st.SearchStrategy[dict[str, Schedule]]:
    """Mostly permissive, so that something is left to see; some scopes are not spoken of at all."""
    mostly = st.one_of(st.just(between(Audience.PUBLIC, None, None)), schedules())
    return st.fixed_dictionaries({}, optional=dict.fromkeys(SCOPES, mostly))


def permissions(people=PEOPLE) -> st.SearchStrategy[Permissions]:
    by_person = st.fixed_dictionaries({}, optional={key: scopes() for key in people})
    return st.builds(Permissions, whole=scopes(), people=by_person)


# Facts

grants = st.builds(GrantFact, scope=st.sampled_from(SCOPES), audience=audiences, starts_on=ends, ends_on=ends)
records = st.builds(
    RecordFact,
    giver=st.sampled_from(["self", "self", "guardian", "heir"]),
    signed_on=days,
    grants=st.lists(grants, max_size=4).map(tuple),
)
withdrawals = st.builds(
    WithdrawalFact, received_on=days, scopes=st.lists(st.sampled_from(SCOPES), max_size=2, unique=True).map(tuple)
)
statuses = st.builds(
    StatusFact,
    kind=st.sampled_from(["public-figure", "minor", "captive", "missing", "dead", "serving"]),
    starts_on=ends,
    ends_on=ends,
)
births = st.none() | st.dates(dt.date(2005, 6, 1), dt.date(2006, 6, 1))


def participations(key: str) -> st.SearchStrategy[ParticipationFacts]:
    return st.builds(
        ParticipationFacts,
        key=st.just(key),
        role=st.sampled_from(["narrator", "narrator", "narrator", "interviewer"]),
        born_earliest=births,
        born_latest=births,
        statuses=st.lists(statuses, max_size=2).map(tuple),
        records=st.lists(records, max_size=3).map(tuple),
        withdrawals=st.lists(withdrawals, max_size=1).map(tuple),
        is_name_decided=st.booleans(),
        decided=st.lists(statuses, max_size=2).map(tuple),
    )


def facts() -> st.SearchStrategy[InterviewFacts]:
    people = st.integers(0, 2).flatmap(lambda n: st.tuples(*(participations(key) for key in PEOPLE[:n])))
    policy = st.dictionaries(st.sampled_from(SCOPES), audiences, max_size=2).map(lambda p: tuple(p.items()))
    return st.builds(
        InterviewFacts,
        basis=st.sampled_from(["agreement", "agreement", "published-source", "other-legal-basis"]),
        is_basis_signed=st.booleans(),
        policy=policy,
        is_stopped=st.booleans(),
        participations=people,
    )


# Dossiers

LEVELS = ("site", "settlement", "hromada", "raion", "oblast")
RENDITIONS = ("full", "given-initial", "initials", "pseudonym", "role-only", "withheld")


def named(words: str) -> dict[str, str]:
    return {"uk": f"{words} uk", "en": f"{words} en"}


@st.composite
def speakers(draw, key: str) -> whole.Participation:
    renditions = draw(st.sets(st.sampled_from(RENDITIONS[:5])))
    return whole.Participation(
        key=key,
        role="interviewer" if key == "taras" else "narrator",
        rendition=draw(st.sampled_from(RENDITIONS)),
        names={rendition: named(f"Name-{key}-{rendition}") for rendition in sorted(renditions)},
        person=f"person-{key}",
        links_identity=draw(st.booleans()),
    )


@st.composite
def transcripts(draw, key: str) -> shown.Transcript:
    """A version with some of the passages, timed or not; every text begins with a word that no other text has."""
    is_timed = draw(st.booleans())
    segments = []
    for n, passage in enumerate(KEYS):
        if not draw(st.integers(0, 4)):
            continue
        words = " ".join(draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4)))
        start = n * 10_000 + draw(st.sampled_from([0, 0, 3_000]))
        segments.append(
            shown.Segment(
                key=passage if draw(st.integers(0, 5)) else f"{key}-{passage}",
                start_ms=start if is_timed else 0,
                end_ms=start + 10_000 if is_timed else 0,
                speaker=draw(st.sampled_from([*PEOPLE, None])),
                text=(f"mark-{key}-{n}. {words}",),
            )
        )
    return shown.Transcript(
        key=key, language=draw(st.sampled_from(["uk", "en"])), kind="edited", maker="hand", segments=tuple(segments)
    )


@st.composite
def recordings(draw, key: str) -> whole.Recording:
    versions = tuple(draw(transcripts(f"{key}t{n}")) for n in range(draw(st.integers(0, 2))))
    index = tuple(
        shown.IndexPoint(
            key=f"{key}i{n}", at_ms=at, title=named(f"Heading-{key}-{n}"), topics=("bread",), warnings=("shelling",)
        )
        for n, at in enumerate(sorted(draw(st.sets(st.integers(0, 6).map(lambda n: n * 5_000), max_size=3))))
    )
    return whole.Recording(
        key=key,
        starts_ms=0,
        duration_ms=draw(st.sampled_from([DURATION, None])),
        kind=draw(st.sampled_from(["audio", "video"])),
        transcripts=versions,
        index=index,
    )


@st.composite
def place_mentions(draw, n: int) -> whole.PlaceMention:
    first = draw(st.integers(0, 4))
    chain = tuple(whole.PlaceLink(place=f"place-{n}-{level}", level=level) for level in LEVELS[first:])
    return whole.PlaceMention(
        chain=chain,
        relation="about",
        precision=draw(st.sampled_from(["exact", "settlement", "raion", "oblast", "hidden"])),
    )


redactions = st.one_of(
    st.builds(
        lambda recording, start, length: whole.Redaction(recording=recording, start_ms=start, end_ms=start + length),
        st.sampled_from(["r0", "r1"]),
        st.integers(0, 50_000),
        st.integers(1, 12_000),
    ),
    st.builds(whole.Redaction, passage=st.sampled_from(KEYS), quote=st.sampled_from(["", *WORDS, "bread fire"])),
)


rejections = st.builds(
    whole.Mention, kind=st.just("person"), slug=st.just("mayor"), passage=st.sampled_from(["", *KEYS])
)


@st.composite
def dossiers(draw) -> whole.Dossier:
    people = PEOPLE if draw(st.booleans()) else ("olena", "taras")
    paper = shown.Paper(
        key="d0",
        kind="letter",
        title=named("Paper-title"),
        author=named("Paper-author"),
        transcription=named("Paper-transcription"),
        pages=(
            shown.Page(
                key="g0",
                alternative=named("Paper-page"),
                regions=(shown.Region(key="n0", left=0, top=0, width=9, height=9, note=named("Paper-note")),),
            ),
        ),
        page_texts=(shown.PageText(page="g0", transcription=named("Paper-sheet")),),
        language="uk",
        makers={"en": "machine"},
        source="s0",
    )
    claims = tuple(
        shown.Claim(
            key=f"c{n}",
            question={},
            statement=named(f"Claim-{n}"),
            attribution={},
            confidence="stated",
            source="s0",
            answers="question",
            passage=passage,
            standing=shown.Standing(word="disputed", signature=named("Signature"), signed="2024-05-01"),
        )
        for n, passage in enumerate([UNSET, *draw(st.lists(st.sampled_from(KEYS), max_size=2))])
    )
    return whole.Dossier(
        kind="recorded",
        basis="agreement",
        collection="izium",
        title=named("Title"),
        abstract=named("Abstract"),
        makers={"en": "machine"},
        notice=named("Notice"),
        warnings=("shelling",),
        languages=("uk",),
        recorded="2023-04",
        told="2022",
        participations=tuple(draw(speakers(key)) for key in people),
        places=tuple(draw(place_mentions(n)) for n in range(draw(st.integers(0, 2)))),
        topics=("bread",),
        events=("bridge",),
        people=("mayor",),
        sittings=(
            whole.Sitting(
                key="s0",
                held="2023-04-12",
                recordings=tuple(draw(recordings(f"r{n}")) for n in range(draw(st.integers(0, 2)))),
            ),
        ),
        texts=tuple(draw(transcripts(f"x{n}")) for n in range(draw(st.integers(0, 2)))),
        papers=(paper,),
        sources=(shown.Source(key="s0", type="book", title="Source-title"),),
        claims=claims,
        redactions=tuple(draw(st.lists(redactions, max_size=2))),
        mentions=tuple(whole.Mention(kind="person", slug="mayor", passage=key) for key in KEYS),
        rejections=tuple(draw(st.lists(rejections, max_size=1))),
    )
