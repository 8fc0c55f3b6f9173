"""Interviews that tell of the same: near by what is rare, never by a warning or by who speaks."""

import pytest

from archive.document.document import PlaceReference, Speaker
from archive.edition import related as module
from archive.edition.models import PublishedInterview
from archive.edition.related import related
from archive.edition.snapshot import current

from .factory import cards, document, person, place, publish_document, topic, withdraw

pytestmark = pytest.mark.django_db

CARDS = cards(
    place("oblast", "Область", level="oblast"),
    place("izium", "Ізюм", "oblast", level="settlement"),
    place("kupiansk", "Куп’янськ", "oblast", level="settlement"),
    topic("bread", "Хліб"),
    topic("school", "Школа"),
    person("olena", "Олена"),
)


def publish(reference: str, *topics: str, places=(), **fields) -> PublishedInterview:
    told = tuple(PlaceReference(place=slug, relation="about") for slug in places)
    return publish_document(document(topics=topics, places=told, **fields), reference=reference, authorities=CARDS)


def found(interview: PublishedInterview) -> list[tuple[str, tuple, str]]:
    return [(one.interview.reference, one.shared, one.told) for one in related(interview, current())]


def test_an_interview_alone_has_none():
    assert found(publish("A", "bread", places=["izium"])) == []


def test_what_shares_nothing_is_not_related():
    one = publish("A", "bread")
    publish("B", "school")
    assert found(one) == []


def test_the_reasons_are_what_both_tell_of_the_narrower_in_place_of_the_wider():
    one = publish("A", "bread", places=["izium"])
    publish("B", "bread", places=["izium"])
    assert found(one) == [("B", (("place", "izium"), ("topic", "bread")), "")]


def test_the_wider_is_the_reason_where_nothing_narrower_is_shared():
    one = publish("A", places=["izium"])
    publish("B", places=["kupiansk"])
    assert found(one) == [("B", (("place", "oblast"),), "")]


def test_the_rarer_is_the_nearer():
    one = publish("A", "bread", "school")
    publish("B", "bread")
    publish("C", "school")
    publish("D", "bread")
    assert [reference for reference, _shared, _told in found(one)] == ["C", "D", "B"]


def test_the_same_short_time_is_a_reason_beside_another_and_none_by_itself():
    one = publish("A", "bread", told="2022-03")
    publish("B", "bread", told="2022-03-12/2022-04-02")
    publish("C", told="2022-03")
    assert found(one) == [("B", (("topic", "bread"),), "2022-03")]


@pytest.mark.parametrize("told", ["2022-03?", "2022", "2022-02/2022-09", ""])
def test_an_uncertain_or_long_time_is_no_reason(told):
    one = publish("A", "bread", told="2022-03")
    publish("B", "bread", told=told)
    assert found(one) == [("B", (("topic", "bread"),), "")]


def test_warnings_languages_and_speakers_relate_nobody():
    speaker = Speaker(key="s", role="narrator", rendition="full", name={"uk": "Олена"}, identity="olena")
    one = publish("A", warnings=("torture",), speakers=(speaker,))
    publish("B", warnings=("torture",), speakers=(speaker,))
    assert found(one) == []


def test_what_nearly_all_share_is_no_reason():
    one = publish("A", "bread")
    for number in range(module.COMMON):
        publish(f"B{number}", "bread")
    assert found(one) == []


def test_there_are_at_most_five_the_newest_of_equals():
    one = publish("A", "bread")
    for number in range(6):
        publish(f"B{number}", "bread")
    for number in range(8):
        publish(f"C{number}", "school")
    assert [reference for reference, _shared, _told in found(one)] == ["B5", "B4", "B3", "B2", "B1"]


def test_what_was_withdrawn_or_has_run_out_is_related_no_more():
    one, other = publish("A", "bread"), publish("B", "bread")
    third = publish("C", "bread")
    withdraw(other)
    PublishedInterview.everything.filter(pk=third.pk).update(valid_until="2020-01-01T00:00Z")
    assert found(one) == []


@pytest.mark.parametrize("count", [1, 3])
def test_it_takes_two_queries_whatever_it_finds(count, django_assert_num_queries):
    one = publish("A", "bread", places=["izium"])
    for number in range(count):
        publish(f"B{number}", "bread", places=["izium"])
    now = current()
    with django_assert_num_queries(2):
        assert len(related(one, now)) == count
