import re

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
