"""What a record is called, to whom: codes for everybody, names for those who may know them."""

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from archive.catalogue.models import Label, Person, PersonIdentity, PersonStatus
from archive.custody import acting
from tests import cast

from .forms import fields_of

PICKER = "/workroom/autocomplete/?app_label=catalogue&model_name=participation&field_name=person&term="
NAME = "Олена Коваленко"


def found(client, term=""):
    answer = client.get(PICKER + term)
    return [row["text"] for row in answer.json()["results"]] if answer.status_code == 200 else answer.status_code


def test_a_picker_names_persons_to_those_who_may_know_them_and_gives_others_a_code(archivist, moderator, administrator):
    person = cast.person("olena")
    assert found(archivist) == [f"{person} · {NAME}"]
    assert found(administrator) == [f"{person} · {NAME}"]
    assert found(moderator) == [str(person)]


def test_a_search_by_name_finds_nothing_for_those_who_may_not_know_it(archivist, moderator):
    person = cast.person("olena")
    assert found(archivist, "Коваленко") == [f"{person} · {NAME}"]
    assert found(moderator, "Коваленко") == []
    assert found(moderator, str(person)) == [str(person)]


def test_nobody_signed_out_is_answered(client, db):
    cast.person("olena")
    assert client.get(PICKER).status_code == 302


def test_the_legal_name_is_in_no_list_and_no_search(archivist):
    person = cast.person("olena")
    PersonIdentity.objects.create(person=person, legal_name="Zoriana", contacts="+380")
    assert found(archivist, "Zoriana") == []
    page = archivist.get("/workroom/catalogue/person/?q=Zoriana").content.decode()
    assert str(person) not in page
    assert NAME not in archivist.get("/workroom/catalogue/person/").content.decode()


@pytest.mark.parametrize(("role", "sees"), [("archivist", True), ("administrator", True), ("moderator", False)])
def test_the_identity_opens_for_those_who_may_know_it(request, db, role, sees):
    person = cast.person("olena")
    PersonIdentity.objects.create(person=person, legal_name="Zoriana", contacts="+380")
    client = request.getfixturevalue(role)
    page = client.get(reverse("workroom:catalogue_person_change", args=[person.pk])).content.decode()
    assert ("Zoriana" in page) is sees


def test_history_and_messages_carry_the_code(archivist):
    person = cast.person("olena")
    address = reverse("workroom:catalogue_person_change", args=[person.pk])
    data = fields_of(archivist.get(address)) | {"name_uk": "Марія Шевченко"}
    page = archivist.post(address, data, follow=True).content.decode()
    entry = LogEntry.objects.get()
    assert Person.objects.get().name_uk == "Марія Шевченко"
    assert entry.object_repr == str(person)
    assert "Шевченко" not in entry.change_message + page


def test_namesakes_are_told_apart(archivist):
    with acting(cast.archivist()):
        cast.izium()
    answer = archivist.get(
        "/workroom/autocomplete/?app_label=catalogue&model_name=placemention&field_name=place&term=Izium"
    )
    assert {row["text"] for row in answer.json()["results"]} == {
        "Izium · settlement · Izium raion",
        "Izium raion · raion · Kharkiv oblast",
    }


def test_a_private_name_stands_on_the_page_of_no_person_for_those_who_may_not_know_it(archivist, moderator):
    person = cast.person("olena")
    with acting(cast.archivist()):
        Label.objects.create(authority=person, language="uk", text="Оленка")
    page = reverse("workroom:catalogue_person_change", args=[person.pk])
    approve = reverse("workroom:approve-authority", args=[person.pk])
    assert NAME in archivist.get(page).content.decode()
    seen = moderator.get(page).content.decode()
    assert str(person) in seen
    assert NAME not in seen and "Оленка" not in seen and approve not in seen
    assert moderator.get(approve).status_code == 403


def test_a_public_figure_is_approved_by_name(moderator):
    person = cast.person("mayor")
    with acting(cast.archivist()):
        PersonStatus.objects.create(person=person, kind="public-figure")
    assert NAME in moderator.get(reverse("workroom:catalogue_person_change", args=[person.pk])).content.decode()
    assert NAME in moderator.get(reverse("workroom:approve-authority", args=[person.pk])).content.decode()
