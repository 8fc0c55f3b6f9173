"""How an event is drawn says how well its time is known."""

import re

import pytest

from archive.document.authority import AuthorityCard
from archive.edition.span import Span
from archive.reading_room.timeline.event_drawing import LANE, drawn
from archive.reading_room.timeline.events import DatedEvent
from archive.reading_room.timeline.scale import Scale

SCALE = Scale(Span.over(2022 * 12, 2022 * 12 + 11), 60)


def event(happened: str, name: str = "Bridge") -> DatedEvent:
    return DatedEvent.of(AuthorityCard(kind="event", slug="bridge", name={"en": name}, happened=happened), 1)


def kinds(happened: str) -> list[str]:
    """The kinds of lines of an event, in the order in which they are drawn."""
    found = drawn([event(happened)], SCALE, "en", below=100)
    return re.findall(r'class="(rule doubt|rule|sure|perhaps|doubt|open|end)"', found.rules + found.events)


@pytest.mark.parametrize(
    ("happened", "expected"),
    [
        ("2022-02-24", ["rule", "sure"]),
        ("2022-02-24?", ["rule doubt", "perhaps"]),
        ("2022-02-24/2022-09-10", ["sure", "end", "end"]),
        ("2022-02/2022-09", ["doubt", "sure", "doubt", "end", "end"]),
        ("2022-09", ["doubt", "end", "end"]),
        ("2021?/2022-09", ["doubt", "end"]),
        ("2022-02-24/..", ["sure", "open", "end"]),
        ("../2022-09~", ["open", "end"]),
    ],
)
def test_what_is_sure_is_solid_and_what_is_not_is_not(happened, expected):
    assert kinds(happened) == expected


def test_a_day_stands_where_it_falls_in_its_month():
    rules = drawn([event("2022-02-15")], SCALE, "en", below=100).rules
    assert f'd="M{60 + 60 * 14 / 28:.1f} 12V{LANE + 100}"' in rules


def test_names_that_would_meet_stand_in_lanes_of_their_own():
    events = [event("2022-02-24", "The beginning of something long"), event("2022-03-01"), event("2022-11-01")]
    assert drawn(events, SCALE, "en", below=0).height == 2 * LANE


def test_a_name_at_the_edge_is_turned_inwards():
    assert 'text-anchor="end"' in drawn([event("2022-12-20", "A long name of an event")], SCALE, "en", below=0).events
