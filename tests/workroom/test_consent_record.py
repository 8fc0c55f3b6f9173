"""An agreement is entered with all its answers at once, and acts as a whole."""

import pytest

from archive.catalogue.models import ConsentRecord, Grant
from archive.consent.permissions import SCOPES
from archive.edition.models import PublishedInterview
from archive.publishing import door
from tests import cast

from .forms import fields_of

ADD = "/workroom/catalogue/consentrecord/add/"


@pytest.fixture
def publications(monkeypatch):
    seen, original = [], door.publish

    def publish(interview, **options):
        seen.append(interview)
        return original(interview, **options)

    monkeypatch.setattr(door, "publish", publish)
    return seen


def agreement(client, interview, audience):
    """What a browser sends when every scope is answered alike."""
    data = fields_of(client.get(ADD)) | {"participation": interview.participations.get().pk, "signed_on": "2024-06-01"}
    return data | {f"grants-{n}-audience": audience for n in range(len(SCOPES))}


def test_an_agreement_with_thirteen_answers_publishes_its_interview_once(
    archivist, publications, django_assert_num_queries
):
    interview = cast.published()
    publications.clear()
    data = agreement(archivist, interview, "public")
    with django_assert_num_queries(162):
        answer = archivist.post(ADD, data)
    assert answer.status_code == 302
    assert Grant.objects.filter(record=ConsentRecord.objects.latest("pk")).count() == len(SCOPES)
    assert publications == [interview.pk]
    assert PublishedInterview.objects.exists()


def test_a_refusal_in_one_of_thirteen_answers_is_gone_from_the_public_with_the_form(archivist):
    interview = cast.published()
    data = agreement(archivist, interview, "public") | {"grants-0-audience": "nobody"}
    assert archivist.post(ADD, data).status_code == 302
    assert not PublishedInterview.everything.exists()
