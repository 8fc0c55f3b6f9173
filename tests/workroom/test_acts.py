"""Who may do what in which state, asked of the pages themselves."""

import pytest
from django.urls import reverse

from archive import publishing
from archive.catalogue.models import CollectionPolicy, CustodyEvent, Interview, PersonStatus, Redaction, Withdrawal
from archive.custody import acting
from archive.edition.models import PublishedInterview
from tests import cast

from .conftest import signed_in

STATES = {
    "draft": lambda: cast.interview(),
    "submitted": lambda: submitted(),
    "returned": lambda: returned(),
    "public": lambda: cast.published(),
    "stopped": lambda: stopped(),
}
ROLES = {"archivist": cast.archivist, "moderator": cast.moderator, "administrator": cast.administrator}
ACTS = ("submit", "return", "sign-basis", "release", "stop", "propose-erasure", "keep")
ANSWERS = {
    # act: role: state → what a visit to the page of the act answers
    ("submit", "archivist"): {"draft": 200, "submitted": 409, "returned": 200, "public": 409, "stopped": 409},
    ("return", "moderator"): {"draft": 409, "submitted": 200, "returned": 409, "public": 409, "stopped": 409},
    ("sign-basis", "moderator"): dict.fromkeys(STATES, 409),
    ("release", "moderator"): {"draft": 409, "submitted": 409, "returned": 409, "public": 409, "stopped": 200},
    ("stop", "archivist"): {"draft": 200, "submitted": 200, "returned": 200, "public": 200, "stopped": 409},
    ("stop", "moderator"): {"draft": 200, "submitted": 200, "returned": 200, "public": 200, "stopped": 409},
    **{("propose-erasure", role): dict.fromkeys(STATES, 200) for role in ("archivist", "moderator")},
    **{("keep", role): dict.fromkeys(STATES, 409) for role in ("archivist", "moderator")},
    ("stop", "administrator"): {"draft": 200, "submitted": 200, "returned": 200, "public": 200, "stopped": 409},
}


def submitted():
    interview = cast.interview()
    publishing.submit(interview, by=cast.archivist())
    return interview


def returned():
    interview = submitted()
    publishing.send_back(interview, by=cast.moderator(), reason="The dates are missing.")
    return interview


def stopped():
    interview = cast.published()
    publishing.stop(interview, by=cast.archivist(), reason="She called.")
    return interview


@pytest.mark.django_db
@pytest.mark.parametrize("state", STATES)
def test_each_role_meets_each_act_as_the_state_allows(state):
    interview = STATES[state]()
    for role, account in ROLES.items():
        client = signed_in(account())
        for act in ACTS:
            expected = ANSWERS.get((act, role), {}).get(state, 403)
            address = reverse("workroom:act", args=[interview.pk, act])
            assert (role, act, client.get(address).status_code) == (role, act, expected)


@pytest.mark.django_db
@pytest.mark.parametrize("state", STATES)
def test_what_may_not_be_visited_changes_nothing_when_posted(state):
    interview = STATES[state]()
    before = Interview.objects.filter(pk=interview.pk).values().get(), CustodyEvent.objects.count()
    for role, account in ROLES.items():
        client = signed_in(account())
        for act in ACTS:
            if ANSWERS.get((act, role), {}).get(state, 403) != 200:
                answer = client.post(reverse("workroom:act", args=[interview.pk, act]), {"reason": "Because."})
                assert answer.status_code in (403, 409)
    assert (Interview.objects.filter(pk=interview.pk).values().get(), CustodyEvent.objects.count()) == before


@pytest.mark.parametrize("act", ["redact", "waive", "withdraw"])
def test_nobody_signed_out_reaches_an_act(client, db, act):
    interview = cast.interview()
    answer = client.get(f"/workroom/interviews/{interview.pk}/{act}/")
    assert answer.status_code == 302
    assert answer["Location"].startswith("/workroom/login/")


def test_an_act_that_is_not_one_is_not_there(moderator):
    interview = cast.interview()
    assert moderator.get(f"/workroom/interviews/{interview.pk}/publish/").status_code == 404


def test_an_archivist_submits_and_is_told_so(archivist):
    interview = cast.interview()
    answer = archivist.post(reverse("workroom:act", args=[interview.pk, "submit"]), follow=True)
    interview.refresh_from_db()
    assert interview.state == Interview.State.SUBMITTED
    assert "It awaits review." in answer.content.decode()


def test_a_refusal_is_shown_with_its_sentence(archivist):
    interview = cast.interview(consent=False)
    answer = archivist.post(reverse("workroom:act", args=[interview.pk, "submit"]))
    assert answer.status_code == 409
    assert "Enter a consent record for every narrator" in answer.content.decode()


def test_a_stop_needs_a_reason_and_takes_the_interview_away_at_once(archivist):
    interview = cast.published()
    address = reverse("workroom:act", args=[interview.pk, "stop"])
    assert archivist.post(address, {"reason": ""}).status_code == 200
    assert PublishedInterview.objects.count() == 1
    archivist.post(address, {"reason": "She called."})
    assert PublishedInterview.objects.count() == 0


def test_a_withdrawal_takes_the_interview_away_at_once(archivist):
    interview = cast.published()
    narrator = interview.participations.get()
    answer = archivist.post(
        reverse("workroom:withdraw", args=[narrator.pk]),
        {
            "requester": "narrator",
            "verified": "not-yet",
            "received_on": "2024-01-15",
            "wish": "keep-closed",
            "answer": "tombstone",
            "private_note": "By telephone.",
        },
    )
    assert answer.status_code == 302
    made = Withdrawal.objects.get()
    assert (made.is_whole, made.entered_by, made.private_note) == (True, cast.archivist(), "By telephone.")
    assert PublishedInterview.objects.count() == 0


def test_a_withdrawal_page_keeps_what_was_typed_when_a_day_is_wrong(archivist):
    narrator = cast.published().participations.get()
    answer = archivist.post(
        reverse("workroom:withdraw", args=[narrator.pk]),
        {"requester": "heir", "received_on": "yesterday", "answer": "missing", "private_note": "Her daughter wrote."},
    )
    assert "Her daughter wrote." in answer.content.decode()
    assert not Withdrawal.objects.exists()


@pytest.mark.parametrize("role", ["moderator", "administrator"])
def test_only_archivists_enter_withdrawals(role, db):
    narrator = cast.interview().participations.get()
    client = signed_in(ROLES[role]())
    assert client.get(reverse("workroom:withdraw", args=[narrator.pk])).status_code == 403
    assert client.get(reverse("workroom:choose-withdrawal", args=[narrator.interview_id])).status_code == 403


def test_a_passage_is_withheld_from_a_form_filled_in_beforehand(moderator):
    interview = cast.published()
    address = reverse("workroom:redact", args=[interview.pk])
    page = moderator.get(address, {"alignment": "a1", "quote": "bread"}).content.decode()
    assert 'value="a1"' in page
    assert ">\nbread</textarea>" in page
    moderator.post(address, {"alignment": "a1", "quote": "", "reason": "third-person"})
    assert Redaction.objects.get().made_by == cast.moderator()
    passages = [s for t in PublishedInterview.objects.get().content.recordings[0].transcripts for s in t.segments]
    assert [s.is_withheld for s in passages] == [False, True, False] * 2


def test_a_withheld_passage_needs_a_place(moderator):
    interview = cast.interview()
    answer = moderator.post(reverse("workroom:redact", args=[interview.pk]), {"reason": "safety", "start_ms": "0:10"})
    assert "Say what to withhold" in answer.content.decode()
    assert not Redaction.objects.exists()


def test_administrators_withhold_no_passage(administrator):
    interview = cast.interview()
    assert administrator.get(reverse("workroom:redact", args=[interview.pk])).status_code == 403


def test_a_moderator_decides_about_a_participant_with_a_reason(moderator):
    narrator = cast.interview().participations.get()
    with acting(cast.archivist()):
        PersonStatus.objects.create(person=narrator.person, kind="captive")
    address = reverse("workroom:decide", args=[narrator.pk])
    moderator.post(address, {"matter": "appearance", "reason": ""})
    assert not narrator.decisions.exists()
    moderator.post(address, {"matter": "appearance", "reason": "The family asked for it."})
    assert narrator.decisions.get().decided_by == cast.moderator()


def test_archivists_do_not_decide(archivist):
    narrator = cast.interview().participations.get()
    assert archivist.get(reverse("workroom:decide", args=[narrator.pk])).status_code == 403


def test_an_approved_interview_is_submitted_again_once_something_has_changed(archivist):
    interview = cast.published()
    page = reverse("workroom:catalogue_interview_change", args=[interview.pk])
    submit = reverse("workroom:act", args=[interview.pk, "submit"])
    assert submit not in archivist.get(page).content.decode()
    with acting(cast.archivist()):
        interview.save()
    assert submit in archivist.get(page).content.decode()
    assert archivist.post(submit).status_code == 302


def test_what_has_been_narrowed_is_submitted_again_although_nobody_edited_it(archivist):
    """A policy that was stricter for a while has narrowed what was approved, for good."""
    interview = cast.published()
    policy = CollectionPolicy.objects.create(collection=interview.collection, scope="audio", widest="nobody")
    policy.delete()
    assert not interview.pending_edits.exists()
    assert archivist.post(reverse("workroom:act", args=[interview.pk, "submit"])).status_code == 302
