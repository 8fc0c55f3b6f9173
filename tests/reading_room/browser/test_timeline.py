"""The timeline in a real browser: one of its two drawings, whole, wherever it is shown."""

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ADDRESS, LONG = "/uk/timeline/", "/uk/timeline/?period=1963..2022"
ACROSS, DOWN = ".timeline-drawing > .slide", ".timeline-drawing > .upright"
CUT = "() => document.documentElement.scrollWidth > innerWidth"


@pytest.mark.parametrize(("width", "shown", "other"), [(390, DOWN, ACROSS), (1360, ACROSS, DOWN)])
def test_time_runs_down_where_there_is_no_room_for_it_to_run_across(site, page, width, shown, other):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(site + ADDRESS)
    expect(page.locator(shown)).to_be_visible()
    expect(page.locator(other)).to_be_hidden()


@pytest.mark.parametrize("address", [ADDRESS, LONG])
def test_on_paper_time_runs_down_and_nothing_is_cut(site, page, address):
    page.set_viewport_size({"width": 680, "height": 960})
    page.goto(site + address)
    page.emulate_media(media="print")
    expect(page.locator(DOWN)).to_be_visible()
    expect(page.locator(ACROSS)).to_be_hidden()
    assert not page.evaluate(CUT)


def test_on_a_wide_screen_a_generation_is_seen_without_sliding(site, page):
    page.set_viewport_size({"width": 1360, "height": 900})
    page.goto(f"{site}/uk/timeline/?period=1990..2022")
    assert page.locator(ACROSS).evaluate("slide => slide.scrollWidth <= slide.clientWidth")
    lefts = page.locator(f"{ACROSS} .unit").evaluate_all(
        "words => words.map(word => word.getBoundingClientRect()).flatMap(box => [box.left, box.right + 4])"
    )
    assert lefts == sorted(lefts)


def test_the_largest_letters_fit_the_narrowest_screen(site, page):
    page.set_viewport_size({"width": 320, "height": 900})
    page.goto(site + ADDRESS)
    page.evaluate("document.documentElement.dataset.size = 'largest'")
    bars = page.locator(f"{DOWN} .bar").evaluate_all("bars => bars.map(bar => bar.getBoundingClientRect().width)")
    assert min(bars) >= 16
    over = (
        "list => [...list.querySelectorAll('.number, .event > div')].some("
        "each => each.getBoundingClientRect().right > list.getBoundingClientRect().right + 1)"
    )
    assert not page.locator(DOWN).evaluate(over)
