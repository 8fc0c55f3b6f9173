import json

import pytest

from archive.exchange.api.search import FOUND_BY
from tests.exchange.addresses import SEARCH
from tests.reading_room import cast


def asked(visitor, query="", status=200):
    answer = visitor.get(f"{SEARCH}?{query}")
    assert answer.status_code == status and answer["Content-Type"] == "application/json"
    return json.loads(answer.body)


def ids(visitor, query) -> list[str]:
    return [result["id"] for result in asked(visitor, query)["results"]]


def test_a_result_has_its_reference_its_title_and_the_passages_that_say_why(archive):
    found = asked(archive, "q=хлібом&lang=en")
    (result,) = found["results"]
    assert (found["count"], result["id"], result["title"]) == (1, cast.NOTEBOOK, "The notebook")
    assert result["found_by"] == "words"
    passage = next(passage for passage in result["passages"] if passage["kind"] == "passage")
    assert passage == {
        "text": "Мама пекла хліб у дворі.",
        "marks": [[11, 15]],
        "start": 10,
        "language": "uk",
        "kind": "passage",
        "url": f"http://testserver/en/interviews/{cast.NOTEBOOK}/?q=%D1%85%D0%BB%D1%96%D0%B1%D0%BE%D0%BC&translation=uk&r=rec&t=10#rec-p2",
    }


def test_marks_count_code_points_of_the_text(visitor):
    said = cast.transcript([("olena", ("🙂 Ґа́нок і хліб 🍞, хліб.",))])
    cast.publish(cast.letter(texts=(said,)), cast.LETTER)
    (passage,) = asked(visitor, "q=хліб")["results"][0]["passages"]
    assert [passage["text"][start:end] for start, end in passage["marks"]] == ["хліб", "хліб"]
    assert passage["start"] is None


def test_how_a_result_was_found_is_said(archive):
    assert {r["found_by"] for r in asked(archive, "q=хліб")["results"]} == {"words"}
    assert {r["found_by"] for r in asked(archive, "q=хліб слон")["results"]} == {"some-words"}
    assert {r["found_by"] for r in asked(archive, "")["results"]} == {None}


def test_without_words_it_is_the_listing(archive):
    found = asked(archive, "kind=news-report&order=title&lang=en")
    assert [result["title"] for result in found["results"]] == ["Report seven", "Report six"]
    assert all(result["passages"] == [] for result in found["results"])


def test_facets_are_there_on_request_and_are_those_of_the_listing(archive):
    assert "facets" not in asked(archive) and "facets" not in asked(archive, "facets=0")
    groups = {group["name"]: group for group in asked(archive, "facets=1&lang=en&kind=letter")["facets"]}
    reports = next(value for value in groups["kind"]["values"] if value["value"] == "news-report")
    assert groups["kind"]["label"] == "Kind"
    assert (reports["label"], reports["count"], reports["is_chosen"]) == ("news report", 2, False)
    page = archive.read("/en/interviews/?kind=letter")
    for group in groups.values():
        for value in group["values"]:
            assert f'name="{group["name"]}" value="{value["value"]}"' in page


def test_pages_follow_one_another_by_offset_or_number(archive):
    whole = ids(archive, "order=newest")
    assert [ids(archive, f"limit=2&offset={offset}") for offset in (0, 2, 3, 4)] == [
        whole[:2],
        whole[2:],
        whole[3:],
        [],
    ]
    assert [ids(archive, f"limit=3&page={page}") for page in (1, 2, 3)] == [whole[:3], whole[3:], []]
    assert asked(archive, "limit=3&page=2")["offset"] == 3


def test_twenty_results_are_given_unless_asked_otherwise(visitor):
    for number in range(101):
        cast.publish(cast.letter(), f"AAA-{number:03}")
    assert len(ids(visitor, "")) == 20
    found = asked(visitor, "limit=500")
    assert (found["limit"], len(found["results"]), found["count"]) == (100, 100, 101)


def test_the_reader_s_language_is_that_of_labels_titles_and_sentences(archive):
    english, polish, default = (asked(archive, f"facets=1&q=%22хліб{lang}") for lang in ("&lang=en", "&lang=pl", ""))
    assert english["results"][0]["title"] == "The notebook" and default["results"][0]["title"] == "Зошит"
    assert [found["language"] for found in (english, polish, default)] == ["en", "pl", "uk"]
    assert english["notices"] != default["notices"]
    assert "/pl/interviews/" in polish["results"][0]["url"]
    assert archive.get(f"{SEARCH}?lang=pl")["Content-Language"] == "pl"


@pytest.mark.parametrize("header", ["en", "pl", "xx"])
def test_the_answer_depends_on_its_address_alone(archive, header):
    assert archive.get(SEARCH, **{"accept-language": header}).body == archive.get(SEARCH).body


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("limit=many", "“many” could not be read as “limit”, so it was left out."),
        ("limit=0", "“limit” can be from 1 to 100, so 1 was taken."),
        ("limit=101", "“limit” can be from 1 to 100, so 100 was taken."),
        ("limit=²", "“²” could not be read as “limit”, so it was left out."),
        ("offset=-1", "“-1” could not be read as “offset”, so it was left out."),
        ("page=1e9", "“1e9” could not be read as “page”, so it was left out."),
        ("facets=maybe", "“maybe” could not be read as “facets”, so it was left out."),
        ("langauge=uk", "There is no parameter “langauge”, so it was left out."),
        ("kind=poem", "Nothing here is filed under “poem”, so this choice was left out."),
        ("q=%22хліб", "A quotation mark is missing, so everything up to the end was taken as one phrase."),
    ],
)
def test_what_was_left_out_is_said_in_a_sentence(archive, query, sentence):
    found = asked(archive, f"{query}&lang=en")
    assert found["notices"] == [sentence]
    assert asked(archive, "lang=en")["notices"] == []


def test_a_language_that_is_not_spoken_here_is_said_in_ukrainian(archive):
    found = asked(archive, "lang=de")
    assert found["language"] == "uk" and len(found["notices"]) == 1 and "«de»" in found["notices"][0]


def test_long_nonsense_is_repeated_in_short(archive):
    (sentence,) = asked(archive, f"lang=en&limit={'x' * 500}")["notices"]
    assert len(sentence) < 120
    assert len(asked(archive, "&".join(f"a{n}=1" for n in range(50)))["notices"]) == 5


def test_every_way_of_finding_has_a_name():
    assert FOUND_BY == {"said": "words", "meant": "meaning", "some": "some-words", "": None}
