import pytest

from tests.reading_room import cast


def test_a_topic_shows_the_broader_one_and_its_interviews(archive):
    page = archive.read("/en/topics/bread/")
    assert '<a href="/en/topics/daily-life/">Daily life</a>' in page
    assert f"/en/interviews/{cast.NOTEBOOK}/" in page
    assert 'href="/en/interviews/?topic=bread"' in page


def test_a_broader_topic_shows_the_narrower_ones(archive):
    assert '<a href="/en/topics/bread/">Bread</a>' in archive.read("/en/topics/daily-life/")


def test_a_topic_nothing_public_refers_to_is_not_there(archive):
    assert archive.get("/en/topics/never/").status_code == 404


@pytest.mark.parametrize(("address", "queries"), [("/en/topics/", 6), ("/en/topics/bread/", 8)])
def test_one_row_and_three_rows_take_the_same_number_of_queries(visitor, address, queries, django_assert_num_queries):
    for references in (["AAA-AA1"], ["AAA-AA2", "AAA-AA3"]):
        for reference in references:
            cast.publish(cast.notebook(), reference)
        with django_assert_num_queries(queries):
            visitor.client.get(address)
