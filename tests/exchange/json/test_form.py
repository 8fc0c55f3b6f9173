import json

from archive.exchange import selection
from tests.reading_room import cast

ADDRESS = "/en/interviews/export.json"


def test_it_says_how_many_there_are_and_what_was_left_out(archive):
    found = json.loads(archive.get(f"{ADDRESS}?kind=news-report&period=nonsense").body)
    assert (found["count"], found["is_complete"]) == (2, True)
    assert "could not be read" in found["notices"][0]
    assert [result["id"] for result in found["results"]] == [cast.AGENCY, cast.BROADCAST]


def test_a_list_that_is_cut_says_so(archive, monkeypatch):
    monkeypatch.setattr(selection, "MOST", 2)
    found = json.loads(archive.get(ADDRESS).body)
    assert (found["count"], found["is_complete"], len(found["results"])) == (4, False, 2)


def test_an_empty_list_is_an_empty_list(archive):
    assert json.loads(archive.get(f"{ADDRESS}?q=слон").body)["results"] == []
