"""The timeline in a real browser: one of its two drawings, whole, wherever it is shown."""

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ADDRESS, LONG = "/uk/timeline/", "/uk/timeline/?period=1963..2022"
ACROSS, DOWN = ".timeline-drawing > .slide", ".timeline-drawing > .upright"
CUT = "() => document.documentElement.scrollWidth > innerWidth"


def test_on_a_wide_screen_a_generation_is_seen_without_sliding(site, page):
    page.set_viewport_size({"width": 1360, "height": 900})
    page.goto(f"{site}/uk/timeline/?period=1990..2022")
    assert page.locator(ACROSS).evaluate("slide => slide.scrollWidth <= slide.clientWidth")
    lefts = page.locator(f"{ACROSS} .unit").evaluate_all(
        "words => words.map(word => word.getBoundingClientRect()).flatMap(box => [box.left, box.right + 4])"
    )
    assert lefts == sorted(lefts)
