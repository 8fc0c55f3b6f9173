import pytest

from archive.edition.among import among
from archive.edition.models import PublishedInterview

from .factory import document, publish_document

pytestmark = pytest.mark.django_db


def test_more_numbers_than_a_statement_takes_parameters():
    first = publish_document(document(), reference="AAA-AAA")
    publish_document(document(), reference="BBB-BBB")
    numbers = {first.pk, *range(10**6, 10**6 + 70_000)}
    assert list(PublishedInterview.objects.filter(among(numbers))) == [first]


def test_no_numbers_choose_nothing():
    publish_document(document(), reference="AAA-AAA")
    assert not PublishedInterview.objects.filter(among([])).exists()
