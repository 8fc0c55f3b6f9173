"""Parts that change places are saved, and a new part takes the next number."""

import pytest
from django.urls import reverse

from archive.catalogue.models import Document, DocumentPage, Master, Recording, Sitting
from archive.custody import acting
from tests import cast

from .forms import fields_of


@pytest.fixture
def interview(db):
    """Two sittings, with two recordings in the first."""
    made = cast.interview()
    with acting(cast.archivist()):
        Sitting.objects.create(interview=made, number=2)
        Recording.objects.create(interview=made, sitting=made.sittings.get(number=1), number=2)
    return made


@pytest.fixture
def document(db):
    made = Document(interview=cast.interview(), title_en="A letter")
    with acting(cast.archivist()):
        made.save()
        for number in (1, 2):
            master = Master.objects.create(
                sha256=f"{number:064d}", size=1, media_type="image/png", kind="image", received_by=cast.archivist()
            )
            DocumentPage.objects.create(document=made, number=number, master=master)
    return made


def address(record):
    return reverse(f"workroom:catalogue_{record._meta.model_name}_change", args=[record.pk])


def save(client, record, **fields):
    answer = client.post(address(record), fields_of(client.get(address(record))) | fields)
    return [] if answer.status_code == 302 else [f.formset.errors for f in answer.context["inline_admin_formsets"]]


def keys(parts):
    return list(parts.order_by("pk").values_list("number", flat=True))


@pytest.mark.parametrize("prefix", ["sittings", "recordings"])
def test_two_numbers_of_an_interview_change_places_in_one_save(archivist, interview, prefix):
    before = keys(getattr(interview, prefix))
    assert save(archivist, interview, **{f"{prefix}-0-number": "2", f"{prefix}-1-number": "1"}) == []
    assert keys(getattr(interview, prefix)) == before[::-1]


def test_two_pages_of_a_document_change_places_in_one_save(archivist, document):
    assert save(archivist, document, **{"pages-0-number": "2", "pages-1-number": "1"}) == []
    assert keys(document.pages) == [2, 1]


def test_the_number_of_what_is_deleted_is_free_in_the_same_save(archivist, document):
    assert save(archivist, document, **{"pages-0-DELETE": "on", "pages-1-number": "1"}) == []
    assert keys(document.pages) == [1]


def test_a_number_that_stands_twice_is_said_at_its_row(archivist, interview):
    errors = save(archivist, interview, **{"sittings-1-number": "1"})
    assert "This number is used twice." in str(errors)
    assert keys(interview.sittings) == [1, 2]


def test_a_recording_moves_to_another_sitting_where_its_number_is_free(archivist, interview):
    second = interview.sittings.get(number=2)
    assert save(archivist, interview, **{"recordings-1-sitting": second.pk, "recordings-1-number": "1"}) == []
    assert list(interview.recordings.values_list("sitting__number", "number")) == [(1, 1), (2, 1)]


def test_a_new_recording_without_a_number_takes_the_next_of_its_sitting(archivist, interview):
    first = interview.sittings.get(number=1)
    row = {"recordings-TOTAL_FORMS": "3", "recordings-2-sitting": first.pk, "recordings-2-interview": interview.pk}
    assert save(archivist, interview, **row, **{"recordings-2-number": "", "recordings-2-starts_ms": "0:05"}) == []
    assert list(first.recordings.values_list("number", flat=True)) == [1, 2, 3]
