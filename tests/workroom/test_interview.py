"""The page of an interview: entered in order, its state shown and never typed, nobody deletes it in passing."""

from django.urls import reverse

from archive.catalogue.models import CustodyEvent, Interview, Person, PlaceMention, Sitting
from archive.custody import acting
from tests import cast

from .conftest import signed_in
from .forms import fields_of

ADD = "/workroom/catalogue/interview/add/"


def address(interview, page="change"):
    return reverse(f"workroom:catalogue_interview_{page}", args=[interview.pk])


def test_an_interview_is_entered_and_goes_on_to_its_parts(archivist):
    data = fields_of(archivist.get(ADD)) | {"collection": cast.collection().pk, "title_en": "The cellar"}
    answer = archivist.post(ADD, data | {"languages": ["uk", "uk-ru"], "recorded": "spring 2022?"})
    interview = Interview.objects.get()
    assert answer["Location"] == address(interview)
    assert (interview.languages, interview.recorded) == (["uk", "uk-ru"], "2022-21?")
    assert interview.pending_edits.get().editor == cast.archivist()


def test_a_title_in_some_language_is_needed(archivist):
    data = fields_of(archivist.get(ADD)) | {"collection": cast.collection().pk}
    assert "Write this text in at least one language." in archivist.post(ADD, data).content.decode()


def test_a_date_that_cannot_be_read_is_said_at_its_field_and_kept(archivist):
    interview = cast.interview()
    data = fields_of(archivist.get(address(interview))) | {"told": "when the bridge fell"}
    answer = archivist.post(address(interview), data)
    assert "This date could not be read." in str(answer.context["adminform"].form.errors["told"])
    assert 'value="when the bridge fell"' in answer.content.decode()


def test_a_date_stands_in_words_and_comes_back_the_same(archivist):
    interview = cast.interview()
    page = archivist.get(address(interview))
    assert 'value="April 2023"' in page.content.decode()
    archivist.post(address(interview), fields_of(page))
    interview.refresh_from_db()
    assert (interview.recorded, interview.told) == ("2023-04", "2022-02-24/2022-09-10")


def test_the_state_is_shown_and_cannot_be_typed(archivist):
    interview = cast.interview()
    page = archivist.get(address(interview))
    assert '<span class="state-word">draft</span>' in page.content.decode()
    archivist.post(address(interview), fields_of(page) | {"state": "approved", "code": "X-1", "key": "x"})
    before = interview.code
    interview.refresh_from_db()
    assert (interview.state, interview.code) == ("draft", before)


def test_parts_are_entered_on_the_page(archivist):
    interview = cast.interview()
    with acting(cast.archivist()):
        place = cast.izium()
    data = fields_of(archivist.get(address(interview)))
    data |= {"sittings-TOTAL_FORMS": "2", "sittings-1-number": "2", "sittings-1-held": "May 2023"}
    data |= {"sittings-1-interview": str(interview.pk)}
    data |= {
        "place_mentions-TOTAL_FORMS": "1",
        "place_mentions-0-place": str(place.pk),
        "place_mentions-0-relation": "about",
        "place_mentions-0-precision": "oblast",
    }
    assert archivist.post(address(interview), data).status_code == 302
    assert Sitting.objects.get(number=2).held == "2023-05"
    assert PlaceMention.objects.get().precision == "oblast"


def test_a_sitting_of_another_interview_cannot_be_chosen(archivist):
    interview, other = cast.interview(), cast.interview(slug="vira")
    foreign = other.sittings.get()
    data = fields_of(archivist.get(address(interview))) | {"recordings-0-sitting": str(foreign.pk)}
    assert archivist.post(address(interview), data).status_code == 200
    assert interview.recordings.get().sitting != foreign


def test_buttons_are_the_acts_this_person_may_do(archivist, moderator, administrator):
    interview = cast.interview()
    words = {
        "archivist": [
            "Preview",
            "Submit for review",
            "Propose to erase",
            "Stop the display",
            "Names found in the text",
            "Withhold a passage",
            "Withdraw agreement",
        ],
        "moderator": [
            "Preview",
            "Propose to erase",
            "Stop the display",
            "Names found in the text",
            "Withhold a passage",
        ],
        "administrator": ["Preview", "Stop the display", "Names found in the text"],
    }
    for role, client in {"archivist": archivist, "moderator": moderator, "administrator": administrator}.items():
        buttons = client.get(address(interview)).context["buttons"]
        assert (role, [str(button.words) for button in buttons]) == (role, words[role])


def test_what_is_public_leads_to_its_page(archivist):
    interview = cast.published()
    page = archivist.get(address(interview))
    reference = interview.publication.reference
    assert ("Public page", f"/en/interviews/{reference}/") in [(b.words, b.address) for b in page.context["buttons"]]
    assert f"It is public as {reference}" in page.content.decode()


def test_moderators_and_administrators_look_and_do_not_write(moderator, administrator):
    interview = cast.interview()
    for client in (moderator, administrator):
        assert client.get(address(interview)).status_code == 200
        assert client.post(address(interview), {"title_en": "Changed"}).status_code == 403
        assert client.get(ADD).status_code == 403


def test_those_who_look_read_words_and_not_codes(moderator):
    interview = cast.interview(warnings=["killing"])
    page = moderator.get(address(interview)).content.decode()
    for words in ("April 2023", "Ukrainian", "killing", "Title · Ukrainian", "12 April 2023"):
        assert words in page
    assert "2022-02-24/2022-09-10" not in page
    assert "Enter an agreement" not in page


def test_an_interview_is_deleted_by_nobody_in_passing(archivist, moderator, administrator):
    interview = cast.interview(consent=False)
    root = cast.staff("root", "Moderator")
    root.is_superuser = True
    root.save()
    for client in (archivist, moderator, administrator, signed_in(root)):
        assert client.post(address(interview, "delete"), {"post": "yes"}).status_code == 403
    assert Interview.objects.exists()


def test_legal_preservation_stands_in_the_log_from_beginning_to_end(archivist):
    interview = cast.interview()
    for words in ({"is_preserved": "on"}, {"is_preserved": ""}):
        data = fields_of(archivist.get(address(interview)))
        data.pop("is_preserved", None)
        archivist.post(address(interview), data | {name: value for name, value in words.items() if value})
    acts = CustodyEvent.objects.filter(act__startswith="preserv").order_by("pk").values_list("act", "interview_key")
    assert list(acts) == [("preserved", interview.key), ("preservation-ended", interview.key)]


def test_names_of_persons_stand_on_no_list_of_interviews(archivist):
    cast.interview()
    page = archivist.get("/workroom/catalogue/interview/").content.decode()
    assert "Коваленко" not in page
    assert str(Person.objects.get()) not in page
