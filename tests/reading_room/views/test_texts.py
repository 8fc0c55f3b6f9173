import re
from pathlib import Path

import pytest

TEMPLATES = Path(__file__).resolve().parents[3] / "templates"


@pytest.mark.parametrize("page", ["about", "consent", "privacy", "use", "contact", "accessibility", "safety"])
@pytest.mark.parametrize("language", ["uk", "en", "pl"])
def test_the_pages_about_the_archive_are_there_in_every_language(visitor, page, language):
    assert f'<html lang="{language}">' in visitor.read(f"/{language}/{page}/")


def test_withdrawal_stands_first_on_the_page_on_consent(visitor):
    assert re.findall(r"<h2[^>]*>([^<]+)", visitor.read("/en/consent/"))[0] == "How to withdraw"


@pytest.mark.parametrize("page", ["consent", "safety"])
def test_consent_and_safety_are_told_in_russian_too_with_every_part_of_it(visitor, page):
    russian = visitor.read(f"/ru/{page}/")
    assert '<html lang="ru">' in russian and '<header lang="uk">' in russian and 'aria-current="true"' not in russian
    sources = [(TEMPLATES / page / name).read_text() for name in (f"{page}.html", f"{page}_in_russian.html")]
    for part in ("<h2", "<li>"):
        assert sources[0].count(part) == sources[1].count(part)


@pytest.mark.parametrize("page", ["consent", "safety"])
def test_a_page_in_russian_says_so_to_machines_too(visitor, page):
    answer = visitor.get(f"/ru/{page}/")
    description = re.search('<meta name="description" content="([^"]+)"', answer.body.decode())[1]
    assert answer["Content-Language"] == "ru" and "ы" in description


@pytest.mark.parametrize("page", ["consent", "safety"])
def test_a_page_in_russian_is_shared_under_its_own_title(visitor, page):
    text = visitor.read(f"/ru/{page}/")
    assert re.search('<meta property="og:title" content="([^"]+)"', text)[1] == re.search("<h1>([^<]+)", text)[1]


@pytest.mark.parametrize(
    ("address", "explained"),
    [
        ("/uk/consent/", "чи лише район, до якого входить багато міст і сіл;"),
        ("/en/consent/", "or only the raion, which takes in many towns and villages;"),
        ("/pl/consent/", "albo tylko rejon, który obejmuje wiele miast i wsi;"),
        ("/ru/consent/", "или только район, в который входит много городов и сёл;"),
    ],
)
def test_whoever_agrees_to_the_raion_alone_is_told_what_that_is(visitor, address, explained):
    assert explained in visitor.read(address)


@pytest.mark.parametrize("address", ["/ru/consent/", "/en/consent/"])
def test_a_page_that_stands_in_russian_too_leads_to_every_language(visitor, address):
    page = visitor.read(address)
    leads = dict(re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="http://testserver([^"]+)">', page))
    assert leads == {
        **{code: f"/{code}/consent/" for code in ("uk", "en", "pl", "ru")},
        "x-default": "/uk/consent/",
    }
    assert all(f'<a href="/{code}/consent/" lang="{code}"' in page for code in ("uk", "en", "pl"))


def test_the_way_out_is_a_plain_link_on_every_page(visitor, settings):
    settings.HOLOS_QUICK_EXIT_URL = "https://weather.example/"
    assert '<a class="quick-exit" href="https://weather.example/" rel="noreferrer"' in visitor.read("/en/consent/")
