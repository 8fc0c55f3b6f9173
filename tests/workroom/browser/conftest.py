import pytest
from django.conf import settings
from django.test import Client

from archive import publishing
from tests import cast


@pytest.fixture
def submitted(transactional_db):
    """An interview in review, with a name that was found in it."""
    cast.izium()
    interview = cast.interview(abstract_en="Olena Kovalenko tells of bread.")
    publishing.submit(interview, by=cast.archivist())
    return interview


@pytest.fixture
def sign_in(live_server):
    """``sign_in(context, user)`` puts the session of ``user`` into a browser context."""

    def give(context, user):
        client = Client()
        client.force_login(user)
        cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
        context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": f"{live_server.url}/workroom/"}]
        )

    return give
