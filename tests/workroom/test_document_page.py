"""An archivist marks parts of a picture, by drawing or in percent."""

import pytest
from django.urls import reverse

from archive.catalogue.models import Derivative, Document, DocumentPage, DocumentRegion, Job, Master, Source
from archive.custody import acting
from archive.workroom.fields import Percent
from tests import cast

from .forms import fields_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    made = cast.interview()
    with acting(cast.archivist()):
        letter = Document.objects.create(interview=made, title_en="A letter")
        master = Master.objects.create(
            sha256="ab" * 32, size=1, media_type="image/png", kind="image", received_by=cast.archivist()
        )
        return DocumentPage.objects.create(document=letter, master=master)


def address(record):
    return reverse(f"workroom:catalogue_{record._meta.model_name}_change", args=[record.pk])


def note(page, **fields):
    row = {
        "number": "",
        "left": "12.5",
        "top": "0",
        "width": "25",
        "height": "100",
        "note_en": "A cup",
        "page": page.pk,
    }
    return {"regions-TOTAL_FORMS": "1"} | {f"regions-0-{name}": value for name, value in (row | fields).items()}


def save(client, record, **fields):
    return client.post(address(record), fields_of(client.get(address(record))) | fields)


def test_edges_are_written_in_percent_and_kept_in_ten_thousandths(archivist, page):
    assert save(archivist, page, **note(page)).status_code == 302
    region = DocumentRegion.objects.get()
    assert (region.number, region.left, region.top, region.width, region.height) == (1, 1250, 0, 2500, 10_000)
    assert 'value="12.5"' in archivist.get(address(page)).content.decode()


def test_saving_what_nobody_changed_marks_no_edit(archivist, page):
    field = Percent()
    assert not field.has_changed(1250, "12.5") and field.has_changed(1250, "12.51") and field.has_changed(None, "0")


def test_a_rectangle_beyond_the_picture_is_refused_in_words(archivist, page):
    answer = save(archivist, page, **note(page, left="80"))
    assert "The rectangle has to lie inside the picture." in answer.content.decode()
    assert not DocumentRegion.objects.exists()


def test_the_picture_is_there_to_draw_on_once_it_is_made(archivist, page):
    assert "The picture is being prepared." in archivist.get(address(page)).content.decode()
    Derivative.objects.create(
        master=page.master, recipe="a" * 64, role="image-960-jpeg", file="c" * 64, suffix="jpeg",
        media_type="image/jpeg", size=1, width=960, height=1200,
    )  # fmt: skip
    content = archivist.get(address(page)).content.decode()
    assert f"{'c' * 64}.jpeg" in content and "workroom/regions.js" in content


def test_the_picture_is_asked_for_as_soon_as_its_paper_is_saved(archivist, page):
    assert save(archivist, page.document).status_code == 302
    assert [job.payload["master"] for job in Job.objects.filter(kind="vault.derive")] == [page.master.sha256]


def test_moderators_read_notes_and_write_none(moderator, page):
    with acting(cast.archivist()):
        DocumentRegion.objects.create(page=page, left=0, top=0, width=1, height=1, note_en="A cup")
    assert "A cup" in moderator.get(address(page)).content.decode()
    assert moderator.post(address(page), note(page)).status_code == 403


def test_a_paper_names_only_sources_of_its_own_interview(archivist, page):
    other = cast.interview("Other", slug="other")
    with acting(cast.archivist()):
        own, elsewhere = (
            Source.objects.create(interview=made, type="report", title="A report")
            for made in (page.document.interview, other)
        )
    content = archivist.get(address(page.document)).content.decode()
    assert f'<option value="{own.pk}">' in content and f'<option value="{elsewhere.pk}">' not in content
