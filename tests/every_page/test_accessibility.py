"""Every kind of page, light and dark, on a telephone and on a desk: no fault that axe-core finds, nothing that overflows,
nothing lost in large text or forced colours, and a visible place for whoever goes by keyboard."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from .page_types import ERRORS, GALLERY, PAGES

pytestmark = pytest.mark.browser

WITH_SIZES_OF_TARGETS = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
TOO_WIDE = "() => { const e = document.scrollingElement; return e.scrollWidth - e.clientWidth }"
CUT_OFF = """() => [...document.querySelectorAll("body *")].filter(node => {
    const style = getComputedStyle(node), box = node.getBoundingClientRect();
    const cuts = way => ["hidden", "clip"].includes(way);
    return box.width > 2 && box.height > 2 && node.innerText?.trim() && style.visibility === "visible"
        && ((cuts(style.overflowX) && node.scrollWidth > node.clientWidth + 2)
            || (cuts(style.overflowY) && node.scrollHeight > node.clientHeight + 2));
}).map(node => node.outerHTML.slice(0, 120))"""


FAINT_WHEN_FORCED = """() => {
    const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const light = colour => {
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        const part = value => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
        const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
        return 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue);
    };
    const contrast = (one, other) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    const ground = light("Canvas"), visible = node => node.getClientRects().length > 0;
    const words = [...document.querySelectorAll("main svg text")].filter(visible)
        .filter(node => contrast(light(getComputedStyle(node).fill), ground) < 4.5);
    const controls = [...document.querySelectorAll("button, .button, input:not([type=hidden], [type=checkbox], [type=radio], [type=range]), select")]
        .filter(visible).filter(node => parseFloat(getComputedStyle(node).borderTopWidth) < 1 && !node.closest(".quick-exit"));
    return [...words, ...controls].map(node => node.outerHTML.slice(0, 120));
}"""
"""A browser forces colours of text and edges by itself; of drawings and of controls without an edge it does not."""


@pytest.fixture
def look(sample, browser):
    """``look(how, language, **context)``: what ``how(page)`` finds on every page type, where it finds anything."""

    def look(how, language="en", **options):
        context = browser.new_context(reduced_motion="reduce", **options)
        page, found = context.new_page(), {}
        for each in (*PAGES, *GALLERY, *ERRORS):
            addresses = sample.pages[each.name]
            page.goto(sample.address + addresses.get(language, next(iter(addresses.values()))))
            if seen := how(page):
                found[each.name] = seen
        context.close()
        return found

    return look


def screen(width: int, **options) -> dict:
    return {"viewport": {"width": width, "height": 900}, **options}


def faults(page):
    violations = Axe().run(page, options=WITH_SIZES_OF_TARGETS).response["violations"]
    return [(fault["id"], [node["html"][:120] for node in fault["nodes"][:3]]) for fault in violations]


@pytest.mark.parametrize(
    ("scheme", "width", "language"),
    [("light", 390, "uk"), ("dark", 390, "en"), ("light", 1360, "pl"), ("dark", 1360, "uk")],
)
def test_no_page_has_a_fault(look, scheme, width, language):
    assert look(faults, language, **screen(width, color_scheme=scheme)) == {}


@pytest.mark.parametrize("language", ["uk", "en", "pl"])
def test_nothing_overflows(look, language):
    def beyond(page):
        found = {}
        for width in (320, 390, 1360):
            page.set_viewport_size({"width": width, "height": 900})
            found[width] = page.evaluate(TOO_WIDE)
        return {width: pixels for width, pixels in found.items() if pixels > 0}

    assert look(beyond, language, **screen(320)) == {}


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
def test_forced_colours_keep_drawings_readable_and_controls_visible(look, scheme):
    options = screen(1360, forced_colors="active", color_scheme=scheme)
    assert look(lambda page: page.evaluate(FAINT_WHEN_FORCED), **options) == {}
