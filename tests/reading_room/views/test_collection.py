from archive.document import canonical
from archive.document.authority import CollectionCard
from archive.edition.models import PublishedCollection
from tests.reading_room import cast

MARK = "Demonstration: invented narrator"


def mark_demonstration():
    card = CollectionCard(slug="demonstration", name={"en": "Recordings"}, demonstration_mark={"en": MARK})
    PublishedCollection.everything.filter(slug="demonstration").update(card=canonical.dump(card))


def test_a_collection_shows_its_interviews(archive):
    page = archive.read("/en/collections/demonstration/")
    assert f"/en/interviews/{cast.NOTEBOOK}/" in page and f"/en/interviews/{cast.BROADCAST}/" not in page


def test_the_mark_of_a_demonstration_stands_wherever_anything_of_it_is_shown(archive):
    mark_demonstration()
    for address in (
        "collections/demonstration/",
        f"interviews/{cast.NOTEBOOK}/",
        f"interviews/{cast.NOTEBOOK}/captions/uk-text.vtt",
        "",
    ):
        assert MARK in archive.read(f"/en/{address}"), address
    assert MARK not in archive.read(f"/en/interviews/{cast.BROADCAST}/")


def test_a_collection_with_nothing_public_is_not_there(visitor):
    PublishedCollection.everything.create(
        slug="empty", card=canonical.dump(CollectionCard(slug="empty", name={"en": "Empty"}))
    )
    assert visitor.get("/en/collections/empty/").status_code == visitor.get("/en/collections/never/").status_code == 404


def test_collections_are_listed_with_their_number_and_their_mark(archive):
    mark_demonstration()
    PublishedCollection.everything.create(
        slug="empty", card=canonical.dump(CollectionCard(slug="empty", name={"en": "Empty"}))
    )
    page = archive.read("/en/collections/")
    assert page.count('<span class="count">2 testimonies</span>') == 2
    assert MARK in page and "Empty" not in page


def test_without_a_collection_the_list_says_so(visitor):
    assert "Nothing is public here yet." in visitor.read("/en/collections/")
