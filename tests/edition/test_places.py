"""Places as they are told about, counted by the bitmaps and, to compare, by plain SQL."""

import pytest
from django.http import QueryDict
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from archive.document.document import PlaceReference
from archive.edition.filters import InterviewFilter
from archive.edition.models import FacetValue, PublishedInterview
from archive.edition.places import told_places
from tests.edition.factory import cards, document, place, publish_document, withdraw

CARDS = cards(
    place("oblast", "Область", level="oblast"),
    place("raion", "Район", "oblast", level="raion"),
    place("town", "Місто", "raion", level="settlement"),
    place("village", "Село", "raion", level="settlement"),
    place("cellar", "Підвал", "town", level="site"),
)
BELOW = {"oblast": ("raion", "town", "village", "cellar"), "raion": ("town", "village", "cellar")}


def publish(number: int, *slugs: str, kind: str = "recorded") -> PublishedInterview:
    told = tuple(PlaceReference(place=slug, relation="about") for slug in slugs)
    return publish_document(document(places=told, kind=kind), reference=f"AAA-{number:03}", authorities=CARDS)


def told(address: str = "") -> dict[str, tuple[int, int]]:
    """How many tell of each place, and how many of those name nothing narrower."""
    return {p.card.slug: (p.count, p.own) for p in told_places(InterviewFilter(QueryDict(address), language="uk"))}


def by_sql(**chosen) -> dict[str, tuple[int, int]]:
    """The same by joining rows."""
    found = {}
    interviews = PublishedInterview.objects.filter(**chosen)
    for slug in {slug for _kind, slug in CARDS}:
        having = interviews.filter(facet_values__facet="place", facet_values__value=slug).distinct()
        narrower = FacetValue.objects.filter(facet="place", value__in=BELOW.get(slug, ()))
        if having:
            found[slug] = (having.count(), having.exclude(pk__in=narrower.values("interview")).count())
    return found


class CountedAsBySql(TestCase):
    @settings(max_examples=25, deadline=None)
    @given(
        st.lists(
            st.tuples(
                st.sets(st.sampled_from(sorted(slug for _kind, slug in CARDS)), max_size=3),
                st.sampled_from(["recorded", "letter"]),
            ),
            max_size=8,
        )
    )
    def test_bitmaps_count_what_rows_say(self, rows):
        for number, (slugs, kind) in enumerate(rows):
            publish(number, *sorted(slugs), kind=kind)
        assert told() == by_sql()
        assert told("kind=letter") == by_sql(kind="letter")


@pytest.mark.django_db
class TestToldPlaces:
    def test_who_agreed_to_the_raion_alone_counts_for_the_raion_and_for_nothing_in_it(self):
        publish(1, "raion")
        assert told() == {"oblast": (1, 0), "raion": (1, 1)}

    def test_who_names_a_town_counts_for_all_around_it_but_as_nobodys_own(self):
        publish(1, "town")
        publish(2, "raion", "town")
        assert told() == {"oblast": (2, 0), "raion": (2, 0), "town": (2, 2)}

    def test_a_place_chosen_is_marked_and_the_others_show_what_they_would_leave(self):
        publish(1, "town")
        publish(2, "village")
        found = told_places(InterviewFilter(QueryDict("place=town"), language="uk"))
        assert {p.card.slug: p.count for p in found}["village"] == 1
        assert [p.card.slug for p in found if p.is_chosen] == ["town"]

    def test_the_most_told_of_stands_first_and_equals_by_the_alphabet(self):
        for number, slug in enumerate(["village", "village", "town"]):
            publish(number, slug)
        assert [p.label.text for p in told_places(InterviewFilter(language="uk"))] == [
            "Область",
            "Район",
            "Село",
            "Місто",
        ]

    def test_what_is_withdrawn_is_nowhere_at_once(self):
        interview = publish(1, "cellar")
        assert told()["cellar"] == (1, 1)
        withdraw(interview)
        assert told() == {}
