"""A visitor of the public pages, who stays inside the walls: the database answers reading of public tables alone."""

import pytest
from django.test import Client

from archive.edition.models import Edition
from tests.walls import public_only

from . import cast


class Visitor:
    """Asks for addresses as a browser does; redirects are not followed."""

    def __init__(self):
        self.client = Client(raise_request_exception=False)

    def get(self, address: str, **headers):
        with public_only():
            answer = self.client.get(address, headers=headers)
            answer.body = b"".join(answer) if answer.streaming else answer.content
        return answer

    def read(self, address: str) -> str:
        """The text of a page that is there."""
        answer = self.get(address)
        assert answer.status_code == 200, (address, answer.status_code)
        return answer.body.decode()


@pytest.fixture
def visitor(db):
    Edition.objects.get_or_create(pk=1)
    return Visitor()


@pytest.fixture
def archive(visitor):
    """The whole cast in force."""
    cast.publish_all()
    return visitor
