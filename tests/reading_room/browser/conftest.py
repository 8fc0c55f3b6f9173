import pytest

from archive.edition.models import PublishedInterview
from tests.edition import guides
from tests.reading_room import cast


@pytest.fixture
def site(live_server, transactional_db, settings):
    """The address of a running demonstration site with the whole cast in force, a path through it and a glossary."""
    settings.HOLOS_DEMONSTRATION = True
    cast.publish_all()
    everything = PublishedInterview.objects.order_by("pk")
    guides.path("begin", *everything)
    guides.term("hromada", everything[0], name={"en": "hromada", "uk": "громада"})
    return live_server.url
