import re
from dataclasses import replace

import pytest

from archive.document.document import Standing
from archive.edition.models import PublishedInterview
from archive.reading_room.questions.accounts import accounts
from tests.edition.factory import FIRST_PUBLIC_AT
from tests.reading_room import cast
from tests.reading_room.cast import answering, publish

ADDRESS = "/en/questions/how-long/"


def statements(page: str) -> list[str]:
    return re.findall(r"<h3>(.*?)</h3>", page)


def publish_three():
    publish(answering("seven", "Seven months.", told="2022-02/2022-09"), cast.BROADCAST)
    publish(answering("six", "Nearly six months.", told="2022-03~/.."), cast.AGENCY)
    publish(answering("half", "Half a year."), "AAA-AAA")


def test_accounts_stand_in_the_order_in_which_they_became_public(visitor):
    publish_three()
    page = visitor.read(ADDRESS)
    assert statements(page) == ["Seven months.", "Nearly six months.", "Half a year."]
    assert "3 testimonies answer it." in page and "The reports count from different days." in page
    assert page.count('<svg class="told"') == 2, "Only what names a time is drawn."
    assert f'href="/en/interviews/{cast.AGENCY}/#claim-six"' in page


def test_a_passage_is_named_by_its_time_with_its_speaker_as_published(visitor):
    told = cast.notebook(claims=answering("notebook", "The third page is torn.", passage="p1").claims)
    key = told.recordings[0].transcripts[0].segments[0].key
    told = replace(told, claims=tuple(replace(c, passage=key, attribution={}) for c in told.claims))
    publish(told, cast.NOTEBOOK)
    page = visitor.read(ADDRESS)
    part = told.recordings[0].key
    assert f'href="/en/interviews/{cast.NOTEBOOK}/?r={part}&amp;t=0#{part}-{key}"' in page
    assert "The passage, at" in page
    speaker = {s.key: s for s in told.speakers}[told.recordings[0].transcripts[0].segments[0].speaker]
    assert next(iter(speaker.name.values()), "name withheld") in page


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("confidence", "number", "is_named"),
    [("stated", 1, True), ("stated", 2, False), ("hearsay", 1, False), ("inference", 1, False)],
)
def test_without_a_passage_only_what_the_one_narrator_states_is_put_under_a_name(confidence, number, is_named):
    (narrator,) = cast.notebook().narrators
    claims = answering("notebook", "It was torn.", confidence=confidence, attribution={}).claims
    speakers = tuple(replace(narrator, key=f"n{n}") for n in range(number))
    publish(replace(cast.notebook(claims=claims), speakers=speakers), cast.NOTEBOOK)
    (account,) = accounts("how-long", PublishedInterview.objects.select_related("collection"))
    assert account.speakers == (speakers if is_named else ())


def test_a_judgement_stands_with_its_signature_and_an_unsigned_one_not_at_all(visitor):
    signed = Standing(word="disputed", signature={"en": "the archivist"}, signed="2024-05-01")
    publish(answering("seven", "Seven months.", standing=signed), cast.BROADCAST)
    publish(answering("six", "Nearly six months.", confidence="disputed"), cast.AGENCY)
    for page in (visitor.read(ADDRESS), visitor.read(f"/en/interviews/{cast.BROADCAST}/")):
        assert "<strong>other accounts differ</strong>, signed by the archivist, 1 May 2024" in page
    page = visitor.read(f"/en/interviews/{cast.AGENCY}/")
    assert "differ" not in page and "not judged by the archive" in page


def test_a_question_is_reached_from_its_list_the_interview_and_the_event(visitor):
    publish_three()
    for address in (
        "/en/questions/",
        f"/en/interviews/{cast.AGENCY}/",
        "/en/events/occupation/",
        "/sitemap-names-0.xml",
    ):
        assert ADDRESS in visitor.read(address), address


def test_what_has_run_out_is_no_account_and_a_question_without_one_is_not_there(visitor):
    publish(answering("seven", "Seven months."), cast.BROADCAST, valid_until=FIRST_PUBLIC_AT)
    assert visitor.get(ADDRESS).status_code == 404
    assert ADDRESS not in visitor.read("/en/questions/")
    publish(answering("six", "Nearly six months."), cast.AGENCY)
    assert statements(visitor.read(ADDRESS)) == ["Nearly six months."]


def test_no_question_yet_is_said_in_a_sentence(visitor):
    assert "No question has been put to the testimonies yet." in visitor.read("/en/questions/")


@pytest.mark.parametrize(("address", "number"), [(ADDRESS, 8), ("/en/questions/", 6)])
def test_one_account_and_three_take_the_same_number_of_queries(visitor, address, number, django_assert_num_queries):
    for key in ("AAA-AA1", "AAA-AA2", "AAA-AA3"):
        publish(answering("six", "Nearly six months."), key)
        with django_assert_num_queries(number):
            visitor.client.get(address)
