"""From facts to permissions, with the reason for every scope.

Deny wins: on each day the strictest grant in force, the collection's policy, the person's status,
withdrawals and stops are met with one another. No record in force, no publication.
"""

import datetime as dt
from dataclasses import dataclass

from .facts import InterviewFacts, ParticipationFacts, RecordFact
from .permissions import SCOPES, Permissions, Scopes
from .schedule import DAY, NEVER, Audience, Schedule, always, between, join, meet, strictest

MAJORITY = 18
GRAVE = ("captive", "missing")
"""Statuses of which a moderator decides before anything is shown."""

PUBLISHED_SOURCE_SCOPES = ("listing", "description", "documents")


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a scope is what it is: a code of ``reasons.py``, the participation it comes from, a day if one matters."""

    scope: str
    code: str
    participation: str = ""
    day: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    permissions: Permissions
    reasons: tuple[Reason, ...]


def decide(facts: InterviewFacts) -> Decision:
    """The permissions of an interview and their reasons."""
    reasons: list[Reason] = []
    people = {p.key: _person(p, facts, reasons) for p in facts.participations}
    narrators = [p for p in facts.participations if p.role == "narrator" and not _is_withdrawn(p)]
    whole = {scope: _whole(scope, narrators, people, facts, reasons) for scope in SCOPES}
    return Decision(Permissions(whole, people), tuple(reasons))


def _whole(scope, narrators, people, facts: InterviewFacts, reasons: list[Reason]) -> Schedule:
    """What all narrators who have not withdrawn agree on; a source without narrators stands on its basis."""
    if narrators:
        return meet(*(people[p.key][scope] for p in narrators))
    if facts.basis == "agreement" or any(p.role == "narrator" for p in facts.participations):
        reasons.append(Reason(scope, "nobody-agreed"))
        return NEVER
    return _limited(scope, _by_basis(scope, facts, reasons), facts, reasons)


def _person(p: ParticipationFacts, facts: InterviewFacts, reasons: list[Reason]) -> Scopes:
    scopes = {}
    for scope in SCOPES:
        if facts.basis == "agreement":
            granted = _by_consent(scope, p, reasons)
        else:
            granted = _by_source(scope, p, facts, reasons)
        granted = meet(granted, _by_withdrawal(scope, p, facts, reasons), _by_status(scope, p, reasons))
        scopes[scope] = _limited(scope, granted, facts, reasons)
    return scopes


def _limited(scope: str, granted: Schedule, facts: InterviewFacts, reasons: list[Reason]) -> Schedule:
    """What the collection's policy and a stop leave of it."""
    widest = dict(facts.policy).get(scope)
    if widest is not None:
        reasons.append(Reason(scope, f"policy-{widest.name.lower()}"))
        granted = meet(granted, always(widest))
    if facts.is_stopped:
        reasons.append(Reason(scope, "stopped"))
        granted = NEVER
    return granted


def _by_basis(scope: str, facts: InterviewFacts, reasons: list[Reason]) -> Schedule:
    if not facts.is_basis_signed:
        reasons.append(Reason(scope, "basis-not-signed"))
        return NEVER
    if scope in PUBLISHED_SOURCE_SCOPES:
        return always(Audience.PUBLIC)
    reasons.append(Reason(scope, "basis-shows-description-only"))
    return NEVER


def _by_source(scope: str, p: ParticipationFacts, facts: InterviewFacts, reasons: list[Reason]) -> Schedule:
    """A published source shows private individuals by role; public figures by name while they are such."""
    if scope != "name" or not facts.is_basis_signed:
        return _by_basis(scope, facts, reasons)
    if p.is_name_decided:
        reasons.append(Reason(scope, "name-decided", p.key))
        return always(Audience.PUBLIC)
    figure = [(Audience.PUBLIC, s.starts_on, s.ends_on) for s in p.statuses if s.kind == "public-figure"]
    reasons.append(Reason(scope, "public-figure" if figure else "private-person", p.key))
    return strictest(figure)


def _by_consent(scope: str, p: ParticipationFacts, reasons: list[Reason]) -> Schedule:
    """The strictest grant in force on each day. A minor's own word limits but does not suffice."""
    grounds, limits, agreed = [], [], []
    for record in p.records:
        if _is_void(record, scope, p):
            continue
        window = _window(record, p, reasons, scope)
        for grant in (g for g in record.grants if g.scope == scope):
            start = max(grant.starts_on or record.signed_on, record.signed_on)
            if window is None:
                limits.append(between(grant.audience, start, grant.ends_on, otherwise=Audience.PUBLIC))
                agreed.append(between(Audience.PUBLIC, start, grant.ends_on))
                continue
            if start > record.signed_on:
                reasons.append(Reason(scope, "granted-from", p.key, start))
            start = max(start, window[0])
            end = min(grant.ends_on or dt.date.max, window[1])
            if start <= end:
                grounds.append((grant.audience, start, end))
    if not grounds:
        reasons.append(Reason(scope, "no-grant", p.key))
    for audience, _, end in grounds:
        last = None if end == dt.date.max else end
        reasons.append(Reason(scope, f"granted-{audience.name.lower()}", p.key, last))
    return meet(strictest(grounds), *limits, *_while_a_minor(agreed, p))


def _while_a_minor(agreed: list[Schedule], p: ParticipationFacts) -> list[Schedule]:
    """Whoever was asked as a minor is shown, until of age, only on the days of that own yes."""
    if not agreed:
        return []
    last = _last_day_as_minor(p) or dt.date.max
    return [join(*agreed, between(Audience.PUBLIC, last + DAY, None) if last < dt.date.max else NEVER)]


def _window(record: RecordFact, p: ParticipationFacts, reasons, scope) -> tuple[dt.date, dt.date] | None:
    """First and last day on which this giver's word carries; None for a minor's own word."""
    if record.giver == "heir":
        death = [s.starts_on or dt.date.min for s in p.statuses if s.kind == "dead"]
        if not death:
            reasons.append(Reason(scope, "heir-of-the-living", p.key))
            return dt.date.max, dt.date.min
        return max(record.signed_on, min(death)), dt.date.max
    if record.giver == "guardian":
        last = _last_day_as_minor(p)
        if last is None:
            reasons.append(Reason(scope, "guardian-of-an-adult", p.key))
            return dt.date.max, dt.date.min
        if last < dt.date.max:
            reasons.append(Reason(scope, "guardian-until-of-age", p.key, last))
        return record.signed_on, last
    if _may_be_minor_on(record.signed_on, p):
        reasons.append(Reason(scope, "signed-as-a-minor", p.key))
        return None
    return record.signed_on, dt.date.max


def _birthday(born: dt.date, years: int) -> dt.date:
    """The day a person born on ``born`` reaches ``years``; 29 February counts as 1 March."""
    try:
        return born.replace(year=born.year + years)
    except ValueError:
        return dt.date(born.year + years, 3, 1)


def _last_day_as_minor(p: ParticipationFacts) -> dt.date | None:
    """The last day a guardian's word surely carries; None if nothing says that the person is a minor."""
    if p.born_earliest is not None:
        return _birthday(p.born_earliest, MAJORITY) - DAY
    ends = [s.ends_on or dt.date.max for s in p.statuses if s.kind == "minor"]
    if ends and p.born_latest is not None:
        ends.append(_birthday(p.born_latest, MAJORITY) - DAY)
    return min(ends, default=None)


def _may_be_minor_on(day: dt.date, p: ParticipationFacts) -> bool:
    if p.born_latest is not None:
        return day < _birthday(p.born_latest, MAJORITY)
    if p.born_earliest is not None:
        return True
    return any(
        s.kind == "minor" and (s.starts_on or dt.date.min) <= day <= (s.ends_on or dt.date.max) for s in p.statuses
    )


def _is_void(record: RecordFact, scope: str, p: ParticipationFacts) -> bool:
    """A withdrawal ends every agreement given up to that day; only a later one is a new yes."""
    return any(record.signed_on <= w.received_on and (not w.scopes or scope in w.scopes) for w in p.withdrawals)


def _is_withdrawn(p: ParticipationFacts) -> bool:
    """Whether everything is withdrawn and no later agreement stands."""
    whole = [w.received_on for w in p.withdrawals if not w.scopes]
    return bool(whole) and not any(record.signed_on > max(whole) for record in p.records)


def _by_withdrawal(scope: str, p: ParticipationFacts, facts: InterviewFacts, reasons: list[Reason]) -> Schedule:
    for withdrawal in p.withdrawals:
        if withdrawal.scopes and scope not in withdrawal.scopes:
            continue
        is_renewed = facts.basis == "agreement" and any(r.signed_on > withdrawal.received_on for r in p.records)
        if not is_renewed:
            reasons.append(Reason(scope, "withdrawn", p.key, withdrawal.received_on))
            return NEVER
    return always(Audience.PUBLIC)


def _by_status(scope: str, p: ParticipationFacts, reasons: list[Reason]) -> Schedule:
    """While somebody is captive or missing nothing is shown unless a moderator has decided so, knowing of it."""
    limits, decided = [always(Audience.PUBLIC)], list(p.decided)
    for status in (s for s in p.statuses if s.kind in GRAVE):
        known = next(filter(status.lies_within, decided), None)
        if known:
            decided.remove(known)
        else:
            reasons.append(Reason(scope, status.kind, p.key, status.ends_on))
            limits.append(between(Audience.NOBODY, status.starts_on, status.ends_on, otherwise=Audience.PUBLIC))
    return meet(*limits)
