"""``docs/api.md`` is true: its examples are asked for, and what it names is what is answered."""

import json
import re
from pathlib import Path
from urllib.parse import quote

import pytest

from archive.edition.filters import NOT, InterviewFilter
from archive.edition.models import SearchEntry
from archive.edition.vocabulary import KINDS, ORDERS
from archive.exchange import selection
from archive.exchange.api.search import FOUND_BY, MOST, OWN
from archive.exchange.atom.view import MOST_ENTRIES
from archive.exchange.csv.form import COLUMNS

from .addresses import EXPORTS, FEED, SEARCH, SUGGEST
from .test_any_address import check

TEXT = (Path(__file__).resolve().parents[2] / "docs" / "api.md").read_text()
EXAMPLES = re.findall(r"^GET (\S+?)\?(.+)$", TEXT, re.MULTILINE)
NAME = re.compile(r"`(\w[\w-]*)`")


def sentence(beginning: str) -> set[str]:
    """The names in the sentence that begins so."""
    return set(NAME.findall(TEXT[TEXT.index(beginning) :].split(".", 1)[0]))


def table(heading: str) -> list[str]:
    """The names in the first column of the table under a heading."""
    rows = TEXT[TEXT.index(heading) :].split("| --- | --- |\n")[1].split("\n\n")[0].splitlines()
    return [name for row in rows for name in NAME.findall(row.split("|")[1])]


def answered(archive, address: str) -> dict:
    return json.loads(archive.get(address).body)


def test_there_is_an_example_of_every_address():
    assert {path for path, _query in EXAMPLES} == {SEARCH, SUGGEST, FEED, *EXPORTS}


@pytest.mark.parametrize(("path", "query"), EXAMPLES)
def test_every_example_is_answered(archive, path, query):
    answer = archive.get(f"{path}?{quote(query, safe='=&')}")
    assert answer.status_code == 200
    check(path, answer.body)
    if path in (SEARCH, SUGGEST):
        assert not any("parameter" in notice for notice in json.loads(answer.body)["notices"])


def test_the_parameters_are_those_there_are():
    names = {name for name in InterviewFilter.base_filters if not name.startswith(NOT)}
    assert set(table("| parameter |")) == OWN | names | {f"{NOT}place"}
    assert {"relevance", *ORDERS} <= set(NAME.findall(TEXT)) and f"1 to {MOST} results" in TEXT


def test_the_fields_of_an_answer_are_those_there_are(archive):
    found = answered(archive, f"{SEARCH}?q=хліб&facets=1")
    assert sentence("The answer is an object with `count`, `offset`") == found.keys()
    assert set(table("| field |")) == found["results"][0].keys() == {*COLUMNS, "found_by", "passages"}
    (passage, *_more) = found["results"][0]["passages"]
    fields = TEXT[TEXT.index("A passage has") :].split("\n\n")[0]
    assert passage.keys() <= set(NAME.findall(fields))
    assert set(NAME.findall(fields)) - passage.keys() == set(SearchEntry.Kind.values)
    assert {name for name in FOUND_BY.values() if name} | KINDS.keys() <= set(NAME.findall(TEXT))


def test_the_fields_of_a_suggestion_are_those_there_are(archive):
    found = answered(archive, f"{SUGGEST}?q=izy")
    assert found.keys() == {"language", "notices", "suggestions"}
    fields = sentence("A suggestion has")
    assert fields - found["suggestions"][0].keys() == {"place", "topic", "event", "person", "word"}
    assert found["suggestions"][0].keys() <= fields


def test_the_bounds_are_those_there_are(archive):
    assert f"holds the {MOST_ENTRIES} newest" in TEXT and f"the first {selection.MOST:,} of a list" in TEXT
    assert sentence("JSON is an object with") == answered(archive, EXPORTS[1]).keys()
