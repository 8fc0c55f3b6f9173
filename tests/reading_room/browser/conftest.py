import pytest

from tests.reading_room import cast


@pytest.fixture
def site(live_server, transactional_db):
    """The address of a running site with the whole cast in force."""
    cast.publish_all()
    return live_server.url
