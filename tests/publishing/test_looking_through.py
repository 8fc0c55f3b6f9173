"""New words of a collection are shown once its public testimonies were compared with them, and only if they name nobody there."""

import pytest

from archive import publishing
from archive.catalogue.models import Collection
from archive.custody import acting
from archive.edition.models import PublishedCollection
from archive.jobs.worker import drain
from archive.publishing import looking_through
from archive.publishing.collection_words import is_waiting
from tests import cast

from .test_unsaid import told_by

pytestmark = pytest.mark.django_db

OF_HER, OF_NOBODY = "Папери родини. Їх зібрала Марія Бондар.", "Папери однієї родини."


def mariia():
    return cast.approve(told_by("Марія Бондар", slug="mariia"))


def describe(collection: Collection, text: str) -> Collection:
    collection = Collection.objects.get(pk=collection.pk)
    with acting(cast.archivist()):
        collection.description_uk = text
        collection.save()
    return collection


def read(collection: Collection) -> str:
    """What readers have of its description."""
    return PublishedCollection.objects.get(slug=collection.slug).content.description.get("uk", "")


def test_new_words_are_shown_when_the_testimonies_were_looked_through():
    collection = describe(mariia().collection, OF_NOBODY)
    assert read(collection) == "" and is_waiting(collection)
    drain()
    assert read(collection) == OF_NOBODY


def test_words_that_name_a_narrator_leave_the_former_where_they_are():
    hers = mariia()
    collection = describe(hers.collection, OF_HER)
    drain()
    collection.refresh_from_db()
    assert read(collection) == "" and not is_waiting(collection)
    assert collection.looked_through["because_of"] == [hers.key]
    publishing.publish(hers)
    assert read(collection) == ""


def test_fewer_words_are_shown_at_once():
    collection = describe(mariia().collection, "Папери однієї родини. Розмови й листи.")
    drain()
    assert read(describe(collection, "Розмови й листи.")) == "Розмови й листи."


def test_known_words_put_otherwise_are_looked_at_too():
    collection = describe(mariia().collection, "Папери однієї родини. Розмови й листи.")
    drain()
    collection = describe(collection, "Розмови однієї родини.")
    assert is_waiting(collection) and read(collection) == "Папери однієї родини. Розмови й листи."


def test_what_is_no_longer_wanted_is_not_shown_by_a_look_that_began_before():
    collection = describe(mariia().collection, OF_NOBODY)
    looked = looking_through.look_through(collection.slug)
    describe(collection, "Листи двох родин.")
    looking_through.decide(looked)
    assert read(collection) == ""
    drain()
    assert read(collection) == "Листи двох родин."


def test_a_testimony_that_became_public_during_the_look_is_looked_at_too():
    collection = describe(cast.published().collection, OF_HER)
    looked = looking_through.look_through(collection.slug)
    hers = mariia()
    looking_through.decide(looked)
    collection.refresh_from_db()
    assert read(collection) == "" and collection.looked_through["because_of"] == [hers.key]


def test_words_that_come_back_are_looked_at_anew():
    collection = describe(cast.published().collection, OF_HER)
    drain()
    assert read(collection) == OF_HER
    describe(collection, "Папери родини.")
    hers = mariia()
    describe(collection, OF_HER)
    drain()
    assert read(collection) == "Папери родини."
    assert Collection.objects.get(pk=collection.pk).looked_through["because_of"] == [hers.key]


def test_words_are_shown_as_they_are_where_nothing_of_the_collection_is_public():
    hers = mariia()
    publishing.stop(hers, by=cast.archivist(), reason="She called.")
    collection = describe(hers.collection, OF_NOBODY)
    assert not is_waiting(collection)
    publishing.release(hers, by=cast.moderator(), reason="She called again.")
    assert read(collection) == OF_NOBODY


def test_the_form_says_what_readers_see(client):
    hers = mariia()
    client.force_login(cast.archivist())
    address = f"/workroom/catalogue/collection/{hers.collection_id}/change/"
    assert "Readers see it." in client.get(address).content.decode()
    describe(hers.collection, OF_HER)
    assert "until the archive has looked through the testimonies" in client.get(address).content.decode()
    drain()
    page = client.get(address).content.decode()
    assert f"because of {hers.code}, a name in the new ones may not stand here" in page
