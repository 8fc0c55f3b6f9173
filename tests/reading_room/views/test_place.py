import pytest

from tests.edition.factory import cards, place, publish_document
from tests.reading_room import cast

TOWN = cards(place("kupiansk", "Куп’янськ"))


def test_a_place_shows_its_names_what_it_is_part_of_its_parts_and_its_interviews(archive):
    page = archive.read("/en/places/izium-raion/")
    assert '<a href="/en/places/kharkiv-oblast/">Kharkiv oblast</a>' in page
    assert '<span lang="en">Izyum district</span>' in page
    assert '<a href="/en/places/verbivka/"><span lang="uk">Вербівка</span></a>' in page
    assert f"/en/interviews/{cast.NOTEBOOK}/" in page


def test_what_kind_of_place_it_is_is_not_said_twice(archive):
    assert '<p class="quiet">raion</p>' not in archive.read("/en/places/izium-raion/")
    assert '<p class="quiet">settlement · ' in archive.read("/en/places/verbivka/")


def test_an_invented_place_says_so(archive):
    assert "invented place" in archive.read("/en/places/verbivka/")


def test_a_place_nothing_public_refers_to_is_not_there(archive):
    known, unknown = archive.get("/en/places/kupiansk/"), archive.get("/en/places/never/")
    assert known.status_code == 404
    assert known.body == unknown.body


def test_all_places_stand_as_a_tree_with_their_interviews(archive):
    page = archive.read("/en/places/")
    assert page.index("Kharkiv oblast") < page.index("Izium raion") < page.index("Вербівка")
    assert page.count("1 testimony<") == 3


@pytest.mark.parametrize("slug", ["izium-raion", "kharkiv-oblast"])
def test_a_place_shows_what_happened_in_it_and_what_is_asked_about_that(archive, slug):
    page = archive.read(f"/en/places/{slug}/")
    assert '<a href="/en/events/occupation/">Occupation</a>' in page and "March – September 2022" in page
    assert '<a href="/en/questions/how-long/">How long did the occupation last?</a>' in page


def test_what_happened_in_the_wider_place_did_not_happen_in_its_part(archive):
    page = archive.read("/en/places/verbivka/")
    assert "/en/events/occupation/" not in page and "/en/questions/how-long/" not in page


def test_a_place_leads_to_the_map_the_timeline_and_the_testimonies_of_each_month(archive):
    page = archive.read("/en/places/izium-raion/")
    for link in (
        "map/?place=izium-raion",
        "timeline/?place=izium-raion",
        "interviews/?place=izium-raion&amp;period=2022-04",
    ):
        assert f'"/en/{link}"' in page, link


class TestNames:
    @pytest.fixture
    def naming(self, archive):
        """Beside the notebook, which tells about the raion, two letters name it and one names a town."""
        for reference, slugs in (("AAA-AAA", ["izium-raion"]), ("BBB-BBB", ["izium-raion", "kupiansk"])):
            named = [("place", slug) for slug in slugs]
            publish_document(cast.letter(), reference=reference, authorities=cast.CARDS | TOWN, named=named)
        return archive

    def test_those_that_tell_about_it_are_listed_and_those_that_name_it_counted(self, naming):
        page = naming.read("/en/places/izium-raion/")
        assert "1 testimony tells about it" in page
        assert "2 more testimonies name it:" in page
        assert 'href="/en/passages/?q=Izium%20raion"' in page
        assert "AAA-AAA" not in page

    def test_a_place_that_is_only_named_shows_those_that_name_it(self, naming):
        page = naming.read("/en/places/kupiansk/")
        assert "1 testimony names it" in page
        assert "BBB-BBB" in page and "tells about it" not in page
        assert "?place=kupiansk" not in page and "On the map" not in page

    def test_lists_and_the_choice_of_a_town_hold_what_is_told_about(self, naming):
        assert "Куп’янськ" not in naming.read("/en/places/")
        assert "Куп’янськ" not in naming.read("/en/")
        assert "Куп’янськ" in naming.read("/uk/places/kupiansk/")


@pytest.mark.parametrize(("address", "queries"), [("/en/places/", 6), ("/en/places/izium-raion/", 12)])
def test_one_row_and_three_rows_take_the_same_number_of_queries(visitor, address, queries, django_assert_num_queries):
    for references in (["AAA-AA1"], ["AAA-AA2", "AAA-AA3"]):
        for reference in references:
            cast.publish(cast.notebook(), reference)
        with django_assert_num_queries(queries):
            visitor.client.get(address)
