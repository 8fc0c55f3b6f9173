from tests.reading_room import cast


def test_a_public_figure_shows_the_interviews_that_speak_of_them(archive):
    page = archive.read("/en/people/president/")
    assert "<h1>The president</h1>" in page
    assert f"/en/interviews/{cast.BROADCAST}/" in page and f"/en/interviews/{cast.NOTEBOOK}/" not in page


def test_anyone_else_has_no_page(archive):
    assert archive.get("/en/people/olena/").status_code == 404
