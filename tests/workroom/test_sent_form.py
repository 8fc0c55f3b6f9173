"""A form that is sent twice makes one record."""

import datetime as dt

from django.urls import reverse
from django.utils import timezone

from archive.catalogue.models import Interview, SentForm
from archive.workroom import sent_form
from tests import cast

from .conftest import signed_in
from .forms import fields_of

ADD = "/workroom/catalogue/interview/add/"


def filled_in(client, **fields):
    return fields_of(client.get(ADD)) | {"collection": cast.collection().pk, "title_en": "The cellar"} | fields


def test_a_double_click_makes_one_draft_and_leads_to_it(archivist):
    data = filled_in(archivist)
    first, second = archivist.post(ADD, data), archivist.post(ADD, data, follow=True)
    interview = Interview.objects.get()
    assert second.redirect_chain == [(first["Location"], 302)]
    assert first["Location"] == reverse("workroom:catalogue_interview_change", args=[interview.pk])
    assert "This form arrived twice. It was saved once" in second.content.decode()


def test_the_slower_of_two_at_the_same_moment_keeps_nothing(archivist, monkeypatch):
    """Both looked before either had saved; the database itself tells the second."""
    data = filled_in(archivist)
    first = archivist.post(ADD, data)
    asked, answers = sent_form.address_made_by, iter([lambda request: ""])
    monkeypatch.setattr(sent_form, "address_made_by", lambda request: next(answers, asked)(request))
    second = archivist.post(ADD, data)
    assert second["Location"] == first["Location"]
    assert Interview.objects.count() == 1


def test_the_page_loaded_again_or_changed_makes_another(archivist):
    data = filled_in(archivist)
    archivist.post(ADD, data)
    archivist.post(ADD, data | {"title_en": "The bridge"})
    archivist.post(ADD, filled_in(archivist))
    assert Interview.objects.count() == 3


def test_a_form_with_an_error_keeps_its_key_and_is_saved_once_it_is_mended(archivist):
    data = filled_in(archivist, title_en="")
    page = archivist.post(ADD, data)
    assert fields_of(page)["form_key"] == data["form_key"]
    assert not SentForm.objects.exists()
    for _ in range(2):
        archivist.post(ADD, data | {"title_en": "The cellar"})
    assert Interview.objects.count() == 1


def test_the_same_form_of_two_people_is_two_forms(archivist):
    data = filled_in(archivist)
    archivist.post(ADD, data)
    signed_in(cast.staff("petro", "Archivist")).post(ADD, data)
    assert Interview.objects.count() == 2


def test_what_was_sent_is_known_for_a_day(archivist):
    archivist.post(ADD, filled_in(archivist))
    SentForm.objects.update(sent_at=timezone.now() - dt.timedelta(days=1, minutes=1))
    archivist.post(ADD, filled_in(archivist))
    assert SentForm.objects.count() == 1
