"""Who is at work, and pages in English, so that a test reads as what people see."""

import pytest
from django.test import Client
from django.utils import translation

from tests import cast


def signed_in(user) -> Client:
    client = Client(headers={"accept-language": "en"})
    client.force_login(user)
    return client


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


@pytest.fixture
def archivist(db) -> Client:
    return signed_in(cast.archivist())


@pytest.fixture
def moderator(db) -> Client:
    return signed_in(cast.moderator())


@pytest.fixture
def administrator(db) -> Client:
    return signed_in(cast.administrator())
