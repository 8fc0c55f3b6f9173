"""What stands already is said at its field, and nothing is lost."""

import pytest
from django.urls import reverse

from archive.catalogue.models import ConsentRecord, Place
from archive.custody import acting
from tests import cast

from .forms import fields_of


def test_an_address_that_another_place_has_is_refused_at_its_field(archivist):
    with acting(cast.archivist()):
        Place.objects.create(slug="borivske", level="settlement", name_en="Borivske")
    add = reverse("workroom:catalogue_place_add")
    data = fields_of(archivist.get(add)) | {"slug": "borivske", "level": "settlement", "name_en": "Another"}
    answer = archivist.post(add, data)
    assert answer.status_code == 200
    assert "Another record has this address." in str(answer.context["adminform"].form.errors["slug"])
    assert 'value="Another"' in answer.content.decode()


def test_a_topic_may_have_the_address_of_a_place(archivist):
    with acting(cast.archivist()):
        Place.objects.create(slug="bridge", level="site", name_en="The bridge")
    add = reverse("workroom:catalogue_topic_add")
    data = fields_of(archivist.get(add)) | {"slug": "bridge", "name_en": "Bridges"}
    assert archivist.post(add, data).status_code == 302


def test_the_same_answer_twice_is_refused(archivist):
    narrator = cast.interview(consent=False).participations.get()
    add = reverse("workroom:catalogue_consentrecord_add")
    data = fields_of(archivist.get(add)) | {"participation": narrator.pk, "signed_on": "2023-05-01"}
    data |= {"grants-0-audience": "public", "grants-1-scope": "listing", "grants-1-audience": "nobody"}
    answer = archivist.post(add, data)
    assert answer.status_code == 200
    assert "This is answered twice for the same time." in answer.content.decode()
    assert not ConsentRecord.objects.exists()


@pytest.mark.parametrize(
    ("prefix", "row"),
    [
        ("sittings", {"number": "1", "held": "May 2023"}),
        ("participations", {"role": "narrator", "rendition": "withheld", "position": "5", "person": "the same"}),
        ("transcripts", {"language": "uk", "kind": "verbatim", "maker": "hand", "recording": "the same"}),
    ],
)
def test_a_part_that_stands_twice_is_refused(archivist, prefix, row):
    interview = cast.interview()
    page = reverse("workroom:catalogue_interview_change", args=[interview.pk])
    data = fields_of(archivist.get(page))
    number = int(data[f"{prefix}-TOTAL_FORMS"][0])
    same = {"person": interview.participations.get().person_id, "recording": interview.recordings.get().pk}
    row = {name: same[name] if value == "the same" else value for name, value in row.items()}
    data |= {f"{prefix}-{number}-{name}": str(value) for name, value in row.items()}
    data |= {f"{prefix}-TOTAL_FORMS": str(number + 1), f"{prefix}-{number}-interview": str(interview.pk)}
    answer = archivist.post(page, data)
    assert answer.status_code == 200
    assert any(formset.total_error_count() for formset in (f.formset for f in answer.context["inline_admin_formsets"]))
