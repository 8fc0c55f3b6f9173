"""The moderator's page: all that decides is on it, and an approval is bound to it."""

import re

import pytest
from django.urls import reverse

from archive import publishing
from archive.catalogue.models import Claim, Grant, Interview, Question, ResearchListing, Waiver
from archive.custody import acting
from archive.edition.models import PublishedInterview
from tests import cast

from .conftest import signed_in
from .forms import fields_of


def submitted(**fields):
    interview = cast.interview(**fields)
    publishing.submit(interview, by=cast.archivist())
    return interview


def address(interview):
    return reverse("workroom:review", args=[interview.pk])


def approval(client, interview):
    """What the moderator's browser sends with every point ticked."""
    page = client.get(address(interview))
    points = [code for code, _ in publishing.look(interview).checklist]
    return fields_of(page) | {"checklist": points}


def test_a_moderator_approves_and_it_is_public(moderator):
    interview = submitted()
    answer = moderator.post(address(interview), approval(moderator, interview))
    assert answer.status_code == 302
    assert PublishedInterview.objects.get().content.title["en"] == "The cellar"


def test_what_changed_since_it_was_looked_at_is_not_approved_and_is_shown(moderator):
    interview = submitted()
    seen = approval(moderator, interview)
    with acting(cast.archivist()):
        interview.refresh_from_db()
        interview.title_en = "The mill"
        interview.save()
    answer = moderator.post(address(interview), seen)
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "This record has changed since you looked." in page
    assert "The mill" in page
    assert not PublishedInterview.objects.exists()
    assert moderator.post(address(interview), fields_of(answer) | {"checklist": seen["checklist"]}).status_code == 302


def test_every_point_of_the_checklist_is_ticked_first(moderator):
    interview = submitted()
    data = approval(moderator, interview)
    data["checklist"] = data["checklist"][1:]
    answer = moderator.post(address(interview), data)
    assert "Confirm every point of the checklist." in answer.content.decode()
    assert not PublishedInterview.objects.exists()


def test_four_eyes_hold_on_the_page_even_for_a_superuser_who_edited(db):
    interview = cast.interview()
    root = cast.staff("root", "Moderator")
    root.is_superuser = True
    root.save()
    with acting(root):
        interview.save()
    publishing.submit(interview, by=cast.archivist())
    client = signed_in(root)
    answer = client.post(address(interview), approval(client, interview) | {"seen": publishing.look(interview).digest})
    assert answer.status_code == 409
    assert "You edited this interview yourself" in answer.content.decode()
    assert not PublishedInterview.objects.exists()


@pytest.mark.parametrize("role", ["archivist", "administrator"])
def test_only_moderators_reach_the_page(request, role):
    client = request.getfixturevalue(role)
    interview = submitted()
    assert client.get(address(interview)).status_code == 403
    assert client.post(address(interview), {"seen": publishing.look(interview).digest}).status_code == 403
    assert client.get(reverse("workroom:review-queue")).status_code == 403


def test_it_is_returned_with_a_reason_that_the_archivist_reads(moderator, archivist):
    interview = submitted()
    moderator.post(reverse("workroom:act", args=[interview.pk, "return"]), {"reason": "The dates are missing."})
    interview.refresh_from_db()
    assert interview.state == Interview.State.RETURNED
    assert "The dates are missing." in archivist.get("/workroom/").content.decode()
    page = archivist.get(reverse("workroom:catalogue_interview_change", args=[interview.pk])).content.decode()
    assert "It was returned: “The dates are missing.”" in page


def test_a_sighted_name_is_shown_in_its_words_with_the_ways_out_of_it(moderator):
    interview = submitted(abstract_en="Olena Kovalenko tells of bread.")
    sighting = publishing.look(interview).sightings[0]
    page = moderator.get(address(interview)).content.decode()
    assert f"<mark>{sighting.found}</mark> tells of bread." in page
    assert f"?sighting={sighting.id}" in page


def test_a_waiver_carries_its_reason_to_the_page(moderator):
    interview = submitted(abstract_en="Olena Kovalenko tells of bread.")
    for sighting in publishing.look(interview).sightings:
        moderator.post(
            reverse("workroom:waive", args=[interview.pk]), {"sighting": sighting.id, "reason": "Another person."}
        )
    assert all(waiver.waived_by == cast.moderator() for waiver in Waiver.objects.all())
    assert "Another person." in moderator.get(address(interview)).content.decode()
    assert moderator.post(address(interview), approval(moderator, interview)).status_code == 302


def test_each_part_withheld_is_named_with_its_reason(moderator):
    interview = cast.interview(consent=False)
    with acting(cast.archivist()):
        cast.grant_all(interview.participations.get(), audio="nobody", video="nobody")
    publishing.submit(interview, by=cast.archivist())
    page = moderator.get(address(interview)).content.decode()
    withheld = publishing.look(interview).withheld
    assert {"sound", "video"} <= {part.part for part in withheld}
    assert all(part.sentence in page for part in withheld)
    assert "The sound would not be public." in page


def test_agreements_stand_with_their_dates(moderator):
    interview = submitted()
    interview.participations.get().consent_records.update(voice_recognition_agreed=True)
    page = " ".join(moderator.get(address(interview)).content.decode().split())
    assert "given on May 1, 2023 by the narrator, on paper, explained in Ukrainian." in page
    assert "Knows that a voice can be recognised, and agreed." in page
    assert "No paper or recording of it is kept." in page


def test_each_participant_can_be_decided_about_from_the_page(moderator):
    interview = submitted()
    narrator = reverse("workroom:catalogue_participation_change", args=[interview.participations.get().pk])
    assert f'href="{narrator}"' in moderator.get(address(interview)).content.decode()
    page = moderator.get(narrator).content.decode()
    assert reverse("workroom:decide", args=[interview.participations.get().pk]) in page
    assert "Withdraw agreement" not in page


def test_the_preview_shows_every_language_and_what_would_change(archivist):
    interview = cast.published()
    with acting(cast.archivist()):
        interview.title_en = "The mill"
        interview.save()
    page = archivist.get(reverse("workroom:preview", args=[interview.pk])).content.decode()
    for words in ("The mill", "Підвал", "We baked bread over a fire.", "Хліб пекли на вогнищі."):
        assert words in page
    assert "<del>" in page
    assert "<form method" not in page.split('id="content-main"')[1].split("<footer")[0]


def test_the_queue_holds_what_waits_and_nothing_else(moderator):
    waiting = submitted()
    cast.interview("A draft", slug="vira")
    page = moderator.get(reverse("workroom:review-queue")).content.decode()
    assert page.count(waiting.code) == 1
    assert "Awaiting review" in page


def test_a_moderator_sees_what_only_researchers_would_read(moderator):
    interview = cast.interview()
    Grant.objects.filter(scope="transcript").update(audience="researchers")
    publishing.submit(interview, by=cast.archivist())
    body = moderator.get(reverse("workroom:review", args=[interview.pk])).content.decode()
    public, _, researchers = body.partition('id="preview-for-researchers"')
    assert cast.ENGLISH[1] in researchers and cast.ENGLISH[1] not in public


def test_a_moderator_is_told_of_words_held_back_from_researchers(moderator):
    interview = cast.published()
    ResearchListing.objects.update(is_held=True, beyond=["text"])
    body = moderator.get("/workroom/").content.decode()
    assert "Held back" in body and interview.code in body
    assert (
        "held back from researchers" in moderator.get(reverse("workroom:preview", args=[interview.pk])).content.decode()
    )


def test_a_moderator_is_told_with_which_record_an_interview_is_not_shown_and_can_let_it_stand(moderator):
    told, interview = cast.topic("bread", name_uk="Хліб"), cast.interview()
    with acting(cast.archivist()):
        interview.topics.add(told)
        interview.participations.update(name_full_uk="Марія Бондар")
    cast.approve(interview)
    cast.reword(told, scope_note_uk="Хліб, який пекла Марія Бондар.")
    assert interview.code in _part(moderator.get("/workroom/").content.decode(), "Not shown with a place")
    preview = moderator.get(reverse("workroom:preview", args=[interview.pk])).content.decode()
    assert "It is not shown with bread" in preview
    page = _part(moderator.get(address(interview)).content.decode(), 'id="sighted"')
    assert "in the words of a place, topic or event" in page and "пекла <mark>Марія Бондар</mark>" in page
    assert "Let it stand" in page and "alignment=" not in page
    (sighting,) = publishing.look(interview).sightings
    publishing.waive(interview, by=cast.moderator(), sighting=sighting.id, reason="Another Mariia.")
    assert "Not shown with a place" not in moderator.get("/workroom/").content.decode()


def _part(page: str, opening: str) -> str:
    """From these words to the end of their section."""
    return page.partition(opening)[2].partition("</section>")[0]


def test_a_claim_is_shown_under_its_question_with_its_passage_in_every_language(moderator):
    made = cast.interview()
    with acting(cast.archivist()):
        asked = Question.objects.create(slug="bread", name_en="Was there bread?", name_uk="Чи був хліб?")
        Claim.objects.create(interview=made, statement_en="There was.", answers=asked, passage="a1", told="2022-04")
        Claim.objects.create(interview=made, statement_en="So it is told.")
    publishing.approve_authority(asked, by=cast.moderator())
    publishing.submit(made, by=cast.archivist())
    page = moderator.get(address(made)).content.decode()
    from_passage, plain = re.findall(r'<article class="preview-claim">(.*?)</article>', page, re.DOTALL)
    seen = " ".join(re.sub(r"<[^>]*>", " ", from_passage).split())
    assert seen.startswith("en Was there bread? uk Чи був хліб? Readers find it on the page of this question too")
    assert "en There was. Olena K. · " in seen and "Tells of April 2022" in seen
    assert seen.endswith("The passage, at 0:10 uk Хліб пекли на вогнищі. en We baked bread over a fire.")
    assert "passage" not in plain and "question" not in plain


def test_a_claim_whose_question_nobody_approved_stands_under_its_own_heading(moderator):
    made = cast.interview()
    with acting(cast.archivist()):
        asked = Question.objects.create(slug="bread", name_en="Was there bread?")
        Claim.objects.create(interview=made, statement_en="There was.", answers=asked, question_en="Bread")
    publishing.submit(made, by=cast.archivist())
    page = moderator.get(address(made)).content.decode()
    (claim,) = re.findall(r'<article class="preview-claim">(.*?)</article>', page, re.DOTALL)
    assert "Bread" in claim and "Was there bread?" not in page and "page of this question" not in page
