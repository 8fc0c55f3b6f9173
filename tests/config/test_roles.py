"""Whatever a process answers, its error pages lead to addresses that it has."""

import re
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest
from django.template.loader import render_to_string
from django.urls import resolve
from django.utils.translation import override

URLS = Path(__file__).resolve().parents[2] / "config" / "urls.py"
ERRORS = ["400", "403", "404", "500", "503"]


@pytest.fixture
def serve(settings, monkeypatch):
    """Let this process answer the addresses of a role."""

    def served(role: str) -> None:
        settings.HOLOS_ROLE = role
        spec = spec_from_file_location(f"urls_for_{role}", URLS)
        addresses = module_from_spec(spec)
        spec.loader.exec_module(addresses)
        monkeypatch.setitem(sys.modules, spec.name, addresses)
        settings.ROOT_URLCONF = spec.name

    return served


def ways(page: str) -> set[str]:
    """The addresses of the site that its links and its search lead to."""
    return set(re.findall(r'<(?:a|form) [^>]*?(?:href|action)="(/[^"]*|)"', page))


@pytest.mark.parametrize("error", ERRORS)
@pytest.mark.parametrize("role", ["public", "staff", "all"])
@pytest.mark.parametrize("is_asked", [True, False], ids=["asked", "without a request"])
def test_an_error_page_leads_to_addresses_that_this_process_has(serve, rf, role, error, is_asked):
    serve(role)
    request = rf.get("/nothing") if is_asked else None
    with override("uk"):
        found = ways(render_to_string(f"{error}.html", {"exception": None}, request))
    assert found == {"/"} if role == "staff" else {"/uk/", "/en/", "/uk/interviews/"} < found
    for way in found:
        with override(way.split("/")[1] or "uk"):
            assert resolve(way)


def test_where_staff_alone_are_answered_the_way_home_leads_to_their_first_page(serve, client):
    serve("staff")
    answer = client.get("/nothing")
    assert answer.status_code == 404 and '<a class="button first" href="/">' in answer.content.decode()
    assert client.get("/").headers["Location"] == "/workroom/"


def test_a_request_that_staff_are_refused_is_answered_in_the_sites_look(serve, client):
    serve("staff")
    answer = client.get("/nothing", headers={"host": "not_a.host"})
    assert answer.status_code == 400 and 'class="error"' in answer.content.decode()
