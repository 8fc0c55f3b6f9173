"""What every answer says to browsers and search engines beside its content, whatever kind of page it is."""

import urllib.error
import urllib.request

import pytest

from .page_types import ERRORS, FILES, GALLERY, PAGES

KEPT = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
}
STYLES_AND_SCRIPTS = ("/static/style.css", "/static/reading_room/quick_exit.js")


@pytest.fixture(scope="module")
def headers(sample):
    """The headers of every page type, error and file, and of two static files, by name."""
    found = {each.name: asked(sample.address + first(sample, each)) for each in (*PAGES, *GALLERY, *ERRORS, *FILES)}
    return found | {path: asked(sample.address + path) for path in STYLES_AND_SCRIPTS}


def first(sample, page_type) -> str:
    return next(iter(sample.pages[page_type.name].values()))


def asked(url: str):
    try:
        with urllib.request.urlopen(url) as answer:
            return answer.headers
    except urllib.error.HTTPError as error:
        return error.headers


def test_every_answer_carries_the_strict_headers(headers):
    assert {name: {key: each[key] for key in KEPT} for name, each in headers.items()} == dict.fromkeys(headers, KEPT)
    assert [name for name, each in headers.items() if "microphone=()" not in each["Permissions-Policy"]] == []
    assert [name for name, each in headers.items() if "default-src 'none'" not in each["Content-Security-Policy"]] == []


def test_no_search_engine_keeps_a_copy_of_anything(headers):
    assert [name for name, each in headers.items() if "noarchive" not in each["X-Robots-Tag"]] == []


def test_other_sites_may_use_nothing_but_what_is_made_to_be_taken_along(headers):
    """Pictures for shared links, and what is offered to programs of other sites; pages and media are for this one alone."""
    shared = {name for name, each in headers.items() if each["Cross-Origin-Resource-Policy"] != "same-origin"}
    offered = {name for name, each in headers.items() if each["Access-Control-Allow-Origin"]}
    assert offered == {"feed", "export", "search for programs", "suggestions"}
    assert shared == offered | {"picture of an interview", "picture of the site"}


def test_nothing_is_taken_from_memory_unasked(headers):
    kept = {name: each["Cache-Control"] for name, each in headers.items() if not name.startswith("/static/")}
    assert {name: value for name, value in kept.items() if not {"no-cache", "no-store"} & set(value.split(", "))} == {}


def test_no_answer_sets_a_cookie(headers):
    assert [name for name, each in headers.items() if each["Set-Cookie"]] == []
