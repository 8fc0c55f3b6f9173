"""How a text is to be read: chosen by the reader, kept on the device alone, and forgotten when asked."""

import pytest
from playwright.sync_api import expect

from tests.reading_room import cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ADDRESS = f"/en/interviews/{cast.NOTEBOOK}/"
KEPT = "localStorage.length ? localStorage.reading : null"


@pytest.fixture
def interview(site, page):
    page.goto(site + ADDRESS)
    page.locator("[data-reading] summary").click()
    return page


def test_nothing_is_kept_before_a_reader_chooses(interview):
    assert interview.evaluate(KEPT) is None


def test_a_choice_holds_on_the_next_page_before_anything_is_painted(site, interview):
    interview.get_by_label("Larger").check()
    interview.get_by_label("More").check()
    assert interview.evaluate(KEPT) == '{"size":"larger","spacing":"wide"}'
    interview.route("**/reading_choice*.js", lambda route: route.abort())
    interview.goto(site + "/en/privacy/")
    assert interview.evaluate("document.documentElement.dataset.size") == "larger"
    assert interview.evaluate("getComputedStyle(document.documentElement).fontSize") == "19px"


def test_reset_forgets_the_choice(interview):
    interview.get_by_label("Largest").check()
    interview.get_by_role("button", name="Reset").click()
    expect(interview.locator("html:not([data-size])")).to_be_attached()
    assert interview.evaluate(KEPT) is None


def test_leaving_quickly_forgets_the_choice(site, interview):
    interview.get_by_label("Largest").check()
    exit = interview.locator("[data-quick-exit]")
    exit.evaluate(f"link => link.href = '{site}/robots.txt'")
    exit.click()
    interview.wait_for_url("**/robots.txt")
    assert interview.evaluate(KEPT) is None


def test_what_somebody_else_wrote_there_does_no_harm(site, page):
    page.goto(site + ADDRESS)
    page.evaluate("localStorage.reading = '{not json'")
    page.goto(site + ADDRESS)
    expect(page.locator("[data-reading]")).to_be_visible()


def test_the_citation_is_copied_as_it_stands(site, page):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{site}{ADDRESS}?cite=apa")
    page.get_by_role("button", name="Copy the citation").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").startswith("Olena K. (2023, March 12). The notebook [")


def test_the_player_passes_over_what_is_folded(site, page):
    page.goto(f"{site}{ADDRESS}?hard=skip")
    went = page.evaluate(
        """() => {
          const media = document.querySelector("audio");
          let now = 6;
          Object.defineProperty(media, "currentTime", { get: () => now, set: (to) => { now = to; } });
          Object.defineProperty(media, "duration", { get: () => 25 });
          Object.defineProperty(media, "paused", { get: () => false });
          const fold = document.createElement("details");
          fold.className = "hard";
          Object.assign(fold.dataset, { since: 5000, until: 15000 });
          media.closest("[data-recording]").append(fold);
          media.dispatchEvent(new Event("timeupdate"));
          return now;
        }"""
    )
    assert went == 15
