import csv
import io
import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from archive.exchange.csv.form import COLUMNS, FORMULA, cell
from tests.reading_room import cast

ADDRESS = "/en/interviews/export.csv"
SIGNS = "=+-@＝＋－＠\t\r"


def rows(body: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(body.decode().removeprefix("\ufeff"), newline="")))


def test_it_is_a_table_with_a_byte_order_mark_and_the_documented_columns(archive):
    answer = archive.get(ADDRESS)
    assert answer.body.startswith(b"\xef\xbb\xbf") and answer["Content-Type"] == "text/csv; charset=utf-8"
    table = rows(answer.body)
    assert tuple(table[0]) == COLUMNS and len(table) == 5
    assert dict(zip(COLUMNS, table[1], strict=True))["id"] == cast.AGENCY
    assert all(line.startswith('"') and line.endswith('"') for line in answer.body.decode()[1:].splitlines())


def test_the_columns_are_all_there_is_to_an_entry(archive):
    assert tuple(json.loads(archive.get("/en/interviews/export.json").body)["results"][0]) == COLUMNS


def test_an_empty_list_is_a_table_of_names(archive):
    assert rows(archive.get(f"{ADDRESS}?q=слон").body) == [list(COLUMNS)]


@given(st.lists(st.text(), max_size=3) | st.text() | st.integers())
@example("=cmd|' /C calc'!A0")
@example(["Izium", "=1+1"])
@example("\n=1")
@example("\ufeff@SUM(A1)")
@example(-1)
def test_no_cell_and_no_part_of_a_list_is_a_formula(value):
    text = cell(value)
    assert not text.lstrip(" \u200b\ufeff").startswith(tuple(SIGNS))
    assert not FORMULA.match(text)
    if isinstance(value, list):
        assert not any(FORMULA.match(part) for part in map(cell, value))


@pytest.mark.parametrize("text", ["Izium", "2022-03/2022-09", "Зошит", "1 + 1", "a@b"])
def test_what_is_no_formula_stays_as_it_is(text):
    assert cell(text) == text


def test_a_formula_in_a_title_is_a_text(visitor):
    evil = '=HYPERLINK("http://x","a")'
    cast.publish(cast.letter(title={"en": evil}, abstract={"en": "one\r\n=2"}), cast.LETTER)
    row = dict(zip(COLUMNS, rows(visitor.get(ADDRESS).body)[1], strict=True))
    assert row["title"] == f"'{evil}"
    assert row["summary"] == "one\r\n=2"
