import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from archive import publishing
from archive.catalogue.models import Claim, CustodyEvent, Event
from archive.custody import acting
from tests import cast
from tests.workroom.forms import fields_of

pytestmark = pytest.mark.django_db


def test_a_claim_dates_only_an_event_of_its_own_interview(archivist):
    made = cast.interview()
    with acting(cast.archivist()):
        told, other = (Event.objects.create(slug=slug, name_en=slug) for slug in ("occupation", "flood"))
        made.events.add(told)
        claim = Claim.objects.create(interview=made, statement_en="Six months.")
    for record in (claim, made):
        page = reverse(f"workroom:catalogue_{record._meta.model_name}_change", args=[record.pk])
        content = archivist.get(page).content.decode()
        assert f'<option value="{told.pk}">' in content
        assert f'<option value="{other.pk}">' not in content


def test_a_statement_changed_on_its_page_is_signed_no_longer(archivist):
    with acting(cast.archivist()):
        claim = Claim.objects.create(interview=cast.interview(), statement_en="Six months.")
    sign = {"by": cast.archivist(), "standing": "disputed", "signature": {"en": "The archivist"}}
    publishing.sign_claim(claim, on=dt.date(2024, 5, 1), **sign)
    page = reverse("workroom:catalogue_claim_change", args=[claim.pk])
    archivist.post(page, fields_of(archivist.get(page)) | {"private_note": "Asked again."})
    assert Claim.objects.get().standing == "disputed"
    archivist.post(page, fields_of(archivist.get(page)) | {"statement_en": "Seven months."})
    left = Claim.objects.get()
    assert (left.statement_en, left.standing, left.signature_en) == ("Seven months.", "", None)


ADD = "/workroom/catalogue/claim/add/"


def signed(client, **fields):
    """A new claim as its form would send it."""
    said = {"interview": cast.interview().pk, "statement_en": "Six months.", "confidence": "stated"}
    judged = {"standing": "disputed", "signature_en": "The archivist", "signed_on": "2024-05-01"}
    return fields_of(client.get(ADD)) | said | judged | fields


def test_a_double_click_makes_one_signed_claim_and_signs_it_once(archivist):
    data = signed(archivist)
    first, second = archivist.post(ADD, data), archivist.post(ADD, data)
    claim = Claim.objects.get()
    page = reverse("workroom:catalogue_claim_change", args=[claim.pk])
    assert second["Location"] == page and first.status_code == 302
    assert (claim.standing, claim.signed_by) == ("disputed", cast.archivist())
    assert CustodyEvent.objects.filter(act="standing-signed").count() == 1


def test_a_signature_of_a_day_to_come_is_refused_beside_the_day(archivist):
    tomorrow = timezone.localdate() + dt.timedelta(days=1)
    page = archivist.post(ADD, signed(archivist, signed_on=tomorrow.isoformat()))
    assert "A signature cannot be of a day to come." in page.content.decode()
    assert not Claim.objects.exists()
