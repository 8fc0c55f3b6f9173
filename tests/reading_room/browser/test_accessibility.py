"""Every kind of page, light and dark, on a telephone and on a desk: no fault that axe-core finds, nothing that overflows."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from archive.edition.models import Tombstone
from tests.reading_room import cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAGES = {
    "home": "/en/",
    "listing": "/en/interviews/?kind=recorded",
    "results": "/en/interviews/?q=хліб",
    "found by some": "/en/interviews/?q=хліб вертоліт",
    "nothing found": "/en/interviews/?q=слон&not-place=izium-raion",
    "passages": "/en/passages/?q=хліб OR міст",
    "no passages": "/en/passages/",
    "how to search": "/en/search-help/",
    "interview": f"/en/interviews/{cast.NOTEBOOK}/?t=12&q=bread",
    "nothing inside": f"/en/interviews/{cast.NOTEBOOK}/?q=слон",
    "interview on a path": f"/en/interviews/{cast.LETTER}/?path=begin",
    "report": f"/en/interviews/{cast.BROADCAST}/",
    "timeline": "/en/timeline/",
    "timeline of years": "/en/timeline/?period=1990..2022&place=kharkiv-oblast",
    "empty timeline": "/en/timeline/?kind=written",
    "map": "/en/map/",
    "places": "/en/places/",
    "place": "/en/places/izium-raion/",
    "topics": "/en/topics/",
    "topic": "/en/topics/bread/",
    "person": "/en/people/president/",
    "event": "/en/events/occupation/",
    "collection": "/en/collections/demonstration/",
    "paths": "/en/paths/",
    "path": "/en/paths/begin/",
    "glossary": "/en/glossary/#hromada",
    "about": "/en/about/",
    "consent": "/en/consent/",
    "consent in Russian": "/ru/consent/",
    "accessibility": "/en/accessibility/",
    "privacy": "/en/privacy/",
    "use": "/en/use/",
    "contact": "/en/contact/",
    "not there": "/en/nothing/",
    "not available": "/en/interviews/GGG-GGG/",
}


@pytest.mark.parametrize("width", [390, 1360])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_has_a_fault(site, browser, width, scheme):
    Tombstone.objects.create(reference="GGG-GGG")
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    faults = {}
    for name, address in PAGES.items():
        page.goto(site + address)
        found = Axe().run(page).response["violations"]
        if found:
            faults[name] = [(fault["id"], [node["html"][:120] for node in fault["nodes"][:3]]) for fault in found]
    context.close()
    assert faults == {}


@pytest.mark.parametrize("width", [320, 390, 1360])
@pytest.mark.parametrize("javascript", [True, False])
def test_nothing_overflows(site, browser, width, javascript):
    context = browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=javascript)
    page = context.new_page()
    too_wide = {}
    for name, address in PAGES.items():
        page.goto(site + address)
        content = context.new_cdp_session(page).send("Page.getLayoutMetrics")["cssContentSize"]
        beyond = content["width"] - width
        if beyond > 0 or not page.locator("main").is_visible():
            too_wide[name] = beyond
    context.close()
    assert too_wide == {}


def test_no_page_says_anything_to_the_console_or_asks_another_site(site, page):
    said, asked = [], []
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda request: asked.append(request.url))
    for name, address in PAGES.items():
        if not name.startswith("not "):
            page.goto(site + address)
    assert said == []
    assert [url for url in asked if not url.startswith((site, "data:"))] == []
