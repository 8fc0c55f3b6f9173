"""What a browser does with every kind of page: it is told nothing wrong, asks nobody else, keeps nothing, carries little."""

import gzip
import urllib.request
from dataclasses import dataclass, field

import pytest

from .page_types import ERRORS, GALLERY, PAGES

pytestmark = pytest.mark.browser

STYLE_BUDGET = 15 * 1024
ITS_OWN_STATUS = "Failed to load resource: the server responded with a status of"


@dataclass
class Visit:
    """What happened while a page type was open; ``parts`` are address and kind of everything it asked for."""

    said: list[str] = field(default_factory=list)
    parts: list[tuple[str, str]] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    kept: list = field(default_factory=list)

    def of_kind(self, kind: str) -> list[str]:
        return sorted({address for address, each in self.parts if each == kind})


@pytest.fixture(scope="module")
def visits(sample, browser):
    """A visit to each page type by somebody new, by name."""
    return {each.name: visit(sample, browser, each) for each in (*PAGES, *GALLERY, *ERRORS)}


def visit(sample, browser, page_type) -> Visit:
    context, done = browser.new_context(viewport={"width": 1360, "height": 900}), Visit()
    page = context.new_page()
    page.on("console", lambda message: done.said.append(message.text))
    page.on("pageerror", lambda error: done.said.append(str(error)))
    page.on("request", lambda request: done.parts.append((request.url, request.resource_type)))
    page.on("requestfailed", lambda request: done.failed.append(request.url))
    page.set_default_timeout(90_000)
    page.goto(sample.address + next(iter(sample.pages[page_type.name].values())), wait_until="networkidle")
    if page_type.status != 200:
        done.said = [text for text in done.said if not text.startswith(f"{ITS_OWN_STATUS} {page_type.status}")]
    done.kept = [*context.cookies(), *page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")]
    context.close()
    return done


def test_the_console_stays_empty(visits):
    assert {name: each.said for name, each in visits.items() if each.said} == {}


def test_no_other_site_is_asked_for_anything(visits, sample):
    ours = (f"{sample.address}/", "data:")
    asked = {name: [url for url, _kind in each.parts if not url.startswith(ours)] for name, each in visits.items()}
    assert {name: urls for name, urls in asked.items() if urls} == {}


def test_nothing_is_asked_for_in_vain(visits):
    assert {name: each.failed for name, each in visits.items() if each.failed} == {}


def test_nothing_is_kept_about_somebody_who_only_reads(visits):
    assert {name: each.kept for name, each in visits.items() if each.kept} == {}


def test_nothing_of_a_recording_is_fetched_before_somebody_wants_to_hear_it(visits):
    assert {name: each.of_kind("media") for name, each in visits.items() if each.of_kind("media")} == {}


def test_scripts_and_styles_of_every_page_stay_within_their_budgets(visits):
    sizes = {}

    def packed(urls):
        for url in urls:
            if url not in sizes:
                with urllib.request.urlopen(url) as answer:
                    sizes[url] = len(gzip.compress(answer.read()))
        return sum(sizes[url] for url in urls)

    budgets = {each.name: each.script_budget for each in (*PAGES, *GALLERY, *ERRORS)}
    scripts = {name: packed(each.of_kind("script")) for name, each in visits.items()}
    styles = {name: packed(each.of_kind("stylesheet")) for name, each in visits.items()}
    assert {name: size for name, size in scripts.items() if size > budgets[name]} == {}
    assert {name: size for name, size in styles.items() if not 0 < size <= STYLE_BUDGET} == {}
