"""What a browser kept is not shown once the archive does not show it."""

import pytest
from django.db.models import F
from django.utils import timezone
from playwright.sync_api import expect

from archive.edition.models import Edition, PublishedInterview
from tests import chromium
from tests.edition.factory import withdraw
from tests.reading_room import cast

ADDRESS = f"/en/interviews/{cast.NOTEBOOK}/"
WORDS = "Мама пекла хліб у дворі."


def gone() -> None:
    withdraw(PublishedInterview.objects.get(reference=cast.NOTEBOOK))
    Edition.objects.update(revision=F("revision") + 1)


@pytest.mark.parametrize("way_back", ["go_back", "go_forward"])
def test_going_back_to_what_was_withdrawn_does_not_show_it(site, page, way_back):
    first, then = (ADDRESS, "/en/about/") if way_back == "go_back" else ("/en/about/", ADDRESS)
    page.goto(site + first)
    page.goto(site + then)
    if way_back == "go_forward":
        page.go_back()
    gone()
    getattr(page, way_back)()
    expect(page.get_by_text(WORDS)).to_have_count(0)
    expect(page.get_by_role("heading", level=1)).to_have_text("There is nothing at this address")


def run_out() -> None:
    """Its consent ends now; nothing has been cleared away yet."""
    PublishedInterview.everything.filter(reference=cast.NOTEBOOK).update(valid_until=timezone.now())
    Edition.objects.update(next_expiry_at=timezone.now())


@pytest.mark.parametrize("end", [gone, run_out])
def test_a_list_to_which_one_goes_back_has_not_what_is_public_no_more(site, page, end):
    page.goto(site + "/en/interviews/")
    expect(page.locator(f'a[href="{ADDRESS}"]').first).to_be_visible()
    page.goto(site + "/en/about/")
    end()
    page.go_back()
    expect(page.locator(f'a[href="{ADDRESS}"]')).to_have_count(0)


def elsewhere() -> None:
    """Something changes in the archive, but not on this page."""
    Edition.objects.update(revision=F("revision") + 1)


@pytest.mark.parametrize("change", [lambda: None, elsewhere], ids=["nothing", "elsewhere"])
def test_going_back_to_what_is_as_it_was_draws_it_once(site, page, change):
    page.goto(site + ADDRESS)
    page.goto(site + "/en/about/")
    change()
    drawn = []
    page.on("domcontentloaded", lambda page: drawn.append(page))
    with page.expect_response(lambda answer: answer.request.resource_type == "fetch" and answer.status in (200, 304)):
        page.go_back()
    page.wait_for_load_state("networkidle")
    assert len(drawn) == 1 and page.get_by_text(WORDS).count()


AGAIN = [
    "document.dispatchEvent(new Event('visibilitychange'))",
    "document.querySelector('audio').dispatchEvent(new Event('play'))",
]


def withheld() -> None:
    """One of its passages is withheld; the rest stays public."""
    row = PublishedInterview.objects.get(reference=cast.NOTEBOOK)
    row.document = row.document.replace(WORDS, "Далі мовчання.")
    row.save()
    elsewhere()


@pytest.mark.parametrize("again", AGAIN)
def test_a_testimony_of_which_something_was_withheld_is_drawn_anew(site, page, again):
    page.goto(site + ADDRESS)
    expect(page.get_by_text(WORDS).first).to_be_visible()
    withheld()
    page.evaluate(again)
    expect(page.get_by_text(WORDS)).to_have_count(0)
    expect(page.locator(".interview")).to_be_visible()


@pytest.mark.parametrize("again", AGAIN)
def test_a_testimony_stays_as_it_is_while_others_change(site, page, again):
    page.goto(site + ADDRESS)
    page.evaluate("document.body.dataset.stays = ''")
    elsewhere()
    with page.expect_response(lambda answer: answer.request.resource_type == "fetch" and answer.status == 200):
        page.evaluate(again)
    page.wait_for_load_state("networkidle")
    assert page.locator("body[data-stays]").count() == 1


@pytest.mark.parametrize("again", AGAIN)
def test_what_is_looked_at_again_or_begins_to_play_is_asked_for_anew(site, page, again):
    page.goto(site + ADDRESS)
    gone()
    expect(page.get_by_text(WORDS).first).to_be_visible()
    page.evaluate(again)
    expect(page.get_by_text(WORDS)).to_have_count(0)


def test_what_is_withheld_while_an_answer_is_on_its_way_is_asked_for_again(site, page):
    page.goto(site + ADDRESS)
    page.wait_for_load_state("networkidle")
    held = []

    def hold_the_first(route):
        if held:
            return route.continue_()
        held.append((route, route.fetch()))

    page.route(site + ADDRESS, hold_the_first)
    page.evaluate(AGAIN[0])
    page.wait_for_timeout(300)
    withheld()
    page.evaluate(AGAIN[0])
    [(route, answer)] = held
    route.fulfill(response=answer)
    expect(page.get_by_text(WORDS)).to_have_count(0)


def test_where_the_browser_kept_nothing_later_answers_are_compared_with_the_first(site, page):
    page.route(site + ADDRESS, lambda route: route.continue_())  # nothing that is routed is kept
    page.goto(site + ADDRESS)
    with page.expect_response(lambda answer: answer.request.resource_type == "fetch" and answer.status == 200):
        page.evaluate(AGAIN[0])
    page.wait_for_load_state("networkidle")
    expect(page.get_by_text(WORDS).first).to_be_visible()
    withheld()
    page.evaluate(AGAIN[0])
    expect(page.get_by_text(WORDS)).to_have_count(0)


def test_without_a_connection_what_is_open_stays(site, page):
    page.goto(site + ADDRESS)
    page.context.set_offline(True)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    page.wait_for_timeout(200)
    expect(page.get_by_text(WORDS).first).to_be_visible()


def test_what_comes_back_whole_from_the_memory_of_the_browser_is_asked_for_anew_too(site, browser):
    """Driven browsers keep no pages in memory unless they are told to."""
    with browser.browser_type.launch(
        executable_path=chromium.path(), ignore_default_args=["--disable-back-forward-cache"]
    ) as remembering:
        page = remembering.new_page()
        page.goto(site + "/en/interviews/")
        expect(page.locator(f'a[href="{ADDRESS}"]').first).to_be_visible()
        page.goto(site + "/en/about/")
        gone()
        page.evaluate("history.back()")
        page.wait_for_url("**/en/interviews/", wait_until="commit")
        expect(page.locator(f'a[href="{ADDRESS}"]')).to_have_count(0)
