import re

from archive.document.authority import AuthorityCard
from tests.edition.factory import cards, publish_document
from tests.reading_room import cast


def test_an_event_says_when_where_and_who_dates_it_so(archive):
    page = archive.read("/en/events/occupation/")
    assert "March – September 2022" in page
    assert '<a href="/en/places/izium-raion/">Izium raion</a>' in page
    assert "The reports differ about its beginning." in page


def test_an_unknown_event_is_not_there(archive):
    assert archive.get("/en/events/never/").status_code == 404


def dated(slug: str, happened: str) -> AuthorityCard:
    return AuthorityCard(kind="event", slug=slug, name={"en": slug.title()}, happened=happened, place="nowhere-public")


def test_events_stand_in_the_order_of_time_with_their_date_and_a_place_that_is_public(archive):
    known = cast.CARDS | cards(dated("first", "2022-02-24"), dated("undated", ""), dated("last", "2023"))
    told = cast.letter(events=("undated", "last", "first"))
    publish_document(told, reference="AAA-AAA", authorities=known)
    page = archive.read("/en/events/").split("<main", 1)[1]
    assert re.findall('<a href="/en/events/(.*?)/"', page)[:4] == ["first", "occupation", "last", "undated"]
    assert "March – September 2022" in page and '<a href="/en/places/izium-raion/">Izium raion</a>' in page
    assert "nowhere-public" not in page


def test_without_an_event_the_list_says_so(visitor):
    assert "Nothing is public here yet." in visitor.read("/en/events/")


def test_an_event_leads_back_to_the_list(archive):
    header = archive.read("/en/events/occupation/").split("<h1>")[0]
    assert '<nav class="trail"' in header and '<a href="/en/events/">Events</a>' in header


def test_one_event_and_three_take_the_same_number_of_queries(visitor, django_assert_num_queries):
    for references in (["AAA-AA1"], ["AAA-AA2", "AAA-AA3"]):
        for reference in references:
            cast.publish(cast.notebook(), reference)
        with django_assert_num_queries(7):
            visitor.client.get("/en/events/")
