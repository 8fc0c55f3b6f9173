"""What the timeline counts, against plain counting over dates and places, on random collections."""

import datetime as dt

import numpy as np
import pytest
from django.http import QueryDict
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from archive.document.document import PlaceReference
from archive.edition.filters import InterviewFilter
from archive.edition.filters.fields import read_period
from archive.edition.models import PublishedInterview
from archive.edition.timeline import Timeline, fullest, timeline
from archive.language import dates

from .factory import FIRST_PUBLIC_AT, cards, document, place, publish_document

PARENTS = {"oblast": "", "izium": "oblast", "kupiansk": "oblast"}
CARDS = cards(*(place(slug, slug.capitalize(), parent) for slug, parent in PARENTS.items()))
DATES = (
    "",
    "2022",
    "2022?",
    "2022-05",
    "2022-03/2022-09",
    "2022-06/..",
    "../2022-04~",
    "2022-21",
    "2022-03/2023",
    "1941~",
)
ADDRESSES = (
    "",
    "period=2022",
    "period=2021..2024",
    "place=izium",
    "not-place=kupiansk&period=2022",
    "period=2022-05..",
)

interviews = st.tuples(st.sampled_from(DATES), st.sets(st.sampled_from(sorted(PARENTS))), st.booleans())


def made(address: str = "") -> Timeline:
    return timeline(InterviewFilter(QueryDict(address), language="uk"))


def publish(number: int, told: str, places: set[str] = frozenset(), has_run_out: bool = False) -> PublishedInterview:
    about = tuple(PlaceReference(place=slug, relation="about") for slug in sorted(places))
    ended = {"valid_until": FIRST_PUBLIC_AT} if has_run_out else {}
    return publish_document(document(told=told, places=about), reference=f"AAA-{number:03}", authorities=CARDS, **ended)


def is_sure(told: str, period: str) -> bool:
    """Whether a date surely meets a month, year or decade, by its definition."""
    since, until = dates.sure(told) if told else (None, None)
    first, last = read_period(period)[1:]
    months = [day.replace(day=1) if day else None for day in (since, until, first, last)]
    if None in months or since is None:
        return False
    length = (last.year - first.year) * 12 + last.month - first.month + 1
    units = [(day.year * 12 + day.month - 1) // length for day in (since, first, until)]
    return units[0] <= units[1] <= units[2]


class Counts(TestCase):
    @settings(max_examples=60, deadline=None)
    @given(st.lists(interviews, max_size=6), st.sampled_from(ADDRESSES))
    def test_every_cell_counts_what_the_listing_finds_there(self, rows, address):
        told = {publish(n, *row).pk: row[0] for n, row in enumerate(rows)}
        found = made(address)
        for row in found.rows:
            for period, count, sure in zip(found.span.periods(), row.counts, row.sure, strict=True):
                query = QueryDict(address, mutable=True)
                query["period"] = period
                if row.place:
                    query["place"] = row.place
                members = InterviewFilter(query, language="uk").members
                assert count == len(members), (row.place, period)
                assert sure == sum(is_sure(told[number], period) for number in members), (row.place, period)

    def test_what_has_run_out_is_in_no_cell(self):
        publish(1, "2022-03", {"izium"})
        publish(2, "2022-03", {"izium", "kupiansk"}, has_run_out=True)
        found = made()
        assert [(row.place, row.counts) for row in found.rows] == [("", (1,)), ("izium", (1,))]

    def test_chosen_places_stand_with_their_parts_alone(self):
        publish(1, "2022-03", {"izium", "kupiansk"})
        assert [row.place for row in made("place=izium").rows] == ["", "izium"]

    def test_a_year_is_perhaps_in_each_of_its_months_and_surely_in_itself(self):
        publish(1, "2022")
        publish(2, "2019-01/2019-02")
        assert made("period=2022").rows[0].sure == (0,) * 12
        assert made("period=2022").rows[0].counts == (1,) * 12
        years = made("period=2018..2022")
        assert (years.span.unit, years.rows[0].sure) == ("year", (0, 1, 0, 0, 1))

    def test_nothing_dated_has_no_span_and_is_counted_as_undated(self):
        publish(1, "")
        assert made() == Timeline(None, None, (), 1, 0)

    def test_an_open_period_reaches_as_far_as_anything_is_known(self):
        publish(1, "2022-03/2022-09")
        assert made("period=2022-08..").span.periods() == ["2022-08", "2022-09"]
        assert made("period=2022-11..").span.periods() == ["2022-11"]
        assert made("period=..2022-04").span.periods() == ["2022-03", "2022-04"]


@pytest.mark.parametrize("period", ["0001..0300", "0001..0009", "0001", "0005-03..0900", "9400..9999", "9999"])
def test_every_unit_drawn_can_be_asked_for(db, period):
    publish(1, "0002/9998")
    span = made(f"period={period}").span
    assert [str(read_period(each)) for each in span.periods()]


def test_the_first_decade_begins_with_the_year_1(db):
    publish(1, "0005")
    span = made("period=0001..0300").span
    assert span.periods()[:2] == ["0001..0009", "0010..0019"]
    assert span.months == (12, 310 * 12 - 1)


def months(*days: str) -> np.ndarray:
    return np.array([(day := dt.date.fromisoformat(f"{text}-01")).year * 12 + day.month - 1 for text in days])


def test_a_few_far_away_do_not_stretch_what_is_shown():
    start, end = months(*["2022-03"] * 40, "1941-06"), months(*["2022-09"] * 40, "1941-06")
    assert fullest((start, end), (start, end)) == tuple(months("2022-03", "2022-09"))


def test_what_is_told_for_sure_decides_over_what_may_be():
    told, sure = (months("2002-01"), months("2022-11")), (months("2022-11"), months("2022-11"))
    assert fullest(told, sure) == tuple(months("2022-11", "2022-11"))


def test_without_anything_sure_what_may_be_is_shown():
    told, none = (months("2022-01"), months("2022-12")), (months("2022-02"), months("2022-01"))
    assert fullest(told, none) == tuple(months("2022-01", "2022-12"))
