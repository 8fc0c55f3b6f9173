"""Bitmaps, arrays and histograms against plain SQL over the rows, on random collections."""

import datetime as dt
from collections import Counter

from django.db.models import F, Q
from django.http import QueryDict
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from archive.document.document import PlaceReference
from archive.edition.facets import COUNTED, counts
from archive.edition.filters import InterviewFilter
from archive.edition.filters.fields import read_period
from archive.edition.histogram import histogram
from archive.edition.models import FacetValue, PublishedInterview
from archive.edition.paging import page

from .factory import FIRST_PUBLIC_AT, cards, document, place, publish_document, topic

PLACES = {"oblast": "", "izium": "oblast", "kupiansk": "oblast", "kapytolivka": "izium"}
TOPICS = {"life": "", "shelter": "life", "school": "life"}
CARDS = cards(
    *(place(slug, slug.capitalize(), parent) for slug, parent in PLACES.items()),
    *(topic(slug, slug.capitalize(), parent) for slug, parent in TOPICS.items()),
)
DATES = ("", "2022", "2022-05", "2022-03/2022-09", "2022-06/..", "../2022-04", "2023-01-15", "1941~")

interviews = st.fixed_dictionaries(
    {
        "places": st.sets(st.sampled_from(sorted(PLACES)), max_size=2),
        "topics": st.sets(st.sampled_from(sorted(TOPICS)), max_size=2).map(sorted),
        "languages": st.sampled_from([("uk",), ("uk-ru",), ("pl",), ("uk", "en")]),
        "kind": st.sampled_from(["recorded", "letter"]),
        "collection": st.sampled_from(["izium", "letters"]),
        "warnings": st.sampled_from([(), ("grief",)]),
        "told": st.sampled_from(DATES),
        "recorded": st.sampled_from(DATES),
        "title": st.sampled_from("БАЯІ").map(lambda letter: {"uk": letter}),
        "has_run_out": st.booleans() | st.just(False),
        "duration_ms": st.integers(0, 2),
    }
)
VALUES = {
    "place": sorted(PLACES),
    "topic": sorted(TOPICS),
    "language": ["uk", "ru", "pl"],
    "kind": ["recorded", "letter"],
    "collection": ["izium", "letters"],
    "format": ["sound"],
}
NAMES = [*VALUES, *(f"not-{name}" for name in VALUES)]
choices = st.dictionaries(
    st.sampled_from([*NAMES, "period", "recorded", "without"]),
    st.tuples(st.integers(0, 9), st.integers(0, 9)),
    max_size=4,
)
PERIODS = ("2022", "2022-04", "2022-05..2022-06", "..2022", "2023..", "1940..1949")
ORDERS = {
    "newest": ["-pk"],
    "recorded": [F("recorded_earliest").asc(nulls_last=True), "-pk"],
    "duration": ["-duration_ms", "-pk"],
    "title": ["order_uk", "pk"],
}


def publish(number: int, row: dict) -> None:
    row = dict(row)
    columns = {"duration_ms": row.pop("duration_ms")}
    if row.pop("has_run_out"):
        columns["valid_until"] = FIRST_PUBLIC_AT
    row["places"] = tuple(PlaceReference(place=slug, relation="about") for slug in sorted(row["places"]))
    row["topics"] = tuple(row["topics"])
    publish_document(document(**row), reference=f"AAA-{number:03}", authorities=CARDS, **columns)


def written(chosen: dict) -> dict[str, list[str]]:
    """The choices as values: two of each name, or one of the dates."""
    found = {}
    for name, numbers in chosen.items():
        if name in ("period", "recorded"):
            found[name] = [PERIODS[numbers[0] % len(PERIODS)]]
        else:
            values = VALUES.get(name.removeprefix("not-"), ["grief", "torture"])
            found[name] = sorted({values[number % len(values)] for number in numbers})
    return found


def in_sql(address: dict[str, list[str]], *, but_for: str = ""):
    """The interviews by queries over the rows alone."""
    rows = PublishedInterview.objects.all()
    for name, values in address.items():
        if name == but_for:
            continue
        if name in ("period", "recorded"):
            rows = rows.filter(_meets("told" if name == "period" else "recorded", read_period(values[0])))
            continue
        facet = "warning" if name == "without" else name.removeprefix("not-")
        having = Q(pk__in=_having(facet, values))
        is_known = facet in ("language", "kind", "format", "warning") or _having(facet, values).exists()
        if name.startswith("not-") or name == "without":
            rows = rows.exclude(having)
        elif is_known:
            rows = rows.filter(having)
    return rows


def _having(facet: str, values: list[str]):
    if facet == "kind":
        return PublishedInterview.objects.filter(kind__in=values).values("pk")
    if facet == "collection":
        return PublishedInterview.objects.filter(collection__slug__in=values).values("pk")
    return FacetValue.objects.filter(facet=facet, value__in=values).values("interview")


def _meets(name: str, period) -> Q:
    start, end = f"{name}_earliest", f"{name}_latest"
    condition = Q(**{f"{start}__isnull": False}) | Q(**{f"{end}__isnull": False})
    if period.latest:
        condition &= Q(**{f"{start}__isnull": True}) | Q(**{f"{start}__lte": period.latest})
    if period.earliest:
        condition &= Q(**{f"{end}__isnull": True}) | Q(**{f"{end}__gte": period.earliest})
    return condition


def _counted(rows, facet: str) -> Counter:
    if facet in ("kind", "collection"):
        return Counter(rows.values_list("collection__slug" if facet == "collection" else facet, flat=True))
    return Counter(FacetValue.objects.filter(facet=facet, interview__in=rows).values_list("value", flat=True))


class AsInSQL(TestCase):
    @settings(max_examples=40, deadline=None)
    @given(st.lists(interviews, max_size=6), choices)
    def test_counts_lists_and_bars_are_those_of_plain_queries(self, rows, chosen):
        for number, row in enumerate(rows):
            publish(number, row)
        address = written(chosen)
        query = QueryDict(mutable=True)
        for name, values in address.items():
            query.setlist(name, values)
        filterset = InterviewFilter(query, language="uk")
        assert sorted(filterset.members) == sorted(in_sql(address).values_list("pk", flat=True))
        for group in counts(filterset)[: len(COUNTED)]:
            found = {option.value: option.count for option in group.options if option.count}
            assert found == _counted(in_sql(address, but_for=group.name), group.name)
        self.orders(query, address)
        self.bars(filterset, address)

    def orders(self, query, address):
        for order, columns in ORDERS.items():
            query["order"] = order
            listing = InterviewFilter(query, language="uk").listing
            pages = [[row.pk for row in page(listing, number, size=2)] for number in range(1, len(listing) // 2 + 2)]
            expected = list(in_sql(address).order_by(*columns).values_list("pk", flat=True))
            assert [pk for shown in pages[: max(1, -(-len(listing) // 2))] for pk in shown] == expected

    def bars(self, filterset, address):
        for name in ("period", "recorded"):
            for bar in histogram(filterset, name).bars:
                rows = in_sql(address | {name: [bar.period]})
                assert rows.count() == bar.count, (name, bar)


class Reach(TestCase):
    def units(self, *told: str, address: str = "") -> list:
        PublishedInterview.everything.all().delete()
        for number, date in enumerate(told):
            publish_document(document(told=date), reference=f"BBB-{number:03}")
        found = histogram(InterviewFilter(QueryDict(address), language="uk"), "period")
        return [found.unit, *(bar.period for bar in found.bars)]

    def test_bars_are_months_then_years_then_decades(self):
        assert self.units("2022-02", "2022-04") == ["month", "2022-02", "2022-03", "2022-04"]
        assert self.units("2020", "2023") == ["year", "2020", "2021", "2022", "2023"]
        assert self.units("1939", "2001")[:2] == ["decade", "1930..1939"]
        assert len(self.units("0001", "2022")) == 1 + 60

    def test_a_chosen_year_is_drawn_in_months_and_an_open_end_draws_nothing(self):
        assert self.units("2020", "2023", address="period=2020") == ["month", *(f"2020-{n:02}" for n in range(1, 13))]
        assert self.units("2022-05/..") == ["month", "2022-05"]
        assert self.units("") == ["year"]

    def test_a_day_is_as_good_as_a_month(self):
        assert dt.date(2022, 5, 1) == read_period("2022-05").earliest
        assert self.units("2022-05-09", "2022-06-01", address="period=2022-05-09") == ["month", "2022-05"]
