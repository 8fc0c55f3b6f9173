"""Suggestions while one types: a combobox for keyboard, pointer and screen reader, and a plain box where there are none."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.http import JsonResponse
from django.urls import path
from playwright.sync_api import expect

import config.urls

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

OFFERED = [
    {"text": "Ізюмський район", "kind": "place", "language": "uk", "value": "izium-raion"},
    {"text": "Bread", "kind": "topic", "language": "en", "value": "bread"},
    {"text": "бр", "kind": "word", "language": "", "value": "хліб"},
]
ADDRESS = "api/v1/suggest"


def answer(request):
    return JsonResponse({"suggestions": OFFERED if request.GET["q"].startswith("br") else []})


urlpatterns = [path(ADDRESS, answer, name="api-suggest"), *config.urls.urlpatterns]


@pytest.fixture
def box(site, page, settings):
    """The search box of the listing, with topics chosen, on a site that offers ``OFFERED`` for what begins so."""
    settings.ROOT_URLCONF = __name__
    page.goto(f"{site}/en/interviews/?kind=recorded")
    return page.get_by_role("combobox", name="Search", exact=True)


def options(page):
    return page.get_by_role("listbox", name="Suggestions").get_by_role("option")


def test_names_and_words_are_offered_by_kind_and_announced(box, page):
    expect(box).to_have_attribute("aria-expanded", "false")
    box.press_sequentially("br")
    expect(options(page)).to_have_text([each["text"] for each in OFFERED])
    expect(page.get_by_role("group", name="Places").get_by_role("option")).to_have_attribute("lang", "uk")
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("status").filter(has_text="Suggestions")).to_have_text("Suggestions: 3")
    assert Axe().run(page).response["violations"] == []


def test_arrows_go_through_them_and_back_to_what_was_written(box, page):
    box.press_sequentially("br")
    expect(options(page)).to_have_count(3)
    box.press("ArrowDown")
    expect(options(page).nth(0)).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", options(page).nth(0).get_attribute("id"))
    box.press("ArrowUp")
    assert box.get_attribute("aria-activedescendant") is None
    box.press("ArrowUp")
    expect(options(page).nth(2)).to_have_attribute("aria-selected", "true")
    expect(options(page).nth(0)).to_have_attribute("aria-selected", "false")
    expect(box).to_have_value("br")


def test_a_name_chosen_beside_filters_is_one_more_of_them(box, page):
    box.press_sequentially("br")
    expect(options(page)).to_have_count(3)
    box.press("ArrowDown")
    box.press("Enter")
    page.wait_for_url("**/en/interviews/?*place=izium-raion*")
    assert "kind=recorded" in page.url and "q=br" not in page.url


def test_a_name_chosen_where_nothing_is_filtered_leads_to_its_page(box, page, site):
    page.goto(f"{site}/en/about/")
    box = page.get_by_role("combobox", name="Search the archive")
    box.press_sequentially("br")
    expect(options(page)).to_have_count(3)
    box.press("ArrowDown")
    box.press("Enter")
    page.wait_for_url(f"{site}/en/places/izium-raion/")


def test_a_word_is_searched_for_under_the_same_choices(box, page):
    box.press_sequentially("br")
    options(page).nth(2).click()
    page.wait_for_url("**/en/interviews/?q=*")
    assert "kind=recorded" in page.url
    expect(page.get_by_role("combobox", name="Search", exact=True)).to_have_value("хліб")


def test_escape_closes_and_enter_without_a_choice_searches_what_was_written(box, page):
    box.press_sequentially("br")
    expect(options(page)).to_have_count(3)
    box.press("Escape")
    expect(page.locator(".suggestions")).to_be_hidden()
    expect(box).to_have_value("br")
    box.press("Enter")
    page.wait_for_url("**/en/interviews/?q=br*")


def test_an_empty_answer_a_fault_or_no_network_leave_a_plain_box(box, page):
    box.press_sequentially("xy")
    page.wait_for_load_state("networkidle")
    expect(page.locator(".suggestions")).to_be_hidden()
    page.route(f"**/{ADDRESS}*", lambda route: route.fulfill(status=500, body="no"))
    box.fill("br")
    page.wait_for_load_state("networkidle")
    expect(page.locator(".suggestions")).to_be_hidden()
    page.unroute(f"**/{ADDRESS}*")
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.context.set_offline(True)
    box.fill("bre")
    page.wait_for_timeout(300)
    expect(page.locator(".suggestions")).to_be_hidden()
    assert said == []


def test_an_answer_that_was_overtaken_is_not_shown(box, page):
    asked = []
    page.route(
        f"**/{ADDRESS}*", lambda route: asked.append(route) if "q=br" in route.request.url else route.continue_()
    )
    box.fill("br")
    page.wait_for_timeout(300)
    box.fill("zz")
    page.wait_for_timeout(300)
    assert len(asked) == 1
    expect(page.locator(".suggestions")).to_be_hidden()
    page.unroute_all(behavior="ignoreErrors")


def test_fast_typing_asks_once(box, page):
    asked = []
    page.on("request", lambda request: asked.append(request.url) if ADDRESS in request.url else None)
    box.press_sequentially("bread", delay=20)
    expect(options(page)).to_have_count(3)
    assert len(asked) == 1


def test_it_can_be_touched(site, browser, settings):
    settings.ROOT_URLCONF = __name__
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    page = context.new_page()
    page.goto(f"{site}/en/")
    page.get_by_role("combobox", name="Search in titles").tap()
    page.keyboard.type("br")
    options(page).nth(1).tap()
    page.wait_for_url(f"{site}/en/topics/bread/")
    context.close()


def test_every_page_has_a_box_in_its_head_or_its_body(site, page, settings):
    settings.ROOT_URLCONF = __name__
    for address in ("/en/", "/en/interviews/", "/en/passages/", "/en/places/", "/en/about/"):
        page.goto(site + address)
        expect(page.locator("[data-suggest]")).to_have_count(1)


def test_where_nothing_can_be_offered_the_box_is_a_plain_one(site, browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/en/interviews/")
    page.get_by_role("searchbox", name="Search", exact=True).fill("хліб")
    page.get_by_role("button", name="Find").click()
    page.wait_for_url("**/en/interviews/?q=*")
    context.close()
