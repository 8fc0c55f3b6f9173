from collections import Counter
from urllib.parse import parse_qs

import pytest
from django.http import QueryDict
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from archive.document.document import PlaceReference
from archive.edition.chips import Chip, chips
from archive.edition.facets import Option, counts
from archive.edition.filters import InterviewFilter
from archive.edition.vocabulary import WARNINGS

from .factory import FIRST_PUBLIC_AT, cards, document, place, publish_document, topic

PLACES = {"oblast": "", "izium": "oblast", "kupiansk": "oblast", "kapytolivka": "izium"}
TOPICS = {"life": "", "shelter": "life", "school": "life"}
CARDS = cards(
    *(place(slug, slug.capitalize(), parent) for slug, parent in PLACES.items()),
    *(topic(slug, slug.capitalize(), parent) for slug, parent in TOPICS.items()),
)
KINDS = ("recorded", "letter")


def filtered(address: str) -> InterviewFilter:
    return InterviewFilter(QueryDict(address), language="en")


def group(filterset, name):
    return next(group for group in counts(filterset) if group.name == name)


def publish(number, places=(), topics=(), **fields):
    columns = {name: fields.pop(name) for name in ("valid_until",) if name in fields}
    references = tuple(PlaceReference(place=slug, relation="about") for slug in places)
    shown = document(places=references, topics=tuple(topics), **fields)
    return publish_document(shown, reference=f"AAA-{number:03}", authorities=CARDS, **columns)


def with_broader(slugs, parents) -> set[str]:
    found = set()
    for slug in slugs:
        while slug:
            found.add(slug)
            slug = parents[slug]
    return found


collections = st.lists(
    st.fixed_dictionaries(
        {
            "places": st.sets(st.sampled_from(sorted(PLACES)), max_size=2),
            "topics": st.sets(st.sampled_from(sorted(TOPICS)), max_size=2),
            "kind": st.sampled_from(KINDS),
        }
    ),
    max_size=6,
)
choices = st.fixed_dictionaries(
    {
        "place": st.sets(st.sampled_from(sorted(PLACES)), max_size=2),
        "topic": st.sets(st.sampled_from(sorted(TOPICS)), max_size=2),
        "kind": st.sets(st.sampled_from(KINDS), max_size=2),
    }
)


class CountedAsByHand(TestCase):
    @settings(max_examples=25, deadline=None)
    @given(collections, choices)
    def test_counts_are_what_is_left_under_all_other_filters(self, rows, chosen):
        for number, row in enumerate(rows):
            publish(number, **row)
        held = [
            {
                "place": with_broader(row["places"], PLACES),
                "topic": with_broader(row["topics"], TOPICS),
                "kind": {row["kind"]},
            }
            for row in rows
        ]
        public = {name: set().union(*(row[name] for row in held)) for name in ("place", "topic")} | {"kind": set(KINDS)}
        known = {name: values & public[name] for name, values in chosen.items()}
        query = QueryDict(mutable=True)
        for name, values in chosen.items():
            query.setlist(name, sorted(values))
        for name in chosen:
            others = [other for other in known if other != name and known[other]]
            left = [row for row in held if all(row[other] & known[other] for other in others)]
            expected = Counter(value for row in left for value in row[name])
            expected.update(dict.fromkeys(known[name], 0))
            options = group(InterviewFilter(query, language="en"), name).options
            assert {option.value: option.count for option in options} == expected
            assert {option.value for option in options if option.is_chosen} == known[name]


@pytest.mark.django_db
class TestCounts:
    def test_options_carry_labels_parents_and_the_most_frequent_first(self):
        publish(1, places=["kapytolivka"])
        publish(2, places=["kupiansk"])
        assert group(filtered(""), "place").options == (
            Option("oblast", "Oblast", 2, False, "", "uk"),
            Option("izium", "Izium", 1, False, "oblast", "uk"),
            Option("kapytolivka", "Kapytolivka", 1, False, "izium", "uk"),
            Option("kupiansk", "Kupiansk", 1, False, "oblast", "uk"),
        )

    def test_every_facet_has_its_group_and_closed_lists_have_their_words(self):
        publish(1)
        groups = {group.name: group for group in counts(filtered(""))}
        assert list(groups) == [
            "place", "topic", "event", "person", "language", "kind", "format", "collection", "without",
        ]  # fmt: skip
        assert groups["language"].options == (Option("uk", "Ukrainian", 1, False, "", "en"),)
        assert groups["kind"].options == (Option("recorded", "recorded interview", 1, False, "", "en"),)
        assert groups["collection"].options == (Option("izium", "Izium", 1, False, "", "uk"),)

    def test_warnings_are_all_there_whatever_is_public_and_never_counted(self):
        before = group(filtered("without=grief"), "without")
        publish(1, warnings=("killing",))
        assert group(filtered("without=grief"), "without") == before
        assert [option.value for option in before.options] == list(WARNINGS)
        assert {option.count for option in before.options} == {None}
        assert [option.value for option in before.options if option.is_chosen] == ["grief"]

    def test_what_has_run_out_is_not_counted_nor_named(self):
        publish(1, places=["izium"], topics=["school"], valid_until=FIRST_PUBLIC_AT)
        publish(2, places=["izium"])
        assert [(option.value, option.count) for option in group(filtered(""), "place").options] == [
            ("izium", 1),
            ("oblast", 1),
        ]
        assert group(filtered(""), "topic").options == ()

    def test_counts_follow_the_search(self):
        publish(1, places=["izium"], title={"uk": "Міст"})
        publish(2, places=["kupiansk"], title={"uk": "Хліб"})
        options = group(filtered("q=хліба"), "place").options
        assert [(option.value, option.count) for option in options] == [("kupiansk", 1), ("oblast", 1)]

    @pytest.mark.parametrize("address", ["", "place=oblast&topic=life&kind=recorded&without=grief&period=2022"])
    def test_the_number_of_queries_is_always_the_same(self, address, django_assert_num_queries):
        for number in range(3):
            publish(number, places=["izium", "kupiansk", "kapytolivka"][: number + 1], topics=["school"])
            if number in (0, 2):
                with django_assert_num_queries(6):
                    counts(filtered(address))


@pytest.mark.django_db
class TestChips:
    def test_each_choice_has_a_chip_that_takes_only_itself_back(self):
        publish(1, places=["izium", "kupiansk"])
        address = "place=izium&place=kupiansk&place=atlantis&period=2022-09&without=grief&order=title&page=3"
        found = chips(filtered(address))
        assert [(chip.name, chip.label, chip.language) for chip in found] == [
            ("place", "Izium", "uk"),
            ("place", "Kupiansk", "uk"),
            ("period", "2022-09", ""),
            ("without", "loss of family", "en"),
        ]
        assert parse_qs(found[0].query) == {
            "place": ["kupiansk"],
            "period": ["2022-09"],
            "without": ["grief"],
            "order": ["title"],
        }
        assert parse_qs(found[2].query) == {"place": ["izium", "kupiansk"], "without": ["grief"], "order": ["title"]}

    def test_what_is_left_out_says_so_and_is_taken_back_alone(self):
        publish(1, places=["izium"])
        found = chips(filtered("place=oblast&not-place=izium"))
        assert [(chip.group, chip.label, chip.query) for chip in found] == [
            ("Place", "Oblast", "not-place=izium"),
            ("Place, not", "Izium", "place=oblast"),
        ]

    def test_words_asked_for_are_a_chip(self):
        publish(1)
        assert chips(filtered("q=підвал")) == [Chip("q", "Words", "підвал", "", "")]

    def test_nothing_chosen_has_no_chips(self):
        assert chips(filtered("place=atlantis&period=never&order=title")) == []
