"""Nothing that can be written into an address raises, and every answer is well formed."""

import csv
import io
import json
from urllib.parse import quote, urlencode
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from .addresses import ALL, FEED

NAMES = (
    "q place topic event person language kind format collection period recorded without order page limit offset facets "
    "lang".split()
)
VALUES = st.text() | st.sampled_from(
    ["хліб", '"', "((", "-хліб", "2022..", "1", "-1", "uk", "en", "news-report", "a AND"]
)
QUERIES = st.lists(st.tuples(st.sampled_from(NAMES) | st.text(max_size=8), VALUES), max_size=5).map(
    lambda pairs: urlencode([(name.encode(errors="replace"), value.encode(errors="replace")) for name, value in pairs])
)


def check(address: str, body: bytes) -> None:
    """Raise if the body is not what its address promises."""
    text = body.decode()
    if address == FEED:
        ElementTree.fromstring(body)
    elif "csv" in address:
        table = list(csv.reader(io.StringIO(text, newline=""), strict=True))
        assert len({len(row) for row in table}) == 1
    elif "json" in address or address.startswith("/api/"):
        json.loads(text)
    elif "bibtex" in address:
        assert text.count("{") == text.count("}")
    else:
        assert all(row[2:6] == "  - " for row in text.split("\r\n") if row)


@pytest.mark.parametrize("address", ALL)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=QUERIES | st.text().map(quote) | st.binary(max_size=30).map(quote))
@example(query="q=%ED%A0%80&place=%00&limit=%FF&%00=%00")
@example(query="&&==;&q")
def test_every_address_is_answered_and_the_answer_is_well_formed(archive, address, query):
    answer = archive.get(f"{address}?{query}")
    assert answer.status_code == 200, (address, query)
    check(address, answer.body)
