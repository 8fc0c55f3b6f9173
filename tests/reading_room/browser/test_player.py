"""The player that a browser makes of the page's own."""

from dataclasses import replace

import pytest
from playwright.sync_api import expect

from tests.reading_room import cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ADDRESS = f"/en/interviews/{cast.NOTEBOOK}/"


@pytest.fixture
def interview(site, page):
    """The interview's page with a media element that plays nothing but keeps its time."""
    page.add_init_script(
        """
        HTMLMediaElement.prototype.play = function () { this.isPlaying = true; this.dispatchEvent(new Event("play")); };
        Object.defineProperty(HTMLMediaElement.prototype, "paused", { get() { return !this.isPlaying; } });
        """
    )
    page.goto(site + ADDRESS)
    return page


def test_nothing_of_the_sound_is_asked_for_before_it_is_wanted(site, page):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site + ADDRESS)
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if url.endswith((".m4a", ".vtt", ".json"))]


def test_the_place_is_moved_by_buttons_and_by_keys_while_the_player_has_the_focus(interview):
    seek = interview.locator("[data-seek]")
    interview.get_by_role("button", name="Forward 10 seconds").click()
    expect(seek).to_have_value("10")
    interview.keyboard.press("j")
    expect(seek).to_have_value("0")
    interview.keyboard.press("l")
    expect(seek).to_have_value("10")


def test_keys_do_nothing_where_someone_writes(interview):
    interview.get_by_label("Search in this testimony").fill("")
    interview.get_by_label("Search in this testimony").press("l")
    expect(interview.locator("[data-seek]")).to_have_value("0")
    expect(interview.get_by_label("Search in this testimony")).to_have_value("l")


def test_a_click_on_a_time_goes_there_without_leaving_the_page(interview):
    interview.locator("#rec-p2 .time").click()
    expect(interview.locator("[data-seek]")).to_have_value("10")
    expect(interview.locator("#rec-p2")).to_have_class("line narrator is-now")
    assert interview.url.endswith(ADDRESS)


def test_a_deep_link_stands_at_its_time(site, page):
    page.goto(f"{site}{ADDRESS}?t=12")
    expect(page.locator("[data-clock]")).to_have_text("0:12")
    expect(page.locator("#rec-p2")).to_be_in_viewport()


def test_a_reader_who_scrolled_away_is_called_back_only_on_request(interview):
    interview.locator("#rec-p2 .time").click()
    back = interview.get_by_role("button", name="Return to the current place")
    expect(back).to_be_hidden()
    interview.mouse.wheel(0, 2000)
    expect(back).to_be_visible()
    back.click()
    expect(interview.locator("#rec-p2")).to_be_in_viewport()
    expect(back).to_be_hidden()


def test_the_browsers_own_player_is_there_without_javascript(site, browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}{ADDRESS}?t=12#rec-p2")
    expect(page.locator("audio")).to_be_visible()
    expect(page.locator("#rec-p2")).to_be_in_viewport()
    assert page.locator("[data-play]").count() == 0
    context.close()


def test_the_player_takes_less_than_an_eighth_of_a_telephone(site, browser):
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(site + ADDRESS)
    assert page.locator(".player").bounding_box()["height"] < 844 / 8
    context.close()


def test_the_way_out_replaces_the_page_in_the_history(site, page, settings):
    settings.HOLOS_QUICK_EXIT_URL = f"{site}/en/about/"
    page.goto(f"{site}/en/")
    page.goto(site + ADDRESS)
    page.get_by_role("link", name="Leave quickly", exact=True).click()
    page.wait_for_url(f"{site}/en/about/")
    page.go_back()
    assert page.url == f"{site}/en/"


def test_the_way_out_stays_within_reach(interview):
    way_out = interview.get_by_role("link", name="Leave quickly", exact=True)
    interview.evaluate("scrollTo(0, document.body.scrollHeight)")
    expect(way_out).to_be_in_viewport(ratio=1)


def test_a_film_that_plays_stays_in_sight(site, page):
    told = cast.notebook()
    (sitting,) = told.sittings
    (recording,) = sitting.recordings
    film = cast.file(b"not a film", "film", "mp4", "video/mp4", width=320, height=180)
    recording = replace(recording, has_film=True, files=(film, *recording.files[1:]))
    cast.publish(replace(told, sittings=(replace(sitting, recordings=(recording,)),)), "5XJ-7ZB")
    page.set_viewport_size({"width": 390, "height": 600})
    page.goto(f"{site}/en/interviews/5XJ-7ZB/")
    film = page.locator("video")
    page.locator("#rec-p4").scroll_into_view_if_needed()
    page.evaluate("document.querySelector('[data-play]').classList.add('is-playing')")
    page.evaluate("document.querySelector('#rec-p4').scrollIntoView({block: 'end'})")
    expect(film).to_be_in_viewport(ratio=1)
