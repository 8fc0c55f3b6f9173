import json
from datetime import timedelta

import pytest
from django.utils import timezone

from tests.exchange.addresses import SUGGEST
from tests.reading_room import cast


def asked(visitor, query):
    answer = visitor.get(f"{SUGGEST}?{query}")
    assert answer.status_code == 200 and answer["Content-Type"] == "application/json"
    return json.loads(answer.body)


def test_a_name_is_offered_with_the_interviews_it_leads_to(archive):
    first = asked(archive, "q=izy&lang=en")["suggestions"][0]
    assert first == {
        "text": "Izium raion",
        "kind": "place",
        "language": "en",
        "value": "izium-raion",
        "note": "",
        "url": "http://testserver/en/interviews/?place=izium-raion",
    }
    assert cast.NOTEBOOK in archive.read("/en/interviews/?place=izium-raion")


def test_an_invented_place_says_so(archive):
    first = asked(archive, "q=verbi&lang=en")["suggestions"][0]
    assert (first["value"], first["note"]) == ("verbivka", "invented place")


def test_a_word_is_offered_with_a_search_for_it(archive):
    word = next(each for each in asked(archive, "q=пекл&lang=pl")["suggestions"] if each["kind"] == "word")
    assert word["text"] == "пекла" and "/pl/interviews/?q=" in word["url"]


def test_no_more_are_given_than_asked_for(archive):
    assert len(asked(archive, "q=п")["suggestions"]) > 1
    assert len(asked(archive, "q=п&limit=1")["suggestions"]) == 1


def test_nothing_is_offered_for_nothing(archive):
    assert asked(archive, "") == {"language": "uk", "notices": [], "suggestions": []}


def test_what_was_left_out_is_said_in_a_sentence(archive):
    assert asked(archive, "q=x&limit=no&lang=en")["notices"] == [
        "“no” could not be read as “limit”, so it was left out."
    ]


def test_while_something_has_run_out_nothing_is_offered(archive):
    cast.publish(cast.letter(), "AAA-AAA", valid_until=timezone.now() - timedelta(seconds=1))
    assert asked(archive, "q=izy")["suggestions"] == []


@pytest.mark.parametrize("q", ["izy", "п", "zz"])
def test_one_row_and_three_rows_take_the_same_number_of_queries(visitor, q, django_assert_max_num_queries):
    numbers = []
    for reference in ("AAA-AA0", "AAA-AA1", "AAA-AA2"):
        cast.publish(cast.notebook(), reference)
        visitor.client.get(f"{SUGGEST}?q={q}")
        with django_assert_max_num_queries(9) as counted:
            visitor.client.get(f"{SUGGEST}?q={q}")
        numbers.append(len(counted))
    assert len(set(numbers)) == 1, numbers
