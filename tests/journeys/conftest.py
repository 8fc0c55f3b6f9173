"""A site that staff and visitors share, and the people at its doors."""

import pytest

from archive.edition.models import Edition
from tests import cast

from .people import Archivist, Moderator, Visitor


@pytest.fixture
def site(live_server, transactional_db, browser):
    """The address of a running site with a collection, a place and a topic, and nothing told yet."""
    Edition.objects.get_or_create(pk=1)
    cast.administrator()
    cast.izium()
    cast.topic("bread", name_uk="Хліб", name_en="Bread", name_pl="Chleb")
    cast.collection()
    return live_server.url


@pytest.fixture
def door(site, browser):
    """Lets somebody in by a door of their own: each has a browser context without another's cookies."""
    contexts = []

    def let_in(kind, **options):
        contexts.append(browser.new_context(**({"locale": "en"} | options)))
        return kind(contexts[-1].new_page(), site)

    yield let_in
    for context in contexts:
        context.close()


@pytest.fixture
def archivist(door):
    person = door(Archivist)
    person.sign_in(cast.archivist())
    return person


@pytest.fixture
def moderator(door):
    person = door(Moderator)
    person.sign_in(cast.moderator())
    return person


@pytest.fixture
def visitor(door):
    return door(Visitor)
