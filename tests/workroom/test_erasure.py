"""An erasure is proposed on one page and confirmed by another person on another, who has read what will be gone."""

import pytest
from django.urls import reverse

from archive import publishing
from archive.catalogue.models import Erasure, Interview, Person
from tests import cast

from .conftest import signed_in


@pytest.fixture
def proposed(db):
    interview = cast.published()
    publishing.propose_erasure(interview, by=cast.archivist(), reason="Her letter of May.")
    return interview


def address(interview):
    return reverse("workroom:erase", args=[interview.pk])


def act(interview, slug):
    return reverse("workroom:act", args=[interview.pk, slug])


def test_an_archivist_proposes_with_a_reason_and_nothing_is_erased_yet(archivist):
    interview = cast.published()
    assert "Somebody else has to confirm it" in archivist.get(act(interview, "propose-erasure")).content.decode()
    archivist.post(act(interview, "propose-erasure"), {"reason": ""})
    assert not Erasure.objects.exists()
    page = archivist.post(act(interview, "propose-erasure"), {"reason": "Her letter of May."}, follow=True)
    assert "olha proposes to erase it: “Her letter of May.”" in page.content.decode()
    assert Interview.objects.exists()


def test_it_waits_for_a_moderator_and_for_no_archivist(archivist, moderator, proposed):
    assert "Erasure to confirm" in moderator.get("/workroom/").content.decode()
    assert "Erasure to confirm" not in archivist.get("/workroom/").content.decode()


def test_the_page_says_in_words_what_goes_and_what_stays(moderator, proposed):
    page = moderator.get(address(proposed)).content.decode()
    reference = proposed.publication.reference
    for words in (
        "olha proposed it: “Her letter of May.”",
        "Recordings: 1; Transcripts: 2; Segments: 6; Consent records: 1; Approved versions: 1.",
        f"At {reference} stands that the record is not available.",
        "Backups made before today",
        str(Person.objects.get()),
    ):
        assert words in page
    assert "Коваленко" not in page


def test_it_is_erased_by_whoever_types_its_code(moderator, proposed):
    refused = moderator.post(address(proposed), {"code": "XX-2020-0001"})
    assert "This is not the code of this interview." in refused.content.decode()
    assert Interview.objects.exists()
    answer = moderator.post(address(proposed), {"code": proposed.code}, follow=True)
    assert "The interview is erased." in answer.content.decode()
    assert not Interview.objects.exists() and Person.objects.exists()
    assert moderator.get(address(proposed)).status_code == 404


def test_persons_go_along_who_are_ticked(moderator, proposed):
    person = Person.objects.get()
    moderator.post(address(proposed), {"code": proposed.code, "people": [person.pk]})
    assert not Person.objects.exists()


@pytest.mark.parametrize(("role", "status"), [("archivist", 403), ("administrator", 403), ("proposer", 409)])
def test_nobody_else_and_never_the_proposer(proposed, role, status):
    if role == "proposer":
        Erasure.objects.update(proposed_by=cast.moderator())
    client = signed_in({"archivist": cast.archivist, "administrator": cast.administrator}.get(role, cast.moderator)())
    for answer in (client.get(address(proposed)), client.post(address(proposed), {"code": proposed.code})):
        assert answer.status_code == status
    assert Interview.objects.exists()


def test_a_proposal_is_taken_back_and_legal_preservation_closes_the_page(moderator, archivist, proposed):
    Interview.objects.update(is_preserved=True)
    assert moderator.get(address(proposed)).status_code == 409
    assert archivist.get(act(proposed, "propose-erasure")).status_code == 409
    archivist.post(act(proposed, "keep"))
    assert not Erasure.objects.exists()


def test_what_is_left_of_it_is_listed_without_a_name(moderator, proposed):
    publishing.erase_interview(proposed, by=cast.moderator())
    page = moderator.get(reverse("workroom:catalogue_erasure_changelist")).content.decode()
    assert "olha" in page and "marko" in page and proposed.code not in page
