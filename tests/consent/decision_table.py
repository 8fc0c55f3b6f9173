"""Reads the decision table: the stories as facts, and what is expected of each on its days."""

import datetime as dt
import tomllib
from dataclasses import dataclass
from pathlib import Path

from archive.consent.facts import GrantFact, InterviewFacts, ParticipationFacts, RecordFact, StatusFact, WithdrawalFact
from archive.consent.permissions import SCOPES
from archive.consent.schedule import Audience

FILE = Path(__file__).with_suffix(".toml")


@dataclass(frozen=True)
class Expectation:
    """``of`` is empty for the interview as a whole; ``audiences`` names every scope."""

    on: dt.date
    of: str
    audiences: dict[str, Audience]


@dataclass(frozen=True)
class Case:
    name: str
    facts: InterviewFacts
    expectations: tuple[Expectation, ...]


def cases() -> list[Case]:
    return [_case(**case) for case in tomllib.loads(FILE.read_text())["case"]]


def _case(name, expect, basis="agreement", basis_signed=False, policy=None, stopped=False, people=()) -> Case:
    facts = InterviewFacts(
        basis=basis,
        is_basis_signed=basis_signed,
        policy=tuple((scope, Audience[widest.upper()]) for scope, widest in (policy or {}).items()),
        is_stopped=stopped,
        participations=tuple(_participation(**person) for person in people),
    )
    return Case(name, facts, tuple(_expectation(**row) for row in expect))


def _participation(key, role="narrator", born=(), statuses=(), records=(), withdrawals=(), decisions=(), decided=()):
    earliest, latest = [*born, None, None][:2]
    return ParticipationFacts(
        key=key,
        role=role,
        born_earliest=earliest,
        born_latest=latest,
        statuses=tuple(map(_status, statuses)),
        records=tuple(_record(**record) for record in records),
        withdrawals=tuple(WithdrawalFact(received_on=w["on"], scopes=tuple(w.get("scopes", ()))) for w in withdrawals),
        is_name_decided="name" in decisions,
        decided=tuple(map(_status, decided)),
    )


def _status(said) -> StatusFact:
    return StatusFact(kind=said["kind"], starts_on=said.get("from"), ends_on=said.get("until"))


def _record(on, grants, giver="self") -> RecordFact:
    return RecordFact(giver=giver, signed_on=on, grants=tuple(_grant(s, g) for s, g in _by_scope(grants).items()))


def _grant(scope, said) -> GrantFact:
    said = {"for": said} if isinstance(said, str) else said
    audience = Audience[said["for"].upper()]
    return GrantFact(scope=scope, audience=audience, starts_on=said.get("from"), ends_on=said.get("until"))


def _expectation(on, of="", **audiences) -> Expectation:
    named = {scope: Audience[word.upper()] for scope, word in _by_scope(audiences).items()}
    assert named.keys() == set(SCOPES), "every scope has to be expected"
    return Expectation(on, of, named)


def _by_scope(said: dict) -> dict:
    """With "all" spread over the scopes that are not named."""
    assert said.keys() <= {"all", *SCOPES}, said
    everywhere = dict.fromkeys(SCOPES, said["all"]) if "all" in said else {}
    return everywhere | {scope: word for scope, word in said.items() if scope != "all"}
