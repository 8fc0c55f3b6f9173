"""The list of page types holds every route and every error page, and each address answers as it should."""

import urllib.error
import urllib.request

from archive.exchange import root_urls as exchange_roots
from archive.exchange import urls as exchange
from archive.reading_room import root_urls, urls

from .page_types import ERRORS, FILES, GALLERY, PAGES
from .sample_site import ROOT

ROUTES = {each.name for room in (urls, root_urls, exchange, exchange_roots) for each in room.urlpatterns}


def test_every_route_is_of_some_page_type():
    assert {each.route for each in (*PAGES, *GALLERY, *FILES)} == ROUTES


def test_every_error_page_is_of_some_page_type():
    pages = {int(file.stem) for file in (ROOT / "templates").glob("[45]??.html")}
    assert {each.status for each in ERRORS} == pages | {410}


def test_no_two_page_types_have_one_name():
    names = [each.name for each in (*PAGES, *GALLERY, *ERRORS, *FILES)]
    assert len(names) == len(set(names))


def test_every_address_in_the_sample_answers_as_its_page_type_says(sample):
    answered = {
        (each.name, language): status(sample.address + path)
        for each in (*PAGES, *GALLERY, *ERRORS, *FILES)
        for language, path in sample.pages[each.name].items()
    }
    assert answered == {
        (each.name, language): each.status
        for each in (*PAGES, *GALLERY, *ERRORS, *FILES)
        for language in each.languages
    }


def status(url: str) -> int:
    try:
        with urllib.request.urlopen(url) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code
