"""Whatever is added against showing something never opens anything."""

from dataclasses import replace

from hypothesis import strategies as st

from archive.consent.decision import decide
from archive.consent.facts import StatusFact, WithdrawalFact
from archive.consent.permissions import SCOPES, intersect
from archive.consent.schedule import DAY, Audience, meet

from .strategies import FIRST, LAST, audiences, days, ends, facts, law, withdrawals


def narrower(a, b) -> bool:
    """Whether one schedule gives on no day more than the other."""
    return meet(a, b) == a


def opened(before, after, people=True, whole=True) -> list[str]:
    """What is wider in the decision after than in the one before."""
    found = []
    if whole:
        found += [s for s in SCOPES if not narrower(after.permissions.of_whole(s), before.permissions.of_whole(s))]
    if people:
        found += [
            f"{key} {scope}"
            for key in after.permissions.people
            for scope in SCOPES
            if not narrower(after.permissions.of_person(key, scope), before.permissions.of_person(key, scope))
        ]
    return found


def with_first(found, **added):
    """The facts with more said of the first participation."""
    first, *others = found.participations
    more = {name: (*getattr(first, name), value) for name, value in added.items()}
    return replace(found, participations=(replace(first, **more), *others))


with_people = facts().filter(lambda found: found.participations)


@law(facts())
def test_a_stop_leaves_nothing(found):
    permissions = decide(replace(found, is_stopped=True)).permissions
    assert all(schedule.on(FIRST) is Audience.NOBODY for schedule in permissions.schedules())
    assert all(len(schedule.steps) == 1 for schedule in permissions.schedules())


@law(with_people, withdrawals)
def test_a_withdrawal_opens_nothing_of_anybody(found, withdrawal):
    after = with_first(found, withdrawals=withdrawal)
    assert opened(decide(found), decide(after), whole=False) == []


@law(with_people, st.lists(st.sampled_from(SCOPES), min_size=1), days)
def test_a_withdrawal_of_scopes_opens_nothing_of_the_whole(found, scopes, day):
    after = with_first(found, withdrawals=WithdrawalFact(received_on=day, scopes=tuple(scopes)))
    assert opened(decide(found), decide(after)) == []


@law(with_people, days)
def test_a_narrator_who_leaves_takes_away_a_limit_but_opens_nothing_that_was_approved(found, day):
    """The whole is then what the others agree on; what was approved is met with it, so nothing opens by itself."""
    before = decide(found)
    after = decide(with_first(found, withdrawals=WithdrawalFact(received_on=day)))
    approved = intersect(before.permissions, after.permissions)
    assert opened(before, replace(after, permissions=approved)) == []


@law(with_people, st.sampled_from(["captive", "missing"]), ends, ends)
def test_captivity_opens_nothing(found, kind, start, end):
    after = with_first(found, statuses=StatusFact(kind=kind, starts_on=start, ends_on=end))
    assert opened(decide(found), decide(after)) == []


@law(facts(), st.sampled_from(SCOPES), audiences)
def test_a_policy_opens_nothing(found, scope, widest):
    policy = dict(found.policy)
    stricter = policy | {scope: min(widest, policy.get(scope, widest))}
    after = replace(found, policy=tuple(stricter.items()))
    assert opened(decide(found), decide(after)) == []


@law(facts())
def test_an_unsigned_basis_opens_nothing(found):
    assert opened(decide(found), decide(replace(found, is_basis_signed=False))) == []


@law(with_people)
def test_without_a_moderators_decision_there_is_no_more(found):
    undecided = (replace(p, is_name_decided=False, decided=()) for p in found.participations)
    without = replace(found, participations=tuple(undecided))
    assert opened(decide(found), decide(without)) == []


@law(facts())
def test_nothing_is_open_before_anybody_signed(found):
    """On the basis of agreement the first day is the first signature, whatever else is said."""
    agreement = replace(found, basis="agreement")
    signatures = [r.signed_on for p in agreement.participations for r in p.records]
    before = min(signatures, default=LAST) - DAY
    assert all(s.on(before) is Audience.NOBODY for s in decide(agreement).permissions.schedules())


@law(facts())
def test_every_scope_that_is_closed_says_why(found):
    decision = decide(found)
    for scope in SCOPES:
        schedule = decision.permissions.of_whole(scope)
        if any(audience is not Audience.PUBLIC for _, audience in schedule.steps):
            assert any(reason.scope == scope for reason in decision.reasons)


@law(facts())
def test_deciding_twice_decides_the_same(found):
    assert decide(found) == decide(found)
