import pytest
from django.urls import reverse

from archive.catalogue.models import Claim, Event
from archive.custody import acting
from tests import cast

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
