"""Beside a column of rows, too, an event is drawn as well as its time is known."""

import pytest

from archive.document.authority import AuthorityCard
from archive.edition.span import Span
from archive.reading_room.timeline.events import DatedEvent
from archive.reading_room.timeline.strands import BOTTOM, TOP, Place, strands

SPAN = Span.over(2022 * 12, 2022 * 12 + 11)


def events(*times: str) -> list[DatedEvent]:
    return [
        DatedEvent.of(AuthorityCard(kind="event", slug=f"e{n}", name={"en": "Bridge"}, happened=happened), 1)
        for n, happened in enumerate(times)
    ]


def strand(happened: str):
    (found,), _lanes = strands(events(happened), SPAN)
    return found


def kinds(happened: str) -> str:
    """What stands beside each month, its first letter: sure, doubt, open; or nothing."""
    found = strand(happened)
    rows = (found.row if month == found.row.unit else Place(month) for month in range(SPAN.size))
    return " ".join("".join(kind[0] for kind, *_share in found.beside(row)) or "-" for row in rows)


@pytest.mark.parametrize(
    ("happened", "expected"),
    [
        ("2022-02-24/2022-05-10", "- s s s s - - - - - - -"),
        ("2022-02/2022-05", "- ds s s sd - - - - - - -"),
        ("2022-04", "- - - d - - - - - - - -"),
        ("2022-09-24?/2022-11-10", "- - - - - - - - d d ds -"),
        ("2021-11-01/2022-03-31", "s s s - - - - - - - - -"),
        ("2022-10-01/..", "- - - - - - - - - so o o"),
        ("../2022-02~", "o o - - - - - - - - - -"),
    ],
)
def test_what_is_sure_is_solid_and_what_is_not_is_not(happened, expected):
    assert kinds(happened) == expected


def test_an_end_lies_where_it_falls_in_its_month():
    ((kind, top, bottom),) = strand("2022-02-24/2022-04-15").beside(Place(3))
    assert (kind, top, bottom) == ("sure", 0, 50)


def test_an_event_within_one_month_lies_beside_its_name():
    assert strand("2022-04-05/2022-04-20").beside(Place(3, 1)) == [("sure", TOP, BOTTOM)]


def test_what_began_before_is_named_above_and_runs_in():
    found = strand("2021-11-01/2022-03-31")
    assert found.row == Place(-1, 1) and found.beside(found.row) == [("sure", 0, 100)]


def test_a_row_that_names_another_event_is_passed_by():
    first, second = strands(events("2022-02-01/2022-06-30", "2022-04-10/2022-04-12"), SPAN)[0]
    assert first.beside(second.row) == [("sure", 0, 100)]
    assert second.beside(first.row) == []


@pytest.mark.parametrize(("happened", "dots"), [("2022-02-24", "sure"), ("2022-02-24?", "perhaps")])
def test_a_single_day_is_a_dot_beside_its_name(happened, dots):
    found = strand(happened)
    assert f'<circle class="{dots}"' in found.drawn(found.row, 12)
    assert not any(found.drawn(Place(month), 12) for month in range(SPAN.size))


def test_what_is_there_at_one_time_lies_side_by_side_and_what_is_not_does_not():
    found, lanes = strands(events("2022-02-01/2022-06-30", "2022-04-10", "2022-08-01/2022-09-30"), SPAN)
    assert [one.lane for one in found] == [0, 1, 0] and lanes == 2


def test_known_ends_have_strokes_and_open_ones_none():
    def strokes(happened: str) -> int:
        found = strand(happened)
        rows = [found.row, *map(Place, range(SPAN.size))]
        return sum(found.drawn(row, 12).count('class="end"') for row in rows)

    times = "2022-02-24/2022-04-15", "2022-04-05/2022-04-20", "2022-02-24/..", "../2022-04", "2021/2024"
    assert [strokes(each) for each in times] == [2, 2, 1, 1, 0]
