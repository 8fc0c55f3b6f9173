"""A list is taken along as the listing shows it, a chunk at a time."""

import csv
import io
import json
import re

import pytest
from django.test import RequestFactory

from archive.exchange import export, selection
from tests.reading_room import cast
from tests.reading_room.views.test_interview_list import titles

from .addresses import EXPORTS, FEED, FORMS, LISTS, SEARCH

CHOICES = [
    "",
    "?q=хлібом",
    "?q=Izyum&order=title",
    "?q=cellar OR seven",
    "?kind=news-report&person=president",
    "?place=kharkiv-oblast",
    "?without=shelling&order=title",
    "?period=2022-05&recorded=2023",
    "?q=слон",
]


def references(address: str, body: bytes) -> list[str]:
    """The public references in an answer, in its order."""
    text = body.decode()
    if address.startswith(SEARCH):
        return [result["id"] for result in json.loads(text)["results"]]
    if "export.csv" in address:
        return [row["id"] for row in csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))]
    if "csl" in address or "export.json" in address:
        found = json.loads(text)
        return [item["id"] for item in (found["results"] if isinstance(found, dict) else found)]
    pattern = {
        "ris": r"^ID  - (\S+)",
        "bibtex": r"^@misc\{holos-([^,]+)",
        "atom": r'alternate"[^>]*/interviews/(.{7})/',
    }
    kind = next(kind for kind in pattern if kind in address)
    return re.findall(pattern[kind], text, re.MULTILINE)


def listed(archive, choice: str) -> list[str]:
    return re.findall(r'class="kicker">(\S+)</p>', archive.read(f"/en/interviews/{choice}"))


@pytest.mark.parametrize("choice", CHOICES)
def test_each_form_holds_what_the_listing_shows_in_its_order(archive, choice):
    shown = listed(archive, choice)
    for address in (*EXPORTS, SEARCH):
        asked = f"{address}{choice}"
        if address == SEARCH:
            asked += ("&" if choice else "?") + "lang=en"
        assert references(address, archive.get(asked).body) == shown, address
    newest = listed(archive, re.sub(r"[?&]order=\w+", "", choice) + ("&" if "?" in choice else "?") + "order=newest")
    assert references(FEED, archive.get(f"{FEED}{choice}").body) == newest
    assert set(newest) == set(shown)


def test_the_choices_above_differ(archive):
    assert len({tuple(titles(archive.read(f"/en/interviews/{choice}"))) for choice in CHOICES}) >= 6


@pytest.mark.parametrize("form", FORMS)
def test_the_page_of_the_listing_makes_no_difference_to_a_file(archive, form):
    assert len(references(form_address(form), archive.get(f"{form_address(form)}?page=3").body)) == 4


def form_address(form: str) -> str:
    return f"/en/interviews/export.{form}"


def taken(form: str):
    request = RequestFactory().get(form_address(form), headers={"host": "localhost"})
    return export.export(request, form)


@pytest.mark.parametrize("form", FORMS)
def test_a_file_is_read_as_it_is_sent_and_each_chunk_costs_the_same(
    form, visitor, monkeypatch, django_assert_max_num_queries
):
    monkeypatch.setattr(selection, "CHUNK", 1)
    for number in reversed(range(4)):
        cast.publish(cast.notebook(), f"AAA-AA{number}")
    pieces, numbers = taken(form).streaming_content, []
    for number in range(4):
        with django_assert_max_num_queries(12) as asked:
            next(piece for piece in pieces if f"AAA-AA{number}".encode() in piece)
        numbers.append(len(asked))
    assert numbers[1:] == [2, 2, 2], numbers


@pytest.mark.parametrize("form", FORMS)
def test_a_long_list_is_cut_and_the_name_of_the_file_says_so(archive, form, monkeypatch):
    assert "-of-" not in archive.get(form_address(form))["Content-Disposition"]
    monkeypatch.setattr(selection, "MOST", 3)
    monkeypatch.setattr(selection, "CHUNK", 2)
    monkeypatch.setattr(export, "MOST", 3)
    answer = archive.get(form_address(form))
    assert len(references(form_address(form), answer.body)) == 3
    assert "interviews-1-3-of-4" in answer["Content-Disposition"]


def test_the_listing_says_where_a_file_ends(archive):
    component = (cast.settings.BASE_DIR / "templates" / "components" / "export.html").read_text()
    assert f"count > {selection.MOST} " in component and f"{selection.MOST:,} testimonies" in component


def test_the_listing_leads_to_every_form_with_its_choices(archive):
    page = archive.read("/en/interviews/?kind=news-report&page=1")
    for form in FORMS:
        assert f'href="{form_address(form)}?kind=news-report"' in page
    assert page.count(f'href="{FEED}?kind=news-report"') == 2
    assert page.index('rel="alternate" type="application/atom+xml"') < page.index("</head>")


def test_a_form_that_is_not_there_is_not_found(archive):
    assert archive.get("/en/interviews/export.doc").status_code == 404


@pytest.mark.parametrize(
    "address", [*LISTS, f"{SEARCH}?q=хліб&facets=1", f"{FEED}?q=хліб&place=verbivka", f"{EXPORTS[0]}?q=хліб"]
)
def test_one_row_and_three_rows_take_the_same_number_of_queries(visitor, address, django_assert_max_num_queries):
    cast.publish(cast.notebook(), "AAA-AA0")
    # The names of the edition are read once and kept.
    b"".join(visitor.client.get(address))
    numbers = []
    for reference in ("AAA-AA1", "AAA-AA2", None):
        with django_assert_max_num_queries(24) as asked:
            b"".join(visitor.client.get(address))
        numbers.append(len(asked))
        if reference:
            cast.publish(cast.notebook(), reference)
    assert len(set(numbers)) == 1, numbers
