"""Two fingers on a screen, as a browser gets them from it."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page


@contextmanager
def touched(browser: Browser, address: str) -> Iterator[Page]:
    """A page on the screen of a telephone that is touched and not pointed at."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(address)
    yield page
    context.close()


def pinch(page: Page, box: dict, *, start: float, end: float) -> None:
    """Two fingers about the middle of the box, ``start`` pixels from each other and at last ``end``."""
    screen = page.context.new_cdp_session(page)
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2

    def points(apart: float) -> list[dict]:
        return [{"x": x + side * apart / 2, "y": y, "id": n} for n, side in enumerate((-1, 1))]

    screen.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": points(start)})
    for step in range(1, 9):
        apart = start + (end - start) * step / 8
        screen.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": points(apart)})
    screen.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def draw(page: Page, box: dict, *, x: float = 0, y: float = 0) -> None:
    """One finger from the middle of the box, so many pixels to the right and down."""
    screen = page.context.new_cdp_session(page)
    left, top = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    screen.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": left, "y": top}]})
    for step in range(1, 9):
        at = {"x": left + x * step / 8, "y": top + y * step / 8}
        screen.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [at]})
    screen.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
