"""The decision table holds, and every no in it has a reason in words."""

import datetime as dt

import pytest
from django.utils import translation

from archive.catalogue.vocabulary import AudienceChoice, Scope
from archive.consent.decision import Reason, decide
from archive.consent.gathering import AUDIENCES
from archive.consent.permissions import SCOPES
from archive.consent.reasons import SENTENCES, sentence
from archive.consent.schedule import Audience

from .decision_table import cases

CASES = cases()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_decision_is_the_one_of_the_table(case):
    permissions = decide(case.facts).permissions
    for expected in case.expectations:
        scheduled = {
            scope: permissions.of_person(expected.of, scope) if expected.of else permissions.of_whole(scope)
            for scope in SCOPES
        }
        found = {scope: schedule.on(expected.on) for scope, schedule in scheduled.items()}
        assert found == expected.audiences, f"{expected.of or 'the whole'} on {expected.on}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_is_not_public_has_a_reason(case):
    decision = decide(case.facts)
    for expected in case.expectations:
        for scope, audience in expected.audiences.items():
            reasons = [r for r in decision.reasons if r.scope == scope]
            assert audience is Audience.PUBLIC or any(r.code != "policy-public" for r in reasons), scope


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_reason_has_its_sentence(case):
    for reason in decide(case.facts).reasons:
        assert sentence(reason).endswith("."), reason
        assert "%" not in sentence(reason)


def test_the_table_gives_every_reason_there_is():
    given = {reason.code for case in CASES for reason in decide(case.facts).reasons}
    assert SENTENCES.keys() - given <= {"policy-staff"}
    assert given <= SENTENCES.keys()


def test_a_reason_names_the_day_it_waits_for():
    with translation.override("en"):
        assert "It begins on" in sentence(Reason("audio", "granted-from", "a", dt.date(2030, 1, 1)))
        assert "received on" in sentence(Reason("audio", "withdrawn", "a", dt.date(2024, 3, 1)))
        assert "until and including" in sentence(Reason("audio", "guardian-until-of-age", "a", dt.date(2028, 3, 14)))


def test_no_story_is_told_twice():
    names = [case.name for case in CASES]
    assert len(set(names)) == len(names) >= 40


def test_the_rules_know_the_scopes_and_audiences_of_the_catalogue():
    assert tuple(Scope.values) == SCOPES
    assert set(AudienceChoice.values) == AUDIENCES.keys()
    assert [AUDIENCES[word] for word in AudienceChoice.values] == sorted(Audience)
