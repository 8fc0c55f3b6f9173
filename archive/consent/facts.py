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
    """Without days it has always been so, or will be until somebody knows better."""

    kind: str
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None

    def lies_within(self, other: "StatusFact") -> bool:
        """Whether it is the other one, perhaps with an end that has become known since: a later beginning is another."""
        is_same = (self.kind, self.starts_on) == (other.kind, other.starts_on)
        return is_same and (self.ends_on or dt.date.max) <= (other.ends_on or dt.date.max)


@dataclass(frozen=True, kw_only=True, slots=True)
class ParticipationFacts:
    """``is_name_decided`` and ``decided`` are what a moderator has decided with a reason: that the name may be shown, and
    that the person may appear in spite of these statuses, as they were known then. Each stands for one status."""

    key: str
    role: str = "narrator"
    born_earliest: dt.date | None = None
    born_latest: dt.date | None = None
    statuses: tuple[StatusFact, ...] = ()
    records: tuple[RecordFact, ...] = ()
    withdrawals: tuple[WithdrawalFact, ...] = ()
    is_name_decided: bool = False
    decided: tuple[StatusFact, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class InterviewFacts:
    """``policy`` maps scopes to the widest audience of the collection; a scope not named is not limited."""

    basis: str = "agreement"
    is_basis_signed: bool = False
    policy: tuple[tuple[str, Audience], ...] = ()
    is_stopped: bool = False
    participations: tuple[ParticipationFacts, ...] = ()
