"""What a decision on permissions is made from, as plain data."""

import datetime as dt
from dataclasses import dataclass

from .schedule import Audience


@dataclass(frozen=True, kw_only=True, slots=True)
class GrantFact:
    scope: str
    audience: Audience
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class RecordFact:
    """One consent record; ``giver`` is self, guardian or heir."""

    giver: str
    signed_on: dt.date
    grants: tuple[GrantFact, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class WithdrawalFact:
    """Without scopes everything is withdrawn."""

    received_on: dt.date
    scopes: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class StatusFact:
    kind: str
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ParticipationFacts:
    """``decisions`` are the matters a moderator has decided with a reason: appearance, name."""

    key: str
    role: str = "narrator"
    born_earliest: dt.date | None = None
    born_latest: dt.date | None = None
    statuses: tuple[StatusFact, ...] = ()
    records: tuple[RecordFact, ...] = ()
    withdrawals: tuple[WithdrawalFact, ...] = ()
    decisions: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True, slots=True)
class InterviewFacts:
    """``policy`` maps scopes to the widest audience of the collection; a scope not named is not limited."""

    basis: str = "agreement"
    is_basis_signed: bool = False
    policy: tuple[tuple[str, Audience], ...] = ()
    is_stopped: bool = False
    participations: tuple[ParticipationFacts, ...] = ()
