"""Who may do what to an interview in which state; a refusal changes nothing, an act leaves exactly one event."""

import datetime as dt
from dataclasses import dataclass

import pytest
from django.apps import apps
from django.core import serializers
from django.db import transaction

from archive import publishing
from archive.catalogue.models import CustodyEvent, Interview, ModeratorDecision, Stop, Topic
from archive.catalogue.models import Recording as RecordingRecord
from archive.custody import acting
from tests import cast

pytestmark = pytest.mark.django_db

PRIVATE = "unutterable"
"""Stands in every reason, note and quote; it must never reach the event log."""

ROLES = ("archivist", "moderator", "administrator", "superuser who edited", "nobody")
STATES = ("draft", "submitted", "returned", "approved", "stopped", "published source")


def person(role):
    if role == "superuser who edited":
        user = cast.archivist()
        user.is_superuser = True
        user.save()
        return user
    if role == "nobody":
        user = cast.staff("guest", "Archivist")
        user.groups.clear()
        return user
    return cast.staff(role, role.title())


def in_state(state) -> Interview:
    """An interview edited by the archivist of the cast and submitted by a second one."""
    if state == "published source":
        return withholding(cast.interview(consent=False, basis="published-source"))
    abstract = {"abstract_uk": "Розмова з Оленою Коваленко."} if state == "submitted" else {}
    interview = withholding(cast.interview(**abstract))
    if state in ("submitted", "returned"):
        publishing.submit(interview, by=cast.staff("second", "Archivist"))
    if state == "returned":
        publishing.send_back(interview, by=cast.moderator(), reason="Add the dates.")
    if state in ("approved", "stopped"):
        cast.approve(interview)
    if state == "stopped":
        publishing.stop(interview, by=cast.staff("second", "Archivist"), reason="A call.")
    interview.refresh_from_db()
    return interview


def withholding(interview) -> Interview:
    """The interview with one withheld passage."""
    with acting(cast.archivist()):
        interview.redactions.create(alignment="a2", reason="safety")
    return interview


@dataclass(frozen=True)
class Act:
    """``who`` may do it in which of ``states``; ``event`` is what the log then says, beside ``entails``."""

    do: object
    event: str
    who: tuple[str, ...]
    states: tuple[str, ...] = STATES
    entails: str = ""


def participation(interview):
    return interview.participations.first()


def approve(interview, by):
    review = publishing.look(interview)
    publishing.approve(interview, by=by, seen=review.digest, checklist=dict(review.checklist))


def waive(interview, by):
    publishing.waive(interview, by=by, sighting="0" * 64, reason=PRIVATE)


def approve_authority(_interview, by):
    publishing.approve_authority(Topic.objects.get(slug="bread"), by=by)


def merge_authorities(_interview, by):
    bread, loaf = (Topic.objects.get(slug=slug) for slug in ("bread", "loaf"))
    publishing.merge_authorities(kept=bread, merged=loaf, by=by)


def sign_claim(interview, by):
    signature = {"en": "The archivist"}
    publishing.sign_claim(
        interview.claims.get(), by=by, standing="disputed", signature=signature, on=dt.date(2024, 1, 1)
    )


MODERATING = ("moderator", "superuser who edited")
ACTS = {
    "submit": Act(
        lambda i, by: publishing.submit(i, by=by),
        "submitted",
        ("archivist", "superuser who edited"),
        ("draft", "returned", "published source"),
    ),
    "approve": Act(approve, "approved", ("moderator",), ("submitted",)),
    "send_back": Act(
        lambda i, by: publishing.send_back(i, by=by, reason=PRIVATE), "returned", MODERATING, ("submitted",)
    ),
    "stop": Act(
        lambda i, by: publishing.stop(i, by=by, reason=PRIVATE),
        "stopped",
        ("archivist", "moderator", "administrator", "superuser who edited"),
        ("draft", "submitted", "returned", "approved", "published source"),
    ),
    "release": Act(lambda i, by: publishing.release(i, by=by, reason=PRIVATE), "released", MODERATING, ("stopped",)),
    "withdraw": Act(
        lambda i, by: publishing.withdraw(
            participation(i),
            by=by,
            requester="narrator",
            received_on=dt.date(2024, 1, 1),
            private_note=PRIVATE,
        ),
        "withdrawn",
        ("archivist", "superuser who edited"),
        entails="stopped",
    ),
    "redact": Act(
        lambda i, by: publishing.redact(i, by=by, reason="safety", alignment="a1", quote=PRIVATE, private_note=PRIVATE),
        "redacted",
        ("archivist", "moderator", "superuser who edited"),
    ),
    "lift": Act(
        lambda i, by: publishing.lift(i.redactions.first(), by=by),
        "redaction-lifted",
        ("archivist", "superuser who edited"),
        entails="edited",
    ),
    "decide": Act(
        lambda i, by: publishing.decide(participation(i), by=by, matter="name", reason=PRIVATE),
        "decided",
        MODERATING,
    ),
    "sign_basis": Act(
        lambda i, by: publishing.sign_basis(i, by=by), "basis-signed", ("moderator",), ("published source",)
    ),
    "waive": Act(waive, "waived", MODERATING),
    "approve_authority": Act(approve_authority, "authority-approved", ("moderator",)),
    "propose_erasure": Act(
        lambda i, by: publishing.propose_erasure(i, by=by, reason=PRIVATE),
        "erasure-proposed",
        ("archivist", "moderator", "superuser who edited"),
    ),
    "take_back_erasure": Act(
        lambda i, by: publishing.take_back_erasure(i, by=by),
        "erasure-taken-back",
        ("archivist", "moderator", "superuser who edited"),
    ),
    "sign_claim": Act(sign_claim, "standing-signed", ("archivist", "superuser who edited"), entails="edited"),
    "merge_authorities": Act(merge_authorities, "merged", ("archivist", "superuser who edited"), entails="edited"),
    "erase_interview": Act(lambda i, by: publishing.erase_interview(i, by=by), "erased", MODERATING),
}


def snapshot():
    """Every row of the catalogue and the edition, jobs and groups apart."""
    models = [m for label in ("catalogue", "edition") for m in apps.get_app_config(label).get_models()]
    kept = [m for m in models if m.__name__ not in ("Job", "User")]
    return {m.__name__: serializers.serialize("json", m._base_manager.order_by("pk")) for m in kept}


def prepare(act, interview):
    """What the act needs besides the interview, made before anything is compared."""
    if act == "approve_authority":
        with acting(cast.archivist()):
            Topic.objects.create(slug="bread", name_en="Bread")
    if act == "sign_claim":
        with acting(cast.archivist()):
            interview.claims.create(statement_en="So it was.")
    if act == "merge_authorities":
        with acting(cast.archivist()):
            made = [Topic.objects.create(slug=slug, name_en=PRIVATE) for slug in ("bread", "loaf")]
            interview.topics.add(*made)
    if act in ("take_back_erasure", "erase_interview"):
        publishing.propose_erasure(interview, by=cast.staff("second", "Archivist"), reason=PRIVATE)
    if act == "approve":
        for sighting in publishing.look(interview).sightings:
            publishing.waive(interview, by=cast.moderator(), sighting=sighting.id, reason="A common name.")


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("state", STATES)
def test_each_role_may_do_what_the_table_says_and_a_refusal_changes_nothing(act, state):
    rule = ACTS[act]
    interview = in_state(state)
    people = {role: person(role) for role in ROLES}
    prepare(act, interview)
    allowed = []
    for role in ROLES:
        by = people[role]
        before, events = snapshot(), CustodyEvent.objects.count()
        undo = transaction.savepoint()
        try:
            rule.do(interview, by)
        except publishing.Refused as refusal:
            assert refusal.sentences and all(s.endswith(".") for s in refusal.sentences)
            assert snapshot() == before, f"{role}: a refusal changed something"
        else:
            allowed.append(role)
            added = list(CustodyEvent.objects.order_by("pk")[events:])
            of_this = [event for event in added if event.act == rule.event]
            assert len(of_this) == 1 and of_this[0].actor == by
            assert {event.act for event in added} <= {rule.event, rule.entails}
        transaction.savepoint_rollback(undo)
    expected = [role for role in ROLES if role in rule.who and state in rule.states]
    assert allowed == expected


ROOMS_OF_ACTS = ("transitions", "review", "authorities", "erasure", "merging", "standings")


def test_the_table_names_every_act_of_the_door():
    assert set(ACTS) == {name for name, home in _homes() if home in ROOMS_OF_ACTS} - {
        "record_edit",
        "what_moves",
        "look",
        "acts",
        "Review",
        "CHECKLIST",
        "end_signatures",  # nobody's act: what a change of the words entails
    }


def _homes():
    return publishing._HOME.items()


@pytest.mark.parametrize("state", STATES)
def test_the_buttons_are_the_acts_that_are_not_refused(state):
    """An approval and a signature are offered to whoever may moderate; that they edited is said on the page."""
    interview = in_state(state)
    for role in ROLES:
        own = {"approve", "sign_basis"} if role == "superuser who edited" else set()
        named = {name for name, act in ACTS.items() if role in act.who and state in act.states}
        assert set(publishing.acts(interview, person(role))) - own == (named & BUTTONS) - own, role


BUTTONS = {"propose_erasure", "submit", "approve", "send_back", "stop", "release", "withdraw", "sign_basis"}


# The log


def test_no_private_text_reaches_the_event_log():
    interview = in_state("submitted")
    people = cast.archivist(), cast.moderator()
    waive(interview, people[1])
    ACTS["redact"].do(interview, people[0])
    ACTS["decide"].do(interview, people[1])
    ACTS["send_back"].do(interview, people[1])
    ACTS["stop"].do(interview, people[0])
    ACTS["release"].do(interview, people[1])
    ACTS["withdraw"].do(interview, people[0])
    values = {str(value) for event in CustodyEvent.objects.values() for value in event.values()}
    private = {PRIVATE, "Коваленко", interview.title_uk, interview.abstract_uk, interview.code}
    assert not [value for value in values for word in private if word in value]
    assert any(PRIVATE in stop.reason for stop in Stop.objects.all())


@pytest.mark.parametrize("reason", ["", "   "])
@pytest.mark.parametrize("act", ["send_back", "stop", "release", "decide", "waive", "propose_erasure"])
def test_acts_that_need_a_reason_are_refused_without_one(act, reason):
    state = {"send_back": "submitted", "release": "stopped"}.get(act, "draft")
    interview, by = in_state(state), cast.moderator()
    with pytest.raises(publishing.Refused):
        {
            "send_back": lambda: publishing.send_back(interview, by=by, reason=reason),
            "stop": lambda: publishing.stop(interview, by=by, reason=reason),
            "release": lambda: publishing.release(interview, by=by, reason=reason),
            "decide": lambda: publishing.decide(participation(interview), by=by, matter="appearance", reason=reason),
            "waive": lambda: publishing.waive(interview, by=by, sighting="0" * 64, reason=reason),
            "propose_erasure": lambda: publishing.propose_erasure(interview, by=by, reason=reason),
        }[act]()


# What an act refuses besides


def refused_withdrawal(interview, **said):
    wanted = {"requester": "narrator", "received_on": dt.date(2024, 1, 1)} | said
    before = snapshot()
    with pytest.raises(publishing.Refused):
        publishing.withdraw(participation(interview), by=cast.archivist(), **wanted)
    assert snapshot() == before


@pytest.mark.parametrize(
    "said",
    [
        {"received_on": dt.date(2999, 1, 1)},
        {"received_on": cast.SIGNED - dt.timedelta(days=1)},
        {"scopes": ["everything"]},
        {"requester": "somebody"},
        {"answer": "shout"},
    ],
    ids=["in the future", "before every consent", "of no scope", "by nobody known", "with no answer"],
)
def test_a_withdrawal_that_could_not_be_meant_is_refused(said):
    refused_withdrawal(cast.published(), **said)


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"alignment": "a1", "reason": "because"},
        {"start_ms": 0, "end_ms": 10},
        {"recording": True, "start_ms": 10, "end_ms": 10},
        {"recording": True, "start_ms": 10},
        {"recording": "another", "start_ms": 0, "end_ms": 10},
    ],
    ids=["no anchor", "no known reason", "no recording", "no length", "no end", "another's recording"],
)
def test_a_redaction_without_an_anchor_is_refused_in_words(said):
    interview = cast.published()
    recordings = {True: interview.recordings.get()}
    if said.get("recording") == "another":
        recordings["another"] = RecordingRecord.objects.get(interview=cast.interview("Another", slug="maria"))
    said = {"reason": "safety"} | said | ({"recording": recordings[said["recording"]]} if "recording" in said else {})
    before = snapshot()
    with pytest.raises(publishing.Refused):
        publishing.redact(interview, by=cast.archivist(), **said)
    assert snapshot() == before


def test_a_moderator_decides_only_what_there_is_to_decide():
    interview = cast.interview()
    with pytest.raises(publishing.Refused):
        publishing.decide(participation(interview), by=cast.moderator(), matter="everything", reason="So.")
    assert not ModeratorDecision.objects.exists()


def test_nobody_submits_without_a_narrator_and_a_consent_record():
    interview = cast.interview(consent=False)
    with pytest.raises(publishing.Refused, match="consent record"):
        publishing.submit(interview, by=cast.archivist())
    empty = cast.interview("Empty", narrators=1, slug="maria", consent=False)
    with acting(cast.archivist()):
        empty.transcripts.all().delete()
        empty.participations.all().delete()
    with pytest.raises(publishing.Refused, match="narrator"):
        publishing.submit(empty, by=cast.archivist())
