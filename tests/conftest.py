"""What every room's tests share: how they meet a browser and a database server. The cast stands in its own files."""

import os

import hypothesis
import pytest
from django.db import connection
from django.utils import translation

from archive.edition import snapshot
from tests import chromium

# On the common server the same examples each time, so that a change is judged by what it changed; elsewhere new ones.
hypothesis.settings.register_profile("holos", deadline=None, print_blob=True, derandomize=bool(os.environ.get("CI")))
hypothesis.settings.load_profile("holos")


def pytest_runtest_setup(item):
    if item.get_closest_marker("postgresql") and connection.vendor != "postgresql":
        pytest.skip("needs PostgreSQL")
    if item.get_closest_marker("browser") and not chromium.path():
        pytest.skip("needs an installed Chromium")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup):
    """On SQLite a test with real transactions empties the tables row by row, which the guards of the event log and of
    what is preserved refuse. They are lifted for that one moment between two tests; PostgreSQL empties whole tables and
    needs no such thing.
    """
    if connection.vendor != "sqlite":
        return
    from django.db.backends.sqlite3.operations import DatabaseOperations

    emptying = DatabaseOperations.sql_flush

    def sql_flush(self, *arguments, **options):
        with self.connection.cursor() as cursor:
            cursor.execute(
                "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' "
                "AND (name LIKE 'custody_event%%' OR name LIKE 'interview_preserved%%')"
            )
            guards = cursor.fetchall()
        drop = [f"DROP TRIGGER {name};" for name, _sql in guards]
        return [*drop, *emptying(self, *arguments, **options), *(f"{sql};" for _name, sql in guards)]

    DatabaseOperations.sql_flush = sql_flush


@pytest.fixture(autouse=True)
def nothing_in_memory():
    """Each test meets a process that remembers no other test's edition: under a frozen clock revisions repeat."""
    snapshot.forget()


@pytest.fixture(autouse=True)
def in_the_language_of_the_tests(settings):
    """A request leaves its language behind in its thread; no test hears the one before it."""
    translation.activate(settings.LANGUAGE_CODE)


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
