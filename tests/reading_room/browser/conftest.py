import pytest

from tests.reading_room import cast


@pytest.fixture
def site(live_server, transactional_db, settings):
    """The address of a running demonstration site with the whole cast in force."""
    settings.HOLOS_DEMONSTRATION = True
    cast.publish_all()
    return live_server.url
