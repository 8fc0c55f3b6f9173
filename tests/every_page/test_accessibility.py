"""Every kind of page, light and dark, on a telephone and on a desk: no fault that axe-core finds, nothing that overflows,
nothing lost in large text or forced colours, and a visible place for whoever goes by keyboard."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from .page_types import ERRORS, PAGES

pytestmark = pytest.mark.browser

WITH_SIZES_OF_TARGETS = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
CONTRAST_ALONE = {"resultTypes": ["violations"], "runOnly": ["color-contrast"]}
TOO_WIDE = "() => { const e = document.scrollingElement; return e.scrollWidth - e.clientWidth }"
CUT_OFF = """() => [...document.querySelectorAll("body *")].filter(node => {
    const style = getComputedStyle(node), box = node.getBoundingClientRect();
    const cuts = way => ["hidden", "clip"].includes(way);
    return box.width > 2 && box.height > 2 && node.innerText?.trim() && style.visibility === "visible"
        && ((cuts(style.overflowX) && node.scrollWidth > node.clientWidth + 2)
            || (cuts(style.overflowY) && node.scrollHeight > node.clientHeight + 2));
}).map(node => node.outerHTML.slice(0, 120))"""


@pytest.fixture
def look(sample, browser):
    """``look(how, language, **context)``: what ``how(page)`` finds on every page type, where it finds anything."""

    def look(how, language="en", **options):
        context = browser.new_context(reduced_motion="reduce", **options)
        page, found = context.new_page(), {}
        for each in (*PAGES, *ERRORS):
            addresses = sample.pages[each.name]
            page.goto(sample.address + addresses.get(language, next(iter(addresses.values()))))
            if seen := how(page):
                found[each.name] = seen
        context.close()
        return found

    return look


def screen(width: int, **options) -> dict:
    return {"viewport": {"width": width, "height": 900}, **options}


def faults(page, options=WITH_SIZES_OF_TARGETS):
    violations = Axe().run(page, options=options).response["violations"]
    return [(fault["id"], [node["html"][:120] for node in fault["nodes"][:3]]) for fault in violations]


@pytest.mark.parametrize(
    ("scheme", "width", "language"),
    [("light", 390, "uk"), ("dark", 390, "en"), ("light", 1360, "pl"), ("dark", 1360, "uk")],
)
def test_no_page_has_a_fault(look, scheme, width, language):
    assert look(faults, language, **screen(width, color_scheme=scheme)) == {}


@pytest.mark.parametrize("language", ["uk", "en", "pl"])
@pytest.mark.parametrize("width", [320, 390, 1360])
def test_nothing_overflows(look, width, language):
    assert look(lambda page: page.evaluate(TOO_WIDE), language, **screen(width)) == {}


@pytest.mark.parametrize("width", [320, 1360])
def test_without_javascript_everything_is_there_and_nothing_overflows(look, width):
    def lost(page):
        content = page.context.new_cdp_session(page).send("Page.getLayoutMetrics")["cssContentSize"]
        return content["width"] > width or not page.locator("main").is_visible()

    assert look(lost, **screen(width, java_script_enabled=False)) == {}


@pytest.mark.parametrize(("width", "language"), [(1360, "uk"), (640, "pl")])
def test_text_of_twice_the_size_is_not_cut_and_makes_no_page_wider(look, width, language):
    def lost(page):
        page.add_style_tag(content="html { font-size: 200% !important }")
        return page.evaluate(TOO_WIDE), page.evaluate(CUT_OFF)

    found = look(lost, language, **screen(width, bypass_csp=True))
    assert {name: what for name, what in found.items() if what != (0, [])} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colours_keep_every_word_readable(look, scheme):
    options = screen(1360, forced_colors="active", color_scheme=scheme)
    assert look(lambda page: faults(page, CONTRAST_ALONE), **options) == {}
