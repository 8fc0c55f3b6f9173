import pytest

from tests.edition.factory import document, publish_document, sitting, transcript
from tests.reading_room import cast


def test_every_passage_stands_in_the_order_of_time_under_its_interview(archive):
    page = archive.read("/en/passages/?q=хліб OR підвал OR міст")
    assert page.index(cast.NOTEBOOK) < page.index(">0:05</a>") < page.index(">0:10</a>")
    assert page.index("Мама пекла <mark>хліб</mark> у дворі.") > page.index("<mark>підвал</mark>")
    assert cast.LETTER in page and "<mark>Міст</mark> уже не стояв." in page


def test_filters_chips_counts_and_order_are_those_of_the_listing(archive):
    page = archive.read("/en/passages/?q=хліб&kind=recorded&order=title")
    assert '<a class="chip" href="?q=%D1%85%D0%BB%D1%96%D0%B1&amp;order=title">' in page
    assert 'name="kind" value="recorded" checked' in page
    assert 'action="/en/passages/"' in page
    assert "1 testimony<" in page


@pytest.mark.parametrize(("here", "there"), [("interviews", "passages"), ("passages", "interviews")])
def test_one_switches_between_interviews_and_passages_with_all_that_was_chosen(archive, here, there):
    address = "?q=bread&amp;kind=recorded&amp;order=title"
    assert f'href="/en/{there}/{address}"' in archive.read(f"/en/{here}/{address.replace('&amp;', '&')}")


def test_an_interview_with_very_many_is_cut_and_leads_to_all_of_them(visitor):
    many = transcript(*(f"День {n}, хліб." for n in range(300)))
    publish_document(document(sittings=(sitting(many),)), reference="AAA-AAA")
    page = visitor.read("/en/passages/?q=хліб")
    assert page.count("<mark>") == 200
    assert '<a href="/en/interviews/AAA-AAA/?q=%D1%85%D0%BB%D1%96%D0%B1#hits">' in page


def test_a_page_has_no_more_than_twenty_interviews_and_two_hundred_passages(visitor):
    many = transcript(*(f"День {n}, хліб." for n in range(12)))
    for number in range(21):
        publish_document(document(sittings=(sitting(many),)), reference=f"AAA-A{number:02}")
    page = visitor.read("/en/passages/?q=хліб")
    assert (page.count('class="record"'), page.count("<mark>")) == (20, 200)
    assert page.count("All 12 passages of this testimony") == 20
    assert 'rel="next" href="?q=%D1%85%D0%BB%D1%96%D0%B1&amp;page=2"' in page


def test_without_words_it_says_what_stands_here(archive):
    assert "Write a word, and every passage that holds it stands here" in archive.read("/en/passages/")
    assert "Nobody says this" in archive.read("/en/passages/?q=слон")


def test_one_interview_and_three_take_the_same_number_of_queries(visitor, django_assert_num_queries):
    cast.publish(cast.notebook(), "AAA-AA0")
    visitor.client.get("/en/passages/?q=хліб")
    for reference in ("AAA-AA1", "AAA-AA2", None):
        with django_assert_num_queries(15):
            visitor.client.get("/en/passages/?q=хліб")
        if reference:
            cast.publish(cast.notebook(), reference)
