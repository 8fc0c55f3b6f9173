from datetime import UTC, datetime, timedelta

import pytest
from django.http import QueryDict
from django.utils.translation import override
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from archive.document.document import PlaceReference
from archive.edition.filters import InterviewFilter
from archive.edition.paging import page
from archive.edition.search import names
from archive.edition.snapshot import current

from .factory import FIRST_PUBLIC_AT, cards, document, place, publish_document, sitting, topic, transcript

pytestmark = pytest.mark.django_db

CARDS = cards(
    place("kharkiv-oblast", "Харківська область"),
    place("izium", "Ізюм", "kharkiv-oblast"),
    place("kupiansk", "Куп’янськ", "kharkiv-oblast"),
    topic("shelter", "Укриття"),
)


@pytest.fixture
def three():
    """A cellar in Izium in 2022, a notebook in Kupiansk in 2023, and a letter without place or date."""
    publish_document(
        document(
            title={"uk": "Підвал"},
            told="2022-02/2022-09",
            recorded="2023-05-01",
            places=(PlaceReference(place="izium", relation="about"),),
            topics=("shelter",),
            warnings=("killing", "grief"),
            sittings=(sitting(transcript("Ми сиділи в підвалі в Ізюмі")),),
        ),
        reference="AAA-AAA",
        authorities=CARDS,
    )
    publish_document(
        document(
            title={"uk": "Зошит"},
            told="2023-04",
            recorded="2022-11",
            languages=("uk-ru",),
            places=(PlaceReference(place="kupiansk", relation="about"),),
            warnings=("grief",),
        ),
        reference="BBB-BBB",
        authorities=CARDS,
        first_public_at=FIRST_PUBLIC_AT + timedelta(days=1),
        duration_ms=90_000,
    )
    publish_document(
        document(title={"uk": "Аркуш з підвалу"}, kind="letter", collection="letters"),
        reference="CCC-CCC",
        authorities=CARDS,
        first_public_at=FIRST_PUBLIC_AT + timedelta(days=2),
    )


def found(address: str) -> list[str]:
    """The first letter of each interview the address lists, in order."""
    return [interview.reference[0] for interview in InterviewFilter(QueryDict(address), language="uk").listing[:20]]


@pytest.mark.parametrize(
    ("address", "listed"),
    [
        ("", "CBA"),
        ("place=izium", "A"),
        ("place=izium&place=kupiansk", "BA"),
        ("place=kharkiv-oblast", "BA"),
        ("place=izium&topic=shelter", "A"),
        ("place=kupiansk&topic=shelter", ""),
        ("language=uk", "CBA"),
        ("language=ru", "B"),
        ("language=pl", ""),
        ("kind=letter", "C"),
        ("kind=letter&kind=recorded", "CBA"),
        ("format=sound", "A"),
        ("collection=letters", "C"),
        ("not-place=izium", "CB"),
        ("not-place=kharkiv-oblast", "C"),
        ("place=kharkiv-oblast&not-place=izium", "B"),
        ("not-place=izium&not-place=kupiansk", "C"),
        ("not-topic=shelter&not-kind=letter", "B"),
        ("not-place=atlantis", "CBA"),
        ("not-warning=killing", "CBA"),
        ("without=killing", "CB"),
        ("without=killing&without=grief", "C"),
        ("period=2022-09", "A"),
        ("period=2022", "A"),
        ("period=2022-10", ""),
        ("period=2022-02..2022-09", "A"),
        ("period=2022-10..", "B"),
        ("period=..2022-01", ""),
        ("period=2022-02/2023-12", "BA"),
        ("period=вересень+2022", "A"),
        ("recorded=2022", "B"),
        ("order=title", "CBA"),
        ("order=recorded", "BAC"),
        ("order=duration", "BAC"),
        ("order=relevance", "CBA"),
        ("q=підвали", "CA"),
        ("q=підвали&order=recorded", "AC"),
        ("q=підвали&place=izium", "A"),
        ("q=метро", ""),
    ],
)
def test_filters_widen_within_a_name_and_narrow_across_names(three, address, listed):
    result = found(address)
    assert (result if "order" in address or "q" not in address else sorted(result, reverse=True)) == list(listed)


@pytest.mark.parametrize(
    ("address", "sentences"),
    [
        ("place=izium&order=title&page=2", []),
        ("place=atlantis", ["Nothing here is filed under “atlantis”, so this choice was left out."]),
        ("place=izium&place=atlantis", ["Nothing here is filed under “atlantis”, so this choice was left out."]),
        ("place=shelter", ["Nothing here is filed under “shelter”, so this choice was left out."]),
        ("without=joy", ["Nothing here is filed under “joy”, so this choice was left out."]),
        ("kind=" + "x" * 500, ["Nothing here is filed under “" + "x" * 40 + "…”, so this choice was left out."]),
        (
            "period=yesterday",
            [
                "The dates “yesterday” could not be read, so they were left out. Write them as “September 2022”, "
                "“2022-09-10” or “2022-02..2022-09”."
            ],
        ),
        (
            "recorded=2023..2022",
            [
                "The dates “2023..2022” could not be read, so they were left out. Write them as “September 2022”, "
                "“2022-09-10” or “2022-02..2022-09”."
            ],
        ),
    ],
)
def test_what_is_left_out_is_said_in_a_whole_sentence(three, address, sentences):
    with override("en"):
        assert InterviewFilter(QueryDict(address), language="en").notices == sentences


@pytest.mark.parametrize("address", ["place=atlantis", "kind=", "without=joy", "period=%00", "order=down", "place="])
def test_what_is_left_out_does_not_narrow(three, address):
    assert found(address) == ["C", "B", "A"]


def test_a_value_nobody_holds_any_more_is_as_unknown_as_one_that_never_was(three):
    publish_document(
        document(topics=("secret",)),
        reference="DDD-DDD",
        authorities=cards(topic("secret", "Таємниця")),
        valid_until=FIRST_PUBLIC_AT,
    )
    gone, never = (InterviewFilter(QueryDict(f"topic={slug}"), language="en") for slug in ("secret", "never0"))
    assert [sentence.replace("secret", "never0") for sentence in gone.notices] == never.notices
    assert found("topic=secret") == found("topic=never0") == ["C", "B", "A"]


def test_expired_interviews_are_in_no_listing(three):
    publish_document(
        document(title={"uk": "Підвал"}), reference="DDD-DDD", valid_until=datetime(2026, 1, 2, tzinfo=UTC)
    )
    assert "D" not in found("") + found("q=підвал") + found("order=title")


def test_an_interview_with_an_open_end_meets_every_later_period(three):
    publish_document(document(told="2022-06/.."), reference="DDD-DDD")
    assert "D" in found("period=2030") and "D" not in found("period=2022-05")


NAMES = [*InterviewFilter.base_filters, "order", "page", "nonsense"]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(NAMES), st.text(max_size=60)), max_size=8))
@example([("q", '"\0 (((-*'), ("place", "\0"), ("period", "9999-99"), ("recorded", "..")])
@example([("period", "0000"), ("recorded", "９９９９..１"), ("order", "\0")])
@example([("place", "x" * 60)] * 8)
def test_no_address_fails(three, pairs):
    query = QueryDict(mutable=True)
    for name, value in pairs:
        query.appendlist(name, value)
    filterset = InterviewFilter(query, language="en")
    assert len(page(filterset.listing, query.get("page")).object_list) <= 3
    assert all(isinstance(sentence, str) for sentence in filterset.notices)


def test_half_a_surrogate_pair_and_a_very_long_value_do_not_fail(three):
    query = QueryDict(mutable=True)
    for name in NAMES:
        query.setlist(name, ["\ud800", "я" * 5_000])
    filterset = InterviewFilter(query, language="en")
    assert list(filterset.listing) == [] and filterset.notices


@pytest.mark.parametrize("address", ["place=izium&topic=shelter&without=bodies", "q=підвал&place=kharkiv-oblast"])
def test_the_number_of_queries_does_not_grow_with_the_listing(address, django_assert_num_queries):
    expected = {"place=izium&topic=shelter&without=bodies": 5, "q=підвал&place=kharkiv-oblast": 9}[address]
    for number in range(3):
        publish_document(
            document(places=(PlaceReference(place="izium", relation="about"),), topics=("shelter",)),
            reference=f"AA{number}-AAA",
            authorities=CARDS,
        )
        if number in (0, 2):
            names.gazetteer(current())  # so that the names of the edition are known
            with django_assert_num_queries(expected):
                shown = page(InterviewFilter(QueryDict(address), language="uk").listing, 1)
                assert len(shown.object_list) == number + 1
