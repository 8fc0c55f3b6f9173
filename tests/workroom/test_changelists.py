"""Every list of the workroom: who sees it, how many queries it takes, and what may not be asked of it."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from archive import publishing
from archive.catalogue.models import (
    Claim,
    Collection,
    CustodyEvent,
    Document,
    DocumentPage,
    Erasure,
    Event,
    Interview,
    Job,
    Master,
    Opening,
    Path,
    PathStop,
    Person,
    Place,
    Question,
    Redaction,
    Source,
    Stop,
    Term,
    Topic,
    User,
    Withdrawal,
)
from archive.custody import acting
from archive.workroom.urls import workroom
from tests import cast

from .conftest import signed_in


def address(model):
    return reverse(f"workroom:{model._meta.app_label}_{model._meta.model_name}_changelist")


def one_of_each(number: int):
    """A row for every list, all different from those of other numbers."""
    interview = cast.interview(f"The cellar {number}", slug=f"narrator{number}")
    by = cast.archivist()
    digest = f"{number:064d}"
    master = Master.objects.create(sha256=digest, size=1, media_type="audio/flac", kind="audio", received_by=by)
    with acting(by):
        interview.recordings.update(master=master)
        letter = Document.objects.create(interview=interview, title_en="A letter")
        DocumentPage.objects.create(document=letter, master=master)
        source = Source.objects.create(interview=interview, type="report", title="A report")
        Claim.objects.create(interview=interview, statement_en="Six months.", source=source)
        upper = Place.objects.create(slug=f"upper-{number}", name_en="Upper", level="raion")
        place = Place.objects.create(slug=f"lower-{number}", name_en="Lower", level="settlement", parent=upper)
        broader = Topic.objects.create(slug=f"broad-{number}", name_en="Broad")
        Topic.objects.create(slug=f"topic-{number}", name_en="Topic", broader=broader)
        event = Event.objects.create(slug=f"event-{number}", name_en="Event", location=place)
        Question.objects.create(slug=f"question-{number}", name_en="Question", about=event)
        Redaction.objects.create(
            interview=interview,
            recording=interview.recordings.get(),
            start_ms=0,
            end_ms=1000,
            reason="safety",
            made_by=cast.moderator(),
        )
    Collection.objects.create(slug=f"c{number}", code=f"C{number}", name_en="Another")
    way = Path.objects.create(slug=f"path-{number}", title_en="A path", is_public=True)
    PathStop.objects.create(path=way, interview=interview, sentence_en="Because.")
    Opening.objects.create(interview=interview, starts_at_ms=0)
    Term.objects.create(slug=f"term-{number}", name_en="A word", explanation_en="What it means.")
    Job.objects.create(kind="vault.derive", key=digest, interview=interview)
    Stop.objects.create(interview=interview, reason="She called.", placed_by=by)
    Erasure.objects.create(interview=interview, interview_key=interview.key, reason="She called.", proposed_by=by)
    Withdrawal.objects.create(
        participation=interview.participations.get(), received_on=dt.date(2024, 1, 1), scopes=["audio"], entered_by=by
    )


@pytest.mark.django_db
@pytest.mark.parametrize("model", workroom._registry, ids=lambda model: model.__name__)
def test_a_list_takes_as_many_queries_for_three_rows_as_for_one(model):
    root = cast.archivist()
    root.is_superuser = True
    root.save()
    client = signed_in(root)
    one_of_each(1)
    client.get(address(model))
    with CaptureQueriesContext(connection) as first:
        assert client.get(address(model)).status_code == 200
    rows = model.objects.count()
    one_of_each(2)
    one_of_each(3)
    assert model.objects.count() > rows or model is User
    with CaptureQueriesContext(connection) as second:
        client.get(address(model))
    assert len(second) == len(first)
    assert len(second) <= 9


FORBIDDEN = {
    Person: ("identity__legal_name__startswith=О", "name_uk__startswith=О", "private_note__contains=a", "key=a"),
    User: ("password__startswith=p", "email__startswith=o", "groups__permissions__codename=x"),
    CustodyEvent: ("actor__password__startswith=p",),
}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("model", "question"), [(model, question) for model, questions in FORBIDDEN.items() for question in questions]
)
def test_a_list_answers_no_question_that_its_filters_do_not_ask(model, question, administrator):
    cast.interview()
    answer = administrator.get(f"{address(model)}?{question}")
    assert answer.status_code == 400


@pytest.mark.parametrize(
    "question",
    [
        "participations__person__identity__legal_name__startswith=О",
        "participations__name_full_uk__startswith=О",
        "private_note__contains=a",
        "title_uk__startswith=П",
        "state__startswith=d",
        "collection__private_note__contains=a",
        "return_reason__gt=a",
    ],
)
def test_interviews_are_not_asked_about_what_is_private(archivist, question):
    cast.interview()
    assert archivist.get(f"{address(Interview)}?{question}").status_code == 400


@pytest.mark.parametrize("question", ["state__exact=draft", "kind__exact=recorded", "collection__id__exact=1", "o=1"])
def test_what_the_filters_ask_is_answered(archivist, question):
    cast.interview()
    assert archivist.get(f"{address(Interview)}?{question}").status_code == 200


def test_no_list_breaks_down_by_date_or_acts_in_bulk():
    for admin in workroom._registry.values():
        assert (admin.date_hierarchy, admin.actions) == (None, None)


def test_a_list_says_what_is_public_edited_and_stopped(archivist):
    interview = cast.published()
    with acting(cast.archivist()):
        interview.save()
    assert "public, edited since approval" in archivist.get(address(Interview)).content.decode()
    publishing.stop(interview, by=cast.archivist(), reason="She called.")
    assert "edited since approval, stopped" in archivist.get(address(Interview)).content.decode()


def delete(client, row) -> int:
    address = reverse(f"workroom:catalogue_{row._meta.model_name}_delete", args=[row.pk])
    return client.post(address, {"post": "yes"}).status_code


def test_nobody_of_the_staff_deletes_evidence(archivist, moderator, administrator):
    one_of_each(1)
    for client in (archivist, moderator, administrator):
        for model in (
            Interview,
            Erasure,
            Master,
            Redaction,
            Stop,
            Withdrawal,
            CustodyEvent,
            Person,
            Place,
            Collection,
            User,
        ):
            row = model.objects.first()
            assert delete(client, row) == 403
            assert model.objects.filter(pk=row.pk).exists()


def test_a_withheld_passage_is_lifted_by_those_who_catalogue_and_the_log_says_so(archivist, moderator, administrator):
    one_of_each(1)
    redaction = Redaction.objects.first()
    lift, page = (
        reverse("workroom:lift", args=[redaction.pk]),
        reverse("workroom:catalogue_redaction_change", args=[redaction.pk]),
    )
    assert [client.post(lift).status_code for client in (moderator, administrator)] == [403, 403]
    assert lift in archivist.get(page).content.decode() and lift not in moderator.get(page).content.decode()
    assert archivist.post(lift, {"reason": "He has left."}).status_code == 302
    assert archivist.post(lift).status_code == 409
    assert "He has left." in moderator.get(page).content.decode()
    assert CustodyEvent.objects.filter(act="redaction-lifted", object_key=redaction.key).count() == 1


def test_lists_say_in_words_what_was_done_to_what(archivist):
    one_of_each(1)
    CustodyEvent.objects.create(actor=cast.archivist(), act="stopped", object_type="stop", object_key="1")
    CustodyEvent.objects.create(actor=cast.archivist(), act="edited", object_type="parchment", object_key="1")
    events = archivist.get(address(CustodyEvent)).content.decode()
    assert '<td class="field-noun">Stop</td>' in events and '<td class="field-noun">parchment</td>' in events
    assert "make the version for the public" in archivist.get(address(Job)).content.decode()
    assert "vault.derive</" not in archivist.get(address(Job)).content.decode()
