"""A walk through every kind of page with the Tab key alone: each stop can be seen, says what it is, and lets one go on."""

import pytest

from .page_types import ERRORS, GALLERY, PAGES

pytestmark = pytest.mark.browser

MOST_STOPS = 60
"""After so many stops the walk goes on to the next page: what follows are more rows of the same list."""

STOP = """() => {
    const node = document.activeElement;
    if (!node || node === document.body) return null;
    const shown = element => {
        const style = getComputedStyle(element);
        return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2)
            || (element instanceof SVGElement && parseFloat(style.strokeWidth) >= 2);
    };
    const wrapped = node.closest(".voice, label");
    const box = node.getBoundingClientRect();
    const seen = [0.5, 0.1, 0.9].some(x => [0.5, 0.1, 0.9].some(y => {
        const top = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
        return top && (node.contains(top) || top.contains(node) || top.closest("label")?.control === node);
    }));
    const name = node.getAttribute("aria-label") || node.querySelector("img")?.alt || node.labels?.[0]?.innerText || node.textContent.trim()
        || node.getAttribute("aria-labelledby") || node.getAttribute("title");
    const moved = node !== window.lastStop;
    window.lastStop = node;
    return {
        what: node.outerHTML.slice(0, 110),
        faults: [
            [node, wrapped, ...node.querySelectorAll("circle, path")].some(each => each && shown(each)) ? "" : "no visible focus",
            seen ? "" : "covered or outside the screen",
            name ? "" : "no name",
            moved ? "" : "the key leads nowhere",
        ].filter(Boolean),
    };
}"""


def walk(page) -> list[dict | None]:
    """The stops from the top of the page on; ``None`` is the end, when the browser itself is reached."""
    stops = []
    while len(stops) < MOST_STOPS:
        page.keyboard.press("Tab")
        stops.append(page.evaluate(STOP))
        if stops[-1] is None:
            break
    return stops


@pytest.mark.parametrize("width", [390, 1360])
def test_every_stop_of_the_tab_key_can_be_seen_and_has_a_name(sample, browser, width):
    context = browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce")
    page, faults = context.new_page(), {}
    for each in (*PAGES, *GALLERY, *ERRORS):
        page.goto(sample.address + next(iter(sample.pages[each.name].values())))
        stops = walk(page)
        found = [(stop["faults"], stop["what"]) for stop in stops if stop and stop["faults"]]
        if found:
            faults[each.name] = found
        if len(stops) < 10:
            faults[each.name] = stops
    context.close()
    assert faults == {}


def test_the_first_stop_leads_past_the_head_of_the_page(sample, page):
    for each in (*PAGES, *GALLERY, *ERRORS):
        page.goto(sample.address + next(iter(sample.pages[each.name].values())))
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "main", each.name
