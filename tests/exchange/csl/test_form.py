"""CSL-JSON is held against the rules of its schema.

https://github.com/citation-style-language/schema/blob/master/schemas/input/csl-data.json
"""

import json
import re

import pytest
import time_machine

from tests.reading_room import cast

ADDRESS = "/en/interviews/export.csl-json"
TYPES = set(
    "article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset "
    "document entry entry-dictionary entry-encyclopedia figure graphic hearing interview legal_case legislation "
    "manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical "
    "personal_communication post post-weblog regulation report review review-book software song speech standard thesis "
    "treaty webpage".split()
)
NAMES = {"author", "interviewer", "editor", "translator", "contributor", "recipient"}
DATES = {"accessed", "issued", "event-date", "available-date", "original-date", "submitted"}
TEXTS = set(
    "language abstract annote archive archive_collection archive_location archive-place call-number collection-title "
    "container-title genre keyword medium note publisher publisher-place source status title URL version".split()
)
TEXTS_OR_NUMBERS = {"id", "number", "volume", "page"}
PARTS_OF_NAMES = {"family", "given", "suffix", "literal", "dropping-particle", "non-dropping-particle"}


def faults(item: dict) -> list[str]:
    """What the schema would refuse in an item."""
    found = [] if {"id", "type"} <= item.keys() else ["id and type are required"]
    for name, value in item.items():
        fits = (
            (name == "type" and value in TYPES)
            or (name in TEXTS and isinstance(value, str))
            or (name in TEXTS_OR_NUMBERS and isinstance(value, str | int))
            or (name in NAMES and isinstance(value, list) and all(map(_is_name, value)))
            or (name in DATES and _is_date(value))
        )
        if not fits:
            found.append(f"{name}: {value!r}")
    return found


def _is_name(value) -> bool:
    return (
        isinstance(value, dict) and value.keys() <= PARTS_OF_NAMES and all(isinstance(v, str) for v in value.values())
    )


def _is_date(value) -> bool:
    if isinstance(value, str):
        return bool(re.fullmatch(r"[0-9\-%~X?./]+", value))
    parts = value.get("date-parts", [[1]])
    return (
        value.keys() <= {"date-parts", "season", "circa", "literal", "raw"}
        and 1 <= len(parts) <= 2
        and all(1 <= len(part) <= 3 and all(isinstance(number, int) for number in part) for part in parts)
    )


@pytest.mark.parametrize(
    "item",
    [
        {"id": "a"},
        {"id": "a", "type": "recording"},
        {"id": "a", "type": "interview", "color": "red"},
        {"id": "a", "type": "interview", "author": ["Olena"]},
        {"id": "a", "type": "interview", "issued": {"date-parts": [[]]}},
    ],
)
def test_the_rules_refuse_what_the_schema_refuses(item):
    assert faults(item)


@pytest.mark.parametrize("recorded", ["", "2023", "2023-03?", "2022-02-24/2022-09-10", "2022-21", "2022-03/..", "20XX"])
@pytest.mark.parametrize("kind", ["recorded", "written", "letter", "news-report"])
def test_every_item_answers_the_schema(visitor, kind, recorded):
    cast.publish(cast.notebook(kind=kind, recorded=recorded, abstract={"en": "A summary."}), cast.NOTEBOOK)
    (item,) = json.loads(visitor.get(ADDRESS).body)
    assert faults(item) == []
    assert ("issued" in item) == bool(recorded)


def test_an_item_names_who_tells_what_when_and_where(archive):
    with time_machine.travel("2026-05-02T09:00Z", tick=False):
        notebook = json.loads(archive.get(f"{ADDRESS}?order=recorded").body)[0]
    assert notebook["type"] == "interview" and notebook["author"] == [{"literal": "Olena K."}]
    assert notebook["issued"] == {"date-parts": [[2023, 3, 12]]}
    assert notebook["accessed"] == {"date-parts": [[2026, 5, 2]]}
    assert notebook["URL"] == f"http://testserver/en/interviews/{cast.NOTEBOOK}/"


def test_a_date_in_doubt_says_so(visitor):
    cast.publish(cast.notebook(recorded="2023-03~"), cast.NOTEBOOK)
    cast.publish(cast.notebook(recorded="2022-21"), cast.LETTER)
    dates = {item["id"]: item["issued"] for item in json.loads(visitor.get(ADDRESS).body)}
    assert dates[cast.NOTEBOOK] == {"date-parts": [[2023, 3]], "circa": True}
    assert dates[cast.LETTER] == {"literal": "spring 2022"}


def test_an_empty_list_is_an_empty_array(archive):
    assert json.loads(archive.get(f"{ADDRESS}?q=слон").body) == []
