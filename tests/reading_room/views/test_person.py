import re

from archive.document.authority import AuthorityCard
from tests.edition.factory import cards, publish_document
from tests.reading_room import cast


def test_a_public_figure_shows_the_interviews_that_speak_of_them(archive):
    page = archive.read("/en/people/president/")
    assert "<h1>The president</h1>" in page
    assert f"/en/interviews/{cast.BROADCAST}/" in page and f"/en/interviews/{cast.NOTEBOOK}/" not in page


def test_anyone_else_has_no_page(archive):
    assert archive.get("/en/people/olena/").status_code == 404


def test_people_that_testimonies_tell_about_are_listed_with_their_number(archive):
    page = archive.read("/en/people/")
    assert re.search('<a href="/en/people/president/">The president</a> <span class="count">2 testimonies</span>', page)


def test_without_a_person_the_list_says_so(visitor):
    assert "Nothing is public here yet." in visitor.read("/en/people/")


def test_a_person_shows_the_places_and_topics_of_what_is_told_about_them(visitor):
    known = cast.CARDS | cards(AuthorityCard(kind="person", slug="mayor", name={"en": "M"}))
    publish_document(cast.notebook(people=("mayor",)), reference="AAA-AAA", authorities=known)
    page = visitor.read("/en/people/mayor/")
    assert "1 testimony tells of this person" in page
    assert 'href="/en/places/verbivka/"' in page and 'href="/en/topics/bread/"' in page
    assert '"/en/map/?person=mayor"' in page


def test_a_person_who_is_only_named_has_the_places_of_that_and_no_filter(visitor):
    publish_document(cast.notebook(), reference="AAA-AAA", authorities=cast.CARDS, named=[("person", "president")])
    page = visitor.read("/en/people/president/")
    assert 'href="/en/places/verbivka/"' in page and "?person=" not in page
