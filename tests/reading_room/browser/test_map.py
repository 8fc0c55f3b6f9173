"""The map in a real browser: names that lie on nothing, and coming nearer by mouse, wheel, fingers and keys."""

from itertools import combinations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from archive.document.document import PlaceReference
from tests.edition.factory import cards, document, place, publish_document

from .fingers import pinch, touched

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NAMES = ("Шевченкове", "Куп’янськ-Вузловий", "Щурівка", "Донець", "Мале", "Велика Комишуваха", "Яр", "Південне")
RAION = {"level": "raion", "latitude": 49.28, "longitude": 37.28}
TOWNS = [
    place(f"town-{n}", NAMES[n % 8], "raion", level="settlement", latitude=48.8 + n % 7 / 5, longitude=35.6 + n * 0.055)
    for n in range(36)
]
CARDS = cards(place("raion", "Ізюмський район", **RAION), *TOWNS)
NEARER, WHOLE = "Наблизити", "Уся карта"
SEEN = """nodes => nodes.filter(n => n.getClientRects().length).map(n => {
    const box = n.getBoundingClientRect(); return [box.left, box.top, box.right, box.bottom] })"""


@pytest.fixture
def told(site):
    """The address of a map of 36 towns and an area; of the first town two tell."""
    for number, slugs in enumerate([["raion"], ["town-0"], *([card.slug] for card in TOWNS)]):
        references = tuple(PlaceReference(place=slug, relation="about") for slug in slugs)
        publish_document(document(places=references), reference=f"BBB-{number:03}", authorities=CARDS)
    return f"{site}/uk/map/"


@pytest.fixture
def drawing(told, page):
    page.set_viewport_size({"width": 1360, "height": 1200})
    page.goto(told)
    return page.locator(".map svg")


def frame(drawing) -> list[float]:
    """Left, top, width and height of what is shown, in units."""
    return [float(number) for number in drawing.get_attribute("viewBox").split()]


def overlapping(boxes) -> list:
    return [
        (one, other)
        for one, other in combinations(boxes, 2)
        if one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
    ]


@pytest.mark.parametrize("width", [320, 390, 800, 1360])
@pytest.mark.parametrize("javascript", [True, False])
def test_names_lie_on_nothing_and_are_large_enough_to_read(told, browser, width, javascript):
    context = browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=javascript)
    page = context.new_page()
    page.goto(told)
    boxes = page.locator(".names text").evaluate_all(SEEN)
    context.close()
    assert len(boxes) >= 8
    assert overlapping(boxes) == []
    assert all(box[0] >= 0 and box[2] <= width and box[3] - box[1] >= 12 for box in boxes)


def test_more_names_find_room_as_one_comes_nearer_and_none_over_another(drawing, page):
    before = len(drawing.locator(".names text").evaluate_all(SEEN))
    for _ in range(3):
        page.get_by_role("button", name=NEARER).click()
    boxes = drawing.locator(".names text").evaluate_all(SEEN)
    assert len(boxes) > before and overlapping(boxes) == []


def test_buttons_come_nearer_and_go_back_to_the_whole(drawing, page):
    whole = frame(drawing)
    nearer, back = page.get_by_role("button", name=NEARER), page.get_by_role("button", name=WHOLE)
    expect(back).to_be_disabled()
    nearer.click()
    assert frame(drawing)[2] == pytest.approx(whole[2] / 1.5)
    back.click()
    assert frame(drawing) == whole


def test_keys_work_while_the_map_has_focus_and_only_then(drawing, page):
    whole = frame(drawing)
    page.keyboard.press("+")
    assert frame(drawing) == whole
    drawing.focus()
    page.keyboard.press("+")
    near = frame(drawing)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    moved = frame(drawing)
    assert near[2] < whole[2] and moved[0] > near[0] and moved[1] > near[1]
    page.keyboard.press("-")
    page.keyboard.press("0")
    assert frame(drawing) == whole


def middle(box: dict) -> tuple[float, float]:
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_keys_come_nearer_to_the_mark_that_has_focus(drawing, page):
    drawing.focus()
    page.keyboard.press("+")
    spot = drawing.get_by_role("link", name="Шевченкове: 2")
    spot.focus()
    for _ in range(3):
        before = middle(spot.bounding_box())
        page.keyboard.press("+")
        assert middle(spot.bounding_box()) == pytest.approx(before, abs=1.5)


def test_keys_bring_the_mark_that_has_focus_back_into_view_to_come_nearer_to_it(drawing, page):
    page.keyboard.press("Tab")
    spot = drawing.get_by_role("link", name="Шевченкове: 2")
    spot.focus()
    for _ in range(4):
        page.keyboard.press("+")
    for _ in range(20):
        page.keyboard.press("ArrowRight")
    frame_of, (x, y) = drawing.bounding_box(), middle(spot.bounding_box())
    assert x < frame_of["x"]
    page.keyboard.press("+")
    x, y = middle(spot.bounding_box())
    assert frame_of["x"] < x < frame_of["x"] + frame_of["width"]
    assert frame_of["y"] < y < frame_of["y"] + frame_of["height"]


def test_where_no_mark_has_focus_keys_come_nearer_to_the_middle_of_what_is_seen(drawing, page):
    drawing.focus()
    for key in ("+", "+", "ArrowRight", "ArrowDown"):
        page.keyboard.press(key)
    left, top, width, height = frame(drawing)
    page.keyboard.press("+")
    near = frame(drawing)
    assert near[2] < width
    assert [near[0] + near[2] / 2, near[1] + near[3] / 2] == pytest.approx([left + width / 2, top + height / 2])


def test_the_wheel_comes_nearer_with_ctrl_and_else_moves_the_page(drawing, page):
    whole = frame(drawing)
    drawing.hover(position={"x": 300, "y": 300})
    page.mouse.wheel(0, -100)
    assert frame(drawing) == whole
    page.keyboard.down("Control")
    page.mouse.wheel(0, -100)
    page.keyboard.up("Control")
    expect(page.get_by_role("button", name=WHOLE)).to_be_enabled()
    assert frame(drawing)[2] < whole[2]


def test_dragging_draws_the_map_aside_and_follows_no_link(drawing, page):
    page.get_by_role("button", name=NEARER).click()
    before, address = frame(drawing), page.url
    spot = drawing.locator(".spots a").nth(9).bounding_box()
    page.mouse.move(spot["x"] + spot["width"] / 2, spot["y"] + spot["height"] / 2)
    page.mouse.down()
    page.mouse.move(spot["x"] - 60, spot["y"] - 40, steps=4)
    page.mouse.up()
    after = frame(drawing)
    assert after[0] > before[0] and after[1] > before[1] and page.url == address


def test_two_fingers_come_nearer(told, browser):
    with touched(browser, told) as page:
        drawing = page.locator(".map svg")
        drawing.scroll_into_view_if_needed()
        whole = frame(drawing)
        pinch(page, drawing.bounding_box(), start=60, end=150)
        page.wait_for_function(
            "most => document.querySelector('.map svg').viewBox.baseVal.width < most", arg=whole[2] / 2
        )


def test_what_is_said_of_coming_nearer_fits_what_the_reader_points_with(told, browser, drawing, page):
    wheel, fingers = page.locator(".map-keys.for-mouse"), page.locator(".map-keys.for-touch")
    expect(wheel).to_be_visible()
    expect(fingers).to_be_hidden()
    with touched(browser, told) as screen:
        expect(screen.locator(".map-keys.for-mouse")).to_be_hidden()
        expect(screen.locator(".map-keys.for-touch")).to_be_visible()


def test_what_has_focus_is_brought_into_view_and_leads_to_its_interviews(drawing, page):
    drawing.focus()
    for _ in range(6):
        page.keyboard.press("+")
    spot = drawing.get_by_role("link", name="Шевченкове: 2")
    spot.focus()
    left, top, width, height = frame(drawing)
    circle = spot.locator("circle")
    x, y = (float(circle.get_attribute(name)) for name in ("cx", "cy"))
    assert left < x < left + width and top < y < top + height
    page.keyboard.press("Enter")
    page.wait_for_url("**/uk/interviews/?place=town-0")


@pytest.mark.parametrize("width", [390, 1360])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_full_map_has_no_fault(told, browser, width, scheme):
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.goto(told)
    found = Axe().run(page).response["violations"]
    context.close()
    assert [(fault["id"], [node["html"][:120] for node in fault["nodes"][:3]]) for fault in found] == []


def test_without_scripts_nothing_is_offered_that_needs_them(told, browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(told)
    expect(page.get_by_role("button", name=NEARER)).to_have_count(0)
    expect(page.locator(".map-keys").filter(visible=True)).to_have_count(0)
    assert page.locator(".map svg").get_attribute("tabindex") is None
    context.close()
