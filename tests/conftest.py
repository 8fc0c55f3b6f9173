"""What every room's tests share: how they meet a browser and a database server. The cast stands in its own files."""

import os

import hypothesis
import pytest
from django.db import connection

from tests import chromium

hypothesis.settings.register_profile("holos", deadline=None, print_blob=True)
hypothesis.settings.load_profile("holos")


def pytest_runtest_setup(item):
    if item.get_closest_marker("postgresql") and connection.vendor != "postgresql":
        pytest.skip("needs PostgreSQL")
    if item.get_closest_marker("browser") and not chromium.path():
        pytest.skip("needs an installed Chromium")


@pytest.fixture(scope="session")
def browser():
    """A running Chromium; Playwright drives the one the machine has installed."""
    if not chromium.path():
        pytest.skip("needs an installed Chromium")
    from playwright.sync_api import sync_playwright

    # Playwright keeps an event loop in this thread, in which Django would refuse to use the database.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium.path())
        yield running
        running.close()


@pytest.fixture
def page(browser):
    """A page without history or cookies."""
    context = browser.new_context(locale="en")
    yield context.new_page()
    context.close()
