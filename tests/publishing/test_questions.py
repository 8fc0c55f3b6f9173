"""Accounts of a question: public with their interview and their passage, under the question as it was approved."""

import datetime as dt
from contextlib import nullcontext

import pytest
from django.db import IntegrityError, transaction

from archive import publishing
from archive.catalogue.models import Authority, Claim, CustodyEvent, Event, Interview, PlaceMention, Question
from archive.custody import acting
from archive.edition.models import Edition, FacetValue, PublishedAuthority, PublishedInterview, SearchEntry
from archive.publishing.review import is_as_approved
from tests import cast

pytestmark = pytest.mark.django_db
ON = dt.date(2024, 5, 1)


def question(slug: str = "how-long", name: str = "How long did it last?", *, is_approved: bool = True) -> Question:
    with acting(cast.archivist()):
        made = Question.objects.create(slug=slug, name_en=name, introduction_en="Some count from the first day.")
    if is_approved:
        publishing.approve_authority(made, by=cast.moderator())
    return made


def answering(asked: Question, *, slug: str = "olena", **claim):
    """A public interview with one claim."""
    made = cast.interview(slug=slug)
    with acting(cast.archivist()):
        Claim.objects.create(interview=made, statement_en="Six months.", answers=asked, **claim)
    return cast.approve(made)


def shown():
    return [claim for row in PublishedInterview.objects.order_by("pk") for claim in row.content.claims]


def asked() -> list[str]:
    return [*FacetValue.objects.filter(facet="question").values_list("value", flat=True)]


def test_a_claim_is_public_under_its_question():
    answering(question())
    (claim,) = shown()
    assert (claim.answers, claim.question) == ("how-long", {"en": "How long did it last?"})
    assert asked() == ["how-long"]
    card = PublishedAuthority.objects.get(kind="question").content
    assert card.introduction == {"en": "Some count from the first day."} and not card.event


def test_a_question_that_nobody_approved_is_not_named():
    answering(question(name="A rumour", is_approved=False))
    (claim,) = shown()
    assert not claim.answers and claim.question == {}
    assert asked() == [] and "rumour" not in PublishedInterview.objects.get().document


def test_a_corrected_question_is_what_readers_see_and_search_as_soon_as_it_is_approved():
    made = answering(question(name="How long did it lasst?"), question_en="What the claim says it is about")
    with acting(cast.archivist()):
        record = Question.objects.get()
        record.name_en = "How many months did it last?"
        record.save()
    assert shown()[0].question == {"en": "How long did it lasst?"}, "Nobody has approved it yet."
    publishing.approve_authority(record, by=cast.moderator())
    assert shown()[0].question == {"en": "How many months did it last?"}
    claims = SearchEntry.objects.filter(kind="claim").values_list("text", flat=True)
    assert sorted(claims) == ["How many months did it last?", "Six months."]
    assert is_as_approved(made), "The interview itself says what it said."


def test_a_question_goes_with_its_last_account():
    made = [answering(question(), slug="one"), answering(Question.objects.get(), slug="two")]
    publishing.stop(made[0], by=cast.archivist(), reason="A call.")
    assert len(shown()) == 1 and PublishedAuthority.objects.filter(kind="question").exists()
    publishing.stop(made[1], by=cast.archivist(), reason="A call.")
    assert not PublishedAuthority.everything.filter(kind="question").exists()


def test_a_claim_made_from_a_passage_is_withheld_with_it():
    made = answering(question(), passage="a0")
    assert [claim.passage for claim in shown()] == ["a0"]
    publishing.redact(made, by=cast.archivist(), reason="safety", alignment="a0")
    assert shown() == [] and asked() == []


def test_no_words_are_taken_for_the_name_of_a_question():
    answering(question(name="Bread"))
    assert not FacetValue.objects.filter(facet="named-question").exists()
    assert Authority.objects.get(kind="question").forms == "[]"


def test_a_question_leads_to_its_event_only_where_that_is_approved():
    with acting(cast.archivist()):
        rumour = Event.objects.create(slug="rumour", name_en="Rumour")
        made = Question.objects.create(slug="how-long", name_en="How long?", about=rumour)
    publishing.approve_authority(made, by=cast.moderator())
    answering(made)
    assert PublishedAuthority.objects.get(kind="question").content.event == ""


def event(slug: str, **fields) -> Event:
    with acting(cast.archivist()):
        made = Event.objects.create(slug=slug, name_en=slug, **fields)
    publishing.approve_authority(made, by=cast.moderator())
    return made


def telling_of(told: Event, slug: str):
    made = cast.interview(slug=slug)
    with acting(cast.archivist()):
        made.events.add(told)
    return cast.approve(made)


def asked_about() -> str | None:
    return PublishedAuthority.everything.get(kind="question").content.event


def test_a_question_names_its_event_only_while_that_is_public():
    told = event("occupation")
    with acting(cast.archivist()):
        made = Question.objects.create(slug="how-long", name_en="How long?", about=told)
    publishing.approve_authority(made, by=cast.moderator())
    answering(made)
    assert asked_about() == "", "Nothing public tells of the event."
    telling = telling_of(told, "telling")
    assert asked_about() == "occupation"
    publishing.stop(telling, by=cast.archivist(), reason="A call.")
    assert asked_about() == ""
    publishing.release(telling, by=cast.moderator(), reason="It was a mistake.")
    assert asked_about() == "occupation"
    revision = Edition.objects.get().revision
    for each in Interview.objects.all():
        publishing.publish(each)
    assert Edition.objects.get().revision == revision, "What says the same is no new revision."


def test_a_question_names_the_event_into_which_its_own_was_merged():
    told, kept = event("occupation"), event("siege")
    with acting(cast.archivist()):
        made = Question.objects.create(slug="how-long", name_en="How long?", about=told)
    publishing.approve_authority(made, by=cast.moderator())
    answering(made)
    telling_of(told, "telling")
    publishing.merge_authorities(kept=kept, merged=told, by=cast.archivist())
    publishing.approve_authority(Authority.objects.get(pk=kept.pk), by=cast.moderator())
    assert asked_about() == "siege"


def test_an_event_names_its_place_only_while_that_is_public():
    told = event("fall", location=cast.izium())
    telling = telling_of(told, "telling")
    named = PublishedAuthority.everything.filter(kind="event")
    assert named.get().content.place == ""
    with acting(cast.archivist()):
        PlaceMention.objects.create(interview=telling, place=cast.izium(), precision="settlement")
    cast.approve(telling)
    assert named.get().content.place == "izium"


def test_accounts_follow_a_question_that_was_merged():
    merged, kept = question("how-long"), question("how-many-months")
    answering(merged)
    publishing.merge_authorities(kept=kept, merged=merged, by=cast.archivist())
    assert asked() == ["how-long"], "Nobody has approved it yet."
    publishing.approve_authority(Authority.objects.get(pk=kept.pk), by=cast.moderator())
    assert asked() == ["how-many-months"]


def test_a_standing_is_public_with_its_signature_after_an_approval():
    made = answering(question())
    claim = Claim.objects.get()
    publishing.sign_claim(claim, by=cast.archivist(), standing="disputed", signature={"en": "The archivist"}, on=ON)
    assert not shown()[0].standing, "Nobody has approved it yet."
    cast.approve(made)
    standing = shown()[0].standing
    assert (standing.word, standing.signature, standing.signed) == ("disputed", {"en": "The archivist"}, "2024-05-01")
    assert Claim.objects.get().signed_by == cast.archivist()
    assert CustodyEvent.objects.filter(act="standing-signed", object_key=claim.key).count() == 1


def test_a_standing_taken_back_takes_its_signature_along():
    answering(question())
    sign = {"by": cast.archivist(), "signature": {"en": "The archivist"}, "on": ON}
    publishing.sign_claim(Claim.objects.get(), standing="disputed", **sign)
    taken = publishing.sign_claim(Claim.objects.get(), standing="", **sign)
    assert (taken.standing, taken.signature_en, taken.signed_on, taken.signed_by) == ("", None, None, None)


@pytest.mark.parametrize(
    "change",
    [
        {"statement_en": "Seven."},
        {"passage": ""},
        {"told": "2022"},
        {"attribution_en": "A neighbour"},
        {"answers": None},
    ],
    ids=lambda change: next(iter(change)),
)
@pytest.mark.parametrize("is_partial", [False, True])
def test_a_signature_goes_when_what_was_signed_is_changed(change, is_partial):
    made = answering(question(), passage="a0")
    signature = {"en": "The archivist"}
    publishing.sign_claim(Claim.objects.get(), by=cast.archivist(), standing="disputed", signature=signature, on=ON)
    claim = Claim.objects.get()
    for name, value in change.items():
        setattr(claim, name, value)
    with acting(cast.archivist()):
        claim.save(update_fields=[*change] if is_partial else None)
    left = Claim.objects.get()
    assert (left.standing, left.signature_en, left.signed_on, left.signed_by) == ("", None, None, None)
    assert CustodyEvent.objects.filter(act="standing-signed", object_key=claim.key).count() == 1
    cast.approve(made)
    assert not shown()[0].standing


def test_the_log_tells_of_a_signature_that_went_once_and_in_no_words():
    made = answering(question())
    sign = {"by": cast.archivist(), "standing": "disputed", "signature": {"en": "The archivist"}, "on": ON}
    claim = publishing.sign_claim(Claim.objects.get(), **sign)
    with acting(cast.staff("second", "Archivist")):
        for statement in ("Seven months.", "Eight months."):
            claim.statement_en = statement
            claim.save()
    lapsed = CustodyEvent.objects.get(act="standing-lapsed")
    assert (lapsed.actor.username, lapsed.object_key, lapsed.interview_key) == ("second", claim.key, made.key)
    assert not lapsed.before and not lapsed.after


def merged_into(words: str) -> Claim:
    """A claim whose standing was signed under “How long did it last?” and published, merged into a question of these
    words."""
    merged, kept = question("how-long"), question("how-many-months", words)
    made = answering(merged)
    sign = {"standing": "disputed", "signature": {"en": "The archivist"}, "on": ON}
    publishing.sign_claim(Claim.objects.get(), by=cast.archivist(), **sign)
    cast.approve(made)
    publishing.merge_authorities(kept=kept, merged=merged, by=cast.archivist())
    return Claim.objects.get()


def test_a_claim_merged_under_a_question_of_other_words_has_to_be_signed_again():
    claim = merged_into("How many months did it last?")
    assert (claim.standing, claim.signed_by) == ("", None)
    assert CustodyEvent.objects.filter(act="standing-lapsed", object_key=claim.key).count() == 1
    assert shown()[0].standing and shown()[0].answers == "how-long", "Nobody has approved the merge yet."
    publishing.approve_authority(claim.answers, by=cast.moderator())
    assert not shown()[0].standing and shown()[0].answers == "how-many-months"


def test_a_claim_merged_under_the_same_question_stays_signed():
    claim = merged_into("How long did it last?")
    assert (claim.standing, claim.signed_by) == ("disputed", cast.archivist())
    assert not CustodyEvent.objects.filter(act="standing-lapsed").exists()
    publishing.approve_authority(claim.answers, by=cast.moderator())
    assert shown()[0].standing.word == "disputed" and shown()[0].answers == "how-many-months"


def test_a_question_reworded_between_its_merge_and_its_approval_takes_no_signature_along():
    kept = merged_into("How long did it last?").answers
    with acting(cast.archivist()):
        kept.name_en = "How many months did it last?"
        kept.save()
    publishing.approve_authority(kept, by=cast.moderator())
    assert not shown()[0].standing


def test_a_question_merged_twice_keeps_signatures_only_where_no_step_changes_its_words():
    kept = merged_into("How long did it last?").answers
    publishing.approve_authority(kept, by=cast.moderator())
    assert shown()[0].standing
    last = question("months", "How many months did it last?")
    publishing.merge_authorities(kept=last, merged=kept, by=cast.archivist())
    publishing.approve_authority(Authority.objects.get(pk=last.pk), by=cast.moderator())
    assert not shown()[0].standing and shown()[0].answers == "months"


def test_a_signature_stays_where_something_else_is_changed_and_where_the_change_is_signed():
    answering(question())
    sign = {"by": cast.archivist(), "standing": "disputed", "signature": {"en": "The archivist"}, "on": ON}
    publishing.sign_claim(Claim.objects.get(), **sign)
    claim = Claim.objects.get()
    claim.private_note, claim.statement_en = "Asked again.", "Six  months.\r\n"
    with acting(cast.archivist()):
        claim.save()
    assert Claim.objects.get().signature_en == "The archivist"
    claim.statement_en = "Seven months."
    publishing.sign_claim(claim, **sign)
    assert Claim.objects.get().standing == "disputed"


def test_no_standing_without_a_signature_and_its_day():
    answering(question())
    claim = Claim.objects.get()
    for signature, on in (({}, ON), ({"en": "The archivist"}, None)):
        with pytest.raises(publishing.Refused, match="and on which day"):
            publishing.sign_claim(claim, by=cast.archivist(), standing="disputed", signature=signature, on=on)
    with pytest.raises(IntegrityError), transaction.atomic():
        Claim.objects.update(standing="disputed")


@pytest.mark.parametrize(
    ("now", "may_sign"), [("2024-05-01 20:59:00+00:00", False), ("2024-05-01 21:00:00+00:00", True)]
)
def test_nobody_signs_for_a_day_that_has_not_begun_where_the_archive_is(time_machine, now, may_sign):
    """At nine in the evening of universal time a summer's day begins in Kyiv."""
    answering(question())
    time_machine.move_to(now, tick=False)
    signature = {"en": "The archivist"}
    sign = {"by": cast.archivist(), "standing": "disputed", "signature": signature, "on": dt.date(2024, 5, 2)}
    with nullcontext() if may_sign else pytest.raises(publishing.Refused, match="day to come"):
        publishing.sign_claim(Claim.objects.get(), **sign)
    assert Claim.objects.get().standing == ("disputed" if may_sign else "")
    assert CustodyEvent.objects.filter(act="standing-signed").count() == may_sign
