"""Paths: a page to read, and the way from one testimony to the next without a cookie."""

import re
from datetime import UTC, datetime

import pytest

from archive.edition.models import PublishedInterview, PublishedStop
from tests.edition import guides
from tests.reading_room import cast

MOMENT = {"part": "rec", "passage": "p2", "starts_at_ms": 10_000}


def interviews(*references):
    return [PublishedInterview.objects.get(reference=reference) for reference in references]


@pytest.fixture
def trodden(archive):
    guides.path("begin", *interviews(cast.NOTEBOOK, cast.LETTER, cast.BROADCAST), **MOMENT)
    return archive


def test_the_paths_are_listed_with_their_number_of_testimonies_and_their_length(trodden):
    page = trodden.read("/en/paths/")
    assert '<a href="/en/paths/begin/">The path begin</a>' in page
    assert "What joins them." in page
    assert "3 stops" in page and "0:25" in page


def test_an_archive_without_paths_leads_in_otherwise(archive):
    page = archive.read("/en/paths/")
    assert "There is no path yet." in page and 'href="/en/topics/"' in page


def test_a_path_says_of_each_testimony_who_tells_it_and_why_it_is_here(trodden):
    page = trodden.read("/en/paths/begin/")
    assert page.count('class="record"') == 3
    assert "Olena K." in page and "Reason 0." in page
    assert "Sensitive content: shelling and bombing" in page
    assert 'href="/en/interviews/7K2-QX9/?path=begin&amp;t=10#rec-p2">Listen from 0:10' in page


def test_what_cannot_be_heard_is_read(archive):
    guides.path("read", *interviews(cast.LETTER))
    assert 'href="/en/interviews/3MT-4RD/?path=read">Read<' in archive.read("/en/paths/read/")


def test_what_is_only_described_is_offered_as_that(visitor):
    cast.publish(cast.letter(texts=(), papers=()), cast.LETTER)
    guides.path("read", *interviews(cast.LETTER))
    page = visitor.read("/en/paths/read/")
    assert "Read what it is about" in page and "written testimony · described only" in page


def test_an_unknown_path_is_not_there(trodden):
    assert trodden.get("/en/paths/never/").status_code == 404


def test_a_stop_that_has_run_out_is_not_counted_and_a_path_without_any_is_not_there(trodden):
    PublishedInterview.everything.filter(reference=cast.NOTEBOOK).update(valid_until=datetime(2020, 1, 1, tzinfo=UTC))
    page = trodden.read("/en/paths/begin/")
    assert re.findall(r'class="number" aria-hidden="true">(\d)<', page) == ["1", "2"]
    assert "Reason 0." not in page
    PublishedInterview.everything.update(valid_until=datetime(2020, 1, 1, tzinfo=UTC))
    assert trodden.get("/en/paths/begin/").status_code == 404
    assert "The path begin" not in trodden.read("/en/paths/") + trodden.read("/en/")


def test_who_comes_from_a_path_finds_the_testimonies_before_and_after(trodden):
    page = trodden.read("/en/interviews/3MT-4RD/?path=begin")
    assert '<a href="/en/paths/begin/">The path begin</a>' in page and "2 of 3" in page
    assert 'href="/en/interviews/7K2-QX9/?path=begin&amp;t=10#rec-p2" rel="prev"' in page
    assert 'rel="next"' in page and "/en/interviews/9PW-C6F/?path=begin" in page


def test_the_first_has_none_before_and_the_last_none_after(trodden):
    assert 'rel="prev"' not in trodden.read("/en/interviews/7K2-QX9/?path=begin&t=10")
    assert 'rel="next"' not in trodden.read("/en/interviews/9PW-C6F/?path=begin")


def test_a_testimony_that_stands_there_twice_is_told_by_its_moment(archive):
    one, other = interviews(cast.NOTEBOOK, cast.LETTER)
    made = guides.path("twice", one, other, **MOMENT)
    again = {"path": made, "interview": one, "position": 9, "key": "again", "said": "{}"} | MOMENT
    PublishedStop.everything.create(**again | {"starts_at_ms": 15_000, "passage": "p3"})
    assert "3 of 3" in archive.read("/en/interviews/7K2-QX9/?path=twice&t=15")
    assert "1 of 3" in archive.read("/en/interviews/7K2-QX9/?path=twice&t=10")


def test_the_path_is_kept_by_the_links_of_the_page(trodden):
    page = trodden.read("/en/interviews/7K2-QX9/?path=begin&t=10")
    assert 'href="?path=begin&amp;t=5#rec-p1"' in page
    assert '<input type="hidden" name="path" value="begin">' in page
    assert 'href="/uk/interviews/7K2-QX9/?path=begin&amp;t=10"' in page


@pytest.mark.parametrize("slug", ["never", "a b", "%00", "x" * 200, "%D1%8F"])
def test_a_path_that_is_none_shows_no_way(trodden, slug):
    assert 'class="way"' not in trodden.read(f"/en/interviews/7K2-QX9/?path={slug}")


def test_an_interview_that_does_not_stand_on_the_path_shows_no_way(archive):
    guides.path("begin", *interviews(cast.LETTER))
    assert 'class="way"' not in archive.read("/en/interviews/7K2-QX9/?path=begin")


def test_the_sitemap_names_every_path(trodden):
    assert "/en/paths/begin/</loc>" in trodden.read("/sitemap-pages.xml") or "/paths/begin/" in trodden.read(
        "/sitemap-pages.xml"
    )


@pytest.mark.parametrize("count", [1, 3])
def test_pages_of_paths_take_the_same_number_of_queries_for_any_number(visitor, count, django_assert_num_queries):
    made = [cast.publish(cast.notebook(), f"AAA-AA{number}") for number in range(count)]
    for number in range(count):
        guides.path(f"p{number}", *made, **MOMENT)
    for address, queries in (("/en/paths/", 3), ("/en/paths/p0/", 4)):
        with django_assert_num_queries(queries):
            visitor.client.get(address)
