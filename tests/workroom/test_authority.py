"""An authority record reaches the public when a second person has approved it."""

import datetime as dt
import re

import pytest
from django.urls import reverse

from archive import publishing
from archive.catalogue.models import Authority, Claim, Event, Label, Person, Place, Question, Topic
from archive.custody import acting
from tests import cast

from .conftest import signed_in
from .forms import fields_of


def village() -> Place:
    with acting(cast.archivist()):
        return Place.objects.create(slug="borivske", level="settlement", name_en="Borivske")


def asking(**fields) -> Question:
    with acting(cast.archivist()):
        return Question.objects.create(
            **({"slug": "how-long", "name_en": "How long?", "name_uk": "Як довго?"} | fields),
        )


def page_of(record) -> str:
    return reverse("workroom:approve-authority", args=[record.pk])


def approve(client, record) -> str:
    """Approve what the page shows; return what it showed."""
    page = client.get(page_of(record))
    assert client.post(page_of(record), fields_of(page)).status_code == 302
    return page.content.decode()


def facts(page: str) -> dict[str, str]:
    return dict(re.findall(r"<dt>(.*?)</dt><dd[^>]*>(.*?)</dd>", page))


def changes(page: str) -> list[tuple[str, ...]]:
    """The rows of the table that says what would change."""
    row = r'<th scope="row">(.*?)</th><td><del>(.*?)</del></td><td><ins>(.*?)</ins></td>'
    return re.findall(row, page)


def test_a_moderator_approves_what_an_archivist_wrote(moderator):
    place = village()
    assert "Borivske" in approve(moderator, place)
    place.refresh_from_db()
    assert (place.approved_revision, place.approved_by) == (place.revision, cast.moderator())


def test_every_text_of_a_question_that_becomes_public_is_shown_in_every_language(moderator):
    with acting(cast.archivist()):
        told = Event.objects.create(slug="occupation", name_en="The occupation", happened="2022-04")
    approve(moderator, told)
    made = asking(introduction_uk="Дехто рахує дні.", introduction_en="Some count days.", about=told)
    with acting(cast.archivist()):
        Label.objects.create(authority=made, language="pl", text="Jak długo?", is_public=True)
        Label.objects.create(authority=made, language="en", text="A private wording")
    page = moderator.get(page_of(made)).content.decode()
    assert facts(page) == {
        "Name · Ukrainian": "Як довго?",
        "Name · English": "How long?",
        "Variant · Polish": "Jak długo?",
        "Introduction · Ukrainian": "Дехто рахує дні.",
        "Introduction · English": "Some count days.",
        "Event it asks about": "The occupation",
    }
    assert "What would change" not in page and "A private wording" not in page


def test_what_changed_since_the_last_approval_stands_beside_what_is_public(moderator):
    made = asking(introduction_en="Some count days.", introduction_pl="Niektórzy liczą dni.")
    approve(moderator, made)
    made.refresh_from_db()
    with acting(cast.archivist()):
        made.introduction_en, made.introduction_pl = "Some count from the first day.", ""
        made.save()
        Label.objects.create(authority=made, language="en", text="For how long?", is_public=True)
    page = moderator.get(page_of(made)).content.decode()
    assert changes(page) == [
        ("Variant · English", "—", "For how long?"),
        ("Introduction · English", "Some count days.", "Some count from the first day."),
        ("Introduction · Polish", "Niektórzy liczą dni.", "—"),
    ]
    approve(moderator, made)
    assert "Nothing would change." in moderator.get(page_of(made)).content.decode()


def test_a_place_is_shown_with_where_it_belongs_and_its_identifiers(moderator):
    izium = cast.izium()
    with acting(cast.archivist()):
        made = Place.objects.create(
            slug="bridge", level="site", name_en="The bridge", parent=izium, is_invented=True, wikidata_id="Q1",
            latitude="49.21", longitude="37.28",
        )  # fmt: skip
    assert facts(moderator.get(page_of(made)).content.decode()) == {
        "Name · English": "The bridge",
        "Part of": "Izium",
        "Level": "site within a settlement",
        "Invented place": "yes",
        "Coordinates": "49.21000, 37.28000",
        "Wikidata": "Q1",
    }


@pytest.mark.parametrize("noun", [Place, Topic, Event, Person, Question])
def test_what_changed_while_it_was_looked_at_is_not_approved(noun, db):
    root = cast.staff("root", "Moderator")
    root.is_superuser = True
    root.save()
    client = signed_in(root)
    with acting(cast.archivist()):
        made = noun.objects.create(slug="one", name_en="As it was", **({"level": "site"} if noun is Place else {}))
        looked_at = fields_of(client.get(page_of(made)))
        made.name_en = "As it is"
        made.save()
    answer = client.post(page_of(made), looked_at)
    page = answer.content.decode()
    assert answer.status_code == 409 and "This record has changed since you looked." in page
    assert "As it is" in page and not Authority.objects.get().snapshot
    assert client.post(page_of(made), fields_of(answer)).status_code == 302, "Now it has been seen."
    assert "As it is" in Authority.objects.get().snapshot


def test_a_label_that_came_meanwhile_is_a_change_and_what_nobody_looked_at_is_not_approved(moderator):
    made = asking()
    looked_at = fields_of(moderator.get(page_of(made)))
    with acting(cast.archivist()):
        Label.objects.create(authority=made, language="en", text="Till when?", is_public=True)
    for data in (looked_at, {}):
        assert moderator.post(page_of(made), data).status_code == 409
    assert not Authority.objects.get().snapshot


def test_whoever_approves_a_merge_reads_what_was_merged(moderator):
    merged, kept = asking(), asking(slug="months", name_en="How many months?")
    for record in (merged, kept):
        approve(moderator, record)
    publishing.merge_authorities(kept=kept, merged=merged, by=cast.archivist())
    page = moderator.get(page_of(kept)).content.decode()
    assert "“How long?” was merged into it and is worded otherwise" in page


def test_whoever_approves_other_words_of_a_question_reads_that_signatures_stay(moderator):
    made = asking()
    approve(moderator, made)
    with acting(cast.archivist()):
        claim = Claim.objects.create(interview=cast.interview(), statement_en="Six months.", answers=made)
    sign = {"standing": "disputed", "signature": {"en": "The archivist"}, "on": dt.date(2024, 5, 1)}
    publishing.sign_claim(claim, by=cast.archivist(), **sign)
    assert "signed how" not in moderator.get(page_of(made)).content.decode()
    made.refresh_from_db()
    with acting(cast.archivist()):
        made.name_en = "How long was it?"
        made.save()
    assert "signed how statements under it stand: 1." in moderator.get(page_of(made)).content.decode()


def test_an_archivist_does_not_approve(archivist):
    place = village()
    assert archivist.post(reverse("workroom:approve-authority", args=[place.pk])).status_code == 403


def test_whoever_edited_it_last_is_refused_on_the_page(db):
    root = cast.staff("root", "Moderator")
    root.is_superuser = True
    root.save()
    with acting(root):
        place = Place.objects.create(slug="borivske", level="settlement", name_en="Borivske")
    answer = signed_in(root).post(reverse("workroom:approve-authority", args=[place.pk]))
    assert answer.status_code == 409
    assert "You edited this record yourself" in answer.content.decode()


def test_the_page_says_which_revision_the_public_sees(archivist, moderator):
    place = village()
    approve(moderator, place)
    page = reverse("workroom:catalogue_place_change", args=[place.pk])
    answer = archivist.get(page)
    assert "revision 1, approved as it stands" in answer.content.decode()
    archivist.post(page, fields_of(answer) | {"name_en": "Borivs’ke"})
    assert "the public sees revision 1; revision 2 awaits approval" in archivist.get(page).content.decode()


def test_an_approved_address_stays(archivist, moderator):
    place = village()
    approve(moderator, place)
    page = reverse("workroom:catalogue_place_change", args=[place.pk])
    archivist.post(page, fields_of(archivist.get(page)) | {"slug": "elsewhere"})
    place.refresh_from_db()
    assert place.slug == "borivske"


def test_a_question_says_because_of_whom_its_introduction_is_not_shown(archivist, moderator):
    asked = asking(introduction_uk="Тут говорить Олена Коваленко.")
    approve(moderator, asked)
    address = reverse("workroom:catalogue_question_change", args=[asked.pk])
    assert "Readers see it as it was approved." in archivist.get(address).content.decode()
    draft = cast.interview()
    with acting(cast.archivist()):
        Claim.objects.create(interview=draft, statement_en="Six months.", answers=asked)
    assert f"because of {draft.code}, a name in it may not stand here" in archivist.get(address).content.decode()
