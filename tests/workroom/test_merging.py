"""Two records of one thing are merged by those who catalogue, who have read what moves and that there is no way back."""

import datetime as dt

import pytest
from django.urls import reverse

from archive import publishing
from archive.catalogue.models import Authority, Claim, PersonIdentity, Question, Topic
from archive.custody import acting
from tests import cast

from .forms import fields_of


def address(record, kept=None):
    return reverse("workroom:merge", args=[record.pk]) + (f"?kept={kept.pk}" if kept else "")


def test_the_page_of_a_record_leads_to_merging_for_those_who_catalogue(archivist, moderator):
    topic = cast.topic("bread")
    page = reverse("workroom:catalogue_topic_change", args=[topic.pk])
    assert address(topic) in archivist.get(page).content.decode()
    assert address(topic) not in moderator.get(page).content.decode()
    assert moderator.get(address(topic)).status_code == 403


@pytest.mark.parametrize("kind", ["topic", "place", "event", "person"])
def test_the_other_record_is_looked_for_among_those_of_its_kind(archivist, kind):
    record = {"topic": lambda: cast.topic("bread"), "place": cast.izium, "person": lambda: cast.person("one")}.get(
        kind, lambda: _event()
    )()
    page = archivist.get(address(record)).content.decode()
    assert f'data-model-name="{_MODELS[kind]}"' in page and "admin-autocomplete" in page
    field = {"topic": "broader", "place": "parent", "event": "events", "person": "person"}[kind]
    found = archivist.get(
        reverse("workroom:autocomplete"),
        {"term": "", "app_label": "catalogue", "model_name": _MODELS[kind], "field_name": field},
    )
    assert str(record.pk) in [row["id"] for row in found.json()["results"]]


_MODELS = {"topic": "topic", "place": "place", "event": "interview", "person": "participation"}


def _event():
    from archive.catalogue.models import Event
    from archive.custody import acting

    with acting(cast.archivist()):
        return Event.objects.create(slug="fall", name_en="The fall")


def test_the_page_says_what_moves_and_that_there_is_no_way_back(archivist):
    kept, merged = cast.topic("bread"), cast.topic("loaf")
    page = archivist.get(address(merged, kept)).content.decode()
    for words in (
        "Merge Loaf into Bread",
        "Interviews that refer to Loaf refer to Bread from now on: 0.",
        "Until somebody else has approved Bread",
        "cannot be taken apart again",
    ):
        assert words in page
    assert Topic.objects.count() == 2


@pytest.mark.parametrize(("words", "ends"), [("How many months?", True), ("How long?", False)])
def test_the_page_says_whose_signatures_end_where_a_question_is_worded_otherwise(archivist, words, ends):
    with acting(cast.archivist()):
        merged, kept = (
            Question.objects.create(slug=slug, name_en=name) for slug, name in (("long", "How long?"), ("kept", words))
        )
        claim = Claim.objects.create(interview=cast.interview(), statement_en="Six months.", answers=merged)
    sign = {"standing": "disputed", "signature": {"en": "The archivist"}, "on": dt.date(2024, 5, 1)}
    publishing.sign_claim(claim, by=cast.archivist(), **sign)
    page = archivist.get(address(merged, kept)).content.decode()
    assert ("signatures of how statements stand end with it: 1." in page) == ends


def test_it_is_merged_and_waits_for_approval(archivist, moderator):
    kept, merged = cast.topic("bread"), cast.topic("loaf")
    answer = archivist.post(address(merged, kept), follow=True)
    assert "Somebody else has to approve the one that is kept." in answer.content.decode()
    assert list(Authority.objects.values_list("slug", flat=True)) == ["bread"]
    assert "Bread" in moderator.get("/workroom/").content.decode()


def test_what_hinders_it_stands_on_the_page_and_is_refused(archivist):
    wide = cast.topic("food")
    narrow = cast.topic("bread", broader=wide)
    assert "part of the other" in archivist.get(address(narrow, wide)).content.decode()
    assert archivist.post(address(narrow, wide)).status_code == 409
    assert Topic.objects.count() == 2


def test_a_record_of_another_kind_cannot_be_chosen(archivist):
    page = archivist.get(address(cast.topic("bread"), cast.izium())).content.decode()
    assert "Show what would move" in page


def test_legal_names_that_differ_are_chosen_between_and_not_shown(archivist):
    kept, merged = cast.person("one"), cast.person("other")
    for person, name in ((kept, "Olena Koval"), (merged, "Olena Kovalenko")):
        PersonIdentity.objects.create(person=person, legal_name=name)
    page = archivist.get(address(merged, kept)).content.decode()
    assert "Whose legal name holds" in page and "Kovalenko" not in page
    assert "This field is required" in archivist.post(address(merged, kept)).content.decode()
    archivist.post(address(merged, kept), {"legal_name": "merged"})
    assert PersonIdentity.objects.get().legal_name == "Olena Kovalenko"


def test_the_address_of_a_merged_record_is_refused_at_its_field(archivist):
    kept, merged = cast.topic("bread"), cast.topic("loaf")
    archivist.post(address(merged, kept))
    add = reverse("workroom:catalogue_topic_add")
    answer = archivist.post(add, fields_of(archivist.get(add)) | {"slug": "loaf", "name_en": "Loaf"})
    assert "Another record has this address." in answer.content.decode()
