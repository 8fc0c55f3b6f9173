"""The sentences of refusals are read in the language they are written in."""

import pytest
from django.utils import translation

from .encounter import Encounter


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def encounter(monkeypatch):
    return Encounter(monkeypatch)
