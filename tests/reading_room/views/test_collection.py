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


def test_a_collection_tells_its_kinds_languages_places_and_time_and_leads_on(archive):
    page = archive.read("/en/collections/demonstration/")
    for link in (
        "interviews/?collection=demonstration&amp;kind=written",
        "interviews/?collection=demonstration&amp;language=uk",
        "interviews/?collection=demonstration&amp;period=2022-04",
        "map/?collection=demonstration",
        "timeline/?collection=demonstration",
        "places/verbivka/",
    ):
        assert f'"/en/{link}"' in page, link
    assert "<dt>Told about</dt><dd>March – September 2022</dd>" in page
    assert "Вербівка (invented place)" in page
    assert 'href="/en/places/kharkiv-oblast/"' not in page.split("<main")[1].split("records")[0], "It adds nothing."


def test_one_interview_and_three_take_the_same_number_of_queries(visitor, django_assert_max_num_queries):
    numbers = []
    for references in (["AAA-AA1"], ["AAA-AA2", "AAA-AA3"]):
        for reference in references:
            cast.publish(cast.notebook(), reference)
        with django_assert_max_num_queries(12) as asked:
            visitor.client.get("/en/collections/demonstration/")
        numbers.append(len(asked))
    assert numbers[0] == numbers[1]
