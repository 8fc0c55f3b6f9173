"""A picture that one comes nearer to: with buttons, keys, wheel and pointer; and a plain picture where scripts do not run."""

import pytest
from playwright.sync_api import expect

from tests.reading_room import cast

from .fingers import draw, pinch, touched

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ADDRESS = f"/en/interviews/{cast.NOTEBOOK}/papers/letter/?hard=show"
NEARER, WHOLE = "Zoom in", "Whole picture"
ROOM = "figure => [figure.offsetTop, figure.offsetHeight]"


@pytest.fixture
def sheet(site, page):
    """The first picture of the letter."""
    page.goto(site + ADDRESS)
    return page.locator("[data-sheet]").first


def width(sheet) -> float:
    return sheet.locator("img").bounding_box()["width"]


def place(sheet) -> list[float]:
    return sheet.locator(".sheet-view").evaluate("view => [view.scrollLeft, view.scrollTop]")


def test_buttons_come_nearer_without_moving_the_page_and_go_back_to_the_whole(sheet):
    whole, room = width(sheet), sheet.evaluate(ROOM)
    expect(sheet.get_by_role("button", name=WHOLE)).to_be_disabled()
    sheet.get_by_role("button", name=NEARER).click()
    assert width(sheet) == pytest.approx(1.5 * whole, rel=0.03)
    assert sheet.evaluate(ROOM) == room
    sheet.get_by_role("button", name=WHOLE).click()
    assert width(sheet) == pytest.approx(whole)


def test_keys_work_on_the_picture_and_leave_the_arrows_to_the_page_while_it_is_whole(sheet, page):
    whole = width(sheet)
    sheet.locator(".sheet-plane > a").focus()
    page.keyboard.press("ArrowDown")
    assert place(sheet) == [0, 0]
    page.keyboard.press("+")
    before = place(sheet)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    after = place(sheet)
    assert width(sheet) > whole and after[0] > before[0] and after[1] > before[1]
    page.keyboard.press("0")
    assert width(sheet) == pytest.approx(whole)


def test_a_click_comes_nearer_to_its_place_and_dragging_draws_the_picture_aside(sheet, page):
    address, view = page.url, sheet.locator(".sheet-view")
    view.evaluate("view => view.scrollIntoView()")
    box = view.bounding_box()
    x, y = box["x"] + box["width"] * 0.8, box["y"] + box["height"] * 0.2
    page.mouse.click(x, y)
    before = place(sheet)
    assert before[0] > 0
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 60, y, steps=4)
    page.mouse.up()
    assert place(sheet)[0] < before[0] and page.url == address


def test_the_wheel_comes_nearer_with_ctrl_and_else_moves_the_page(sheet, page):
    whole = width(sheet)
    sheet.locator(".sheet-view").hover()
    page.mouse.wheel(0, -100)
    assert width(sheet) == pytest.approx(whole)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -100)
    page.keyboard.up("Control")
    expect(sheet.get_by_role("button", name=WHOLE)).to_be_enabled()
    assert width(sheet) > whole


def test_two_fingers_come_nearer_and_go_back_and_one_draws_the_picture_aside(site, browser):
    with touched(browser, site + ADDRESS) as page:
        sheet = page.locator("[data-sheet]").first
        view = sheet.locator(".sheet-view")
        view.scroll_into_view_if_needed()
        whole = width(sheet)
        pinch(page, view.bounding_box(), start=60, end=120)
        assert width(sheet) == pytest.approx(2 * whole, rel=0.05)
        before = place(sheet)
        draw(page, view.bounding_box(), x=-50)
        assert place(sheet)[0] == pytest.approx(before[0] + 50, abs=10)
        pinch(page, view.bounding_box(), start=200, end=40)
        assert width(sheet) == pytest.approx(whole)
        assert page.evaluate("visualViewport.scale") == 1


def test_one_finger_moves_the_page_while_the_picture_is_whole(site, browser):
    with touched(browser, site + ADDRESS) as page:
        view = page.locator(".sheet-view").first
        view.scroll_into_view_if_needed()
        before = page.evaluate("scrollY")
        draw(page, view.bounding_box(), y=-120)
        page.wait_for_function("before => scrollY > before + 60", arg=before)


def test_what_is_said_of_coming_nearer_fits_what_the_reader_points_with(site, browser, sheet):
    expect(sheet.locator(".near-keys.for-mouse")).to_be_visible()
    expect(sheet.locator(".near-keys.for-touch")).to_be_hidden()
    with touched(browser, site + ADDRESS) as page:
        expect(page.locator(".near-keys.for-mouse")).to_be_hidden()
        expect(page.locator(".near-keys.for-touch")).to_be_visible()


def test_notes_and_outlines_are_reached_by_keyboard_and_lead_to_each_other(sheet, page):
    sheet.get_by_role("link", name="Note 1: A word crossed out").focus()
    page.keyboard.press("Enter")
    assert page.url.endswith("#paper-crossed")
    page.get_by_role("link", name="Note 1: show it on the picture").focus()
    page.keyboard.press("Enter")
    assert page.url.endswith("#region-crossed")
    expect(sheet.locator("#region-crossed")).to_be_in_viewport()


def test_without_scripts_the_picture_leads_to_its_file_and_offers_nothing_that_needs_them(site, browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site + ADDRESS)
    expect(page.get_by_role("button", name=NEARER)).to_have_count(0)
    expect(page.locator(".near-keys").filter(visible=True)).to_have_count(0)
    expect(page.get_by_text("Обіймаю.")).to_be_visible()
    page.locator(".sheet-plane > a").first.click()
    page.wait_for_url("**/media/*.jpg")
    context.close()


def test_on_paper_every_picture_stands_whole_with_all_that_is_said_of_it(sheet, page):
    sheet.get_by_role("button", name=NEARER).click()
    page.emulate_media(media="print")
    expect(page.get_by_role("button", name=NEARER)).to_have_count(0)
    assert width(sheet) <= sheet.bounding_box()["width"]
    for words in ("Тату, тут тихо.", "Father, it is quiet here.", "A word crossed out", "Обіймаю.", "Her daughter"):
        expect(page.get_by_text(words).first).to_be_visible()


def test_what_a_search_found_on_a_folded_sheet_is_opened_by_following_it(site, page):
    page.goto(site + ADDRESS.replace("?hard=show", "?q=тихо#paper-p"))
    expect(page.locator("mark").get_by_text("тихо").first).to_be_visible()
    expect(page.get_by_text("Fold the paper again.")).to_be_visible()
    expect(page.get_by_text("The paper is folded.")).to_be_hidden()


def test_what_is_folded_is_opened_without_leaving_the_page_and_can_be_come_nearer_to(site, page):
    page.goto(site + ADDRESS.removesuffix("?hard=show"))
    sheet = page.locator("[data-sheet]").first
    expect(sheet).to_be_hidden()
    page.get_by_text("The paper is folded. Open it here.").click()
    whole = width(sheet)
    sheet.get_by_role("button", name=NEARER).click()
    assert width(sheet) == pytest.approx(1.5 * whole, rel=0.03)
