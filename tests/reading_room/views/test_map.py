import re

import pytest
from django.utils.html import escape

from archive.document.document import PlaceReference
from archive.reading_room.map.drawing import MOST_STOPS
from tests.edition.factory import cards, document, place, publish_document, withdraw
from tests.reading_room import cast

RAION = {"level": "raion", "latitude": 49.28, "longitude": 37.28}
CODE = {"katottg": "UA63040090010029555"}
CARDS = cards(
    place("oblast", "Область", level="oblast", identifiers={"katottg": "UA63000000000041885"}),
    place("raion", "Район", "oblast", **RAION),
    place("izium", "Ізюм", "raion", level="settlement", latitude=49.207, longitude=37.277, identifiers=CODE),
    place("cellar", "Підвал", "izium", level="site", latitude=49.20123, longitude=37.27123),
    place("lunohai", "Луногай", level="settlement", is_invented=True),
)
SPOT = re.compile(r'<a href="([^"]*)"[^>]*><title>([^<]*)</title><circle cx="[\d.]+" cy="[\d.]+" r="[\d.]+"/></a>')
AREA = re.compile(r'<a href="([^"]*)"[^>]*><title>([^<]*)</title><(?:circle|path) fill="url\(#map-hatch\)"')


def publish(number: int, *slugs: str, kind: str = "recorded"):
    told = tuple(PlaceReference(place=slug, relation="about") for slug in slugs)
    told_of = document(places=told, kind=kind, title={"en": f"Testimony {number}"})
    return publish_document(told_of, reference=f"AAA-{number:03}", authorities=CARDS)


def parts(page: str) -> list[str]:
    """The drawing and the table of the same, without the form above them."""
    return page.partition('<figure class="map">')[2].split("<table>")


@pytest.fixture
def telling(visitor):
    """Two tell of the town, one of them of a cellar in it; one of the raion; one, a letter, of an invented place."""
    for number, slugs in enumerate([["izium"], ["izium", "cellar"], ["raion"]]):
        publish(number, *slugs)
    publish(3, "lunohai", kind="letter")
    return visitor


def test_a_town_is_a_spot_that_leads_to_its_interviews_and_a_name_that_leads_to_its_page(telling):
    page = telling.read("/en/map/")
    assert SPOT.findall(page) == [("/en/interviews/?place=izium", "Ізюм: 2 testimonies")]
    assert '<a href="/en/places/izium/" tabindex="-1"><text' in page


def test_who_agreed_to_the_raion_alone_stands_somewhere_in_it(telling):
    page = telling.read("/en/map/")
    assert AREA.findall(page) == [("/en/interviews/?place=raion", "Somewhere in Район: 1 testimony of 3")]
    assert "somewhere in Район · 1" in page


def test_a_town_told_of_does_not_stand_there_twice(telling):
    around = re.findall(r'class="town"[^>]*>([^<]+)</text>', telling.read("/en/map/"))
    assert "Kharkiv" in around
    assert parts(telling.read("/en/map/"))[0].count("Izium<") == 0


def test_a_place_within_a_settlement_has_no_mark_of_its_own(telling):
    drawing, _table = parts(telling.read("/en/map/"))
    assert "Підвал" not in drawing and "cellar" not in drawing


@pytest.mark.parametrize(("size", "stops"), [(MOST_STOPS, MOST_STOPS), (MOST_STOPS + 1, 0)])
def test_the_keyboard_walks_through_a_few_dozen_marks_and_else_has_the_table(visitor, size, stops):
    towns = [
        place(f"t{n}", f"Місто {n}", level="settlement", latitude=49.2, longitude=36 + n / 50) for n in range(1, size)
    ]
    told = tuple(PlaceReference(place=slug, relation="about") for slug in ("raion", *(town.slug for town in towns)))
    publish_document(document(places=told), reference="AAA-AAA", authorities=CARDS | cards(*towns))
    page = visitor.read("/en/map/")
    drawing, table = parts(page)
    marks = re.findall(r"<a [^>]*>(?=<title>)", drawing)
    assert (len(marks), sum("tabindex" not in mark for mark in marks)) == (size, stops)
    assert ("With the keyboard, please go to the table" in drawing) == (not stops)
    assert table.count("/en/interviews/?place=") == size + 1, (
        "The oblast has a row and, where all name narrower places, no mark."
    )


def test_the_table_says_of_a_place_within_a_settlement_whether_the_map_has_it(visitor):
    hut = place("hut", "Хата", "raion", level="site")
    told = tuple(PlaceReference(place=slug, relation="about") for slug in ("cellar", "hut"))
    publish_document(document(places=told), reference="AAA-AAA", authorities=CARDS | cards(hut))
    rows = dict(re.findall(r'/places/([^/"]+)/">[^\n]*?</a>(.*?)</th>', parts(visitor.read("/en/map/"))[1]))
    assert "On the map with the settlement it is part of." in rows["cellar"]
    assert "Not on the map: the archive has not recorded where it lies." in rows["hut"]


def test_the_table_has_every_place_below_the_one_it_is_part_of(telling):
    rows = re.findall(
        r'<tr class="depth-(\d)[^"]*">.*?/places/([^/]+)/.*?place=\2" aria-label="[^"]+: \d+ testimon[^"]+">(\d+)</a>',
        telling.read("/en/map/"),
    )
    assert rows == [
        ("0", "oblast", "3"),
        ("1", "raion", "3"),
        ("2", "izium", "2"),
        ("3", "cellar", "1"),
        ("0", "lunohai", "1"),
    ]


def test_an_invented_place_stands_in_the_table_alone_with_its_mark(telling):
    drawing, table = parts(telling.read("/en/map/"))
    assert "Луногай" not in drawing
    assert "Луногай (invented place)" in table and "Not on the map." in table


@pytest.mark.parametrize("chosen", ["", "kind=recorded", "not-place=cellar", "place=lunohai&kind=recorded"])
def test_every_number_is_that_of_the_list_it_leads_to(telling, chosen):
    page = telling.read(f"/en/map/?{chosen}")
    links = re.findall(r'<td class="count"><a href="([^"]*)" aria-label="[^"]+">(\d+)</a>', page)
    assert links
    for address, count in links:
        assert f"{count} testimon" in telling.read(address.replace("&amp;", "&"))


def test_the_choices_of_the_list_are_kept_both_ways(telling):
    page = telling.read("/en/map/?kind=recorded&q=Testimony")
    assert '<a href="/en/interviews/?q=Testimony&amp;kind=recorded">See 3 testimonies as a list</a>' in page
    assert '<a class="chip" href="?q=Testimony">' in page
    assert '<a href="/en/timeline/?q=Testimony&amp;kind=recorded">On a timeline</a>' in page
    assert escape("/en/interviews/?q=Testimony&kind=recorded&place=izium") in page
    assert '<a href="/en/map/?kind=recorded">On a map</a>' in telling.read("/en/interviews/?kind=recorded&page=1")


def test_the_form_of_the_list_stands_above_with_what_is_chosen(telling):
    page = telling.read("/en/map/?kind=recorded&q=Testimony&without=grief&order=title")
    form = re.search(r'<form class="choosing" action="/en/map/".*?</form>', page, re.DOTALL)[0]
    assert re.findall(r'name="kind" value="(\w+)" checked', form) == ["recorded"]
    assert re.findall(r'name="without" value="(\w+)" checked', form) == ["grief"]
    assert 'name="q" maxlength="300" value="Testimony"' in form
    assert 'name="order" value="title"' in form
    for name in ("place", "language", "period", "recorded"):
        assert f'name="{name}"' in form


def test_a_place_that_is_chosen_is_ringed_among_the_others(telling):
    page = telling.read("/en/map/?place=lunohai&place=izium")
    assert '<a href="/en/interviews/?place=izium" class="chosen"><title>Ізюм' in page
    assert "See 3 testimonies as a list" in page
    assert "Somewhere in Район" in page


def test_choices_that_leave_no_place_say_so(telling):
    page = telling.read("/en/map/?kind=news-report&place=izium&language=uk&q=слон")
    assert "No testimony that you have chosen names a place in public." in page
    assert '<figure class="map">' not in page
    assert '<a href="/en/map/">Show the whole map</a>' in page


def test_an_empty_archive_has_no_map(visitor):
    page = visitor.read("/en/map/")
    assert "Nothing is public here yet." in page and "<table>" not in page


def test_what_is_withdrawn_leaves_no_mark(telling):
    withdraw(publish(9, "izium"))
    assert ("/en/interviews/?place=izium", "Ізюм: 2 testimonies") in SPOT.findall(telling.read("/en/map/"))


@pytest.mark.parametrize(
    "query", ["page=x", "period=nonsense", "place=atlantis", "order=;--", "q=%00", "place=%3Cb%3E"]
)
def test_nothing_written_into_the_address_is_an_error_or_markup(telling, query):
    assert "<b>" not in telling.read(f"/en/map/?{query}")


def test_names_are_written_as_text(visitor):
    hostile = cards(place("x", "<b>&", level="settlement", latitude=49.2, longitude=37.2))
    told = document(places=(PlaceReference(place="x", relation="about"),))
    publish_document(told, reference="AAA-AAA", authorities=hostile)
    page = visitor.read("/en/map/")
    assert "<b>" not in page and "&lt;b&gt;&amp; · 1" in page


def test_a_name_in_another_language_than_the_page_carries_its_own(telling):
    assert re.search(r'<text [^>]*lang="uk">Ізюм · 2</text>', telling.read("/en/map/"))
    assert 'lang="uk">Ізюм' not in telling.read("/uk/map/")


def test_the_sources_of_the_ground_are_named(telling):
    page = telling.read("/en/map/")
    assert all(source in page for source in ("Natural Earth", "GSHHG", "LGPL", "GeoNames, CC BY 4.0"))


def test_the_map_is_found_from_the_first_page_and_from_every_head(archive):
    assert archive.read("/en/").count('href="/en/map/"') == 2
    assert '<a href="/en/map/" aria-current="page">' in archive.read("/en/map/")


@pytest.mark.parametrize(("address", "queries"), [("/en/map/", 8), ("/en/map/?kind=recorded", 8)])
def test_one_row_and_three_rows_take_the_same_number_of_queries(visitor, address, queries, django_assert_num_queries):
    for references in (["AAA-AA1"], ["AAA-AA2", "AAA-AA3"]):
        for reference in references:
            cast.publish(cast.notebook(), reference)
        with django_assert_num_queries(queries):
            visitor.client.get(address)
