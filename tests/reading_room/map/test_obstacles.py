from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.reading_room.map.obstacles import Box, Boxes, Line, Lines

BOX = Box(100, 100, 200, 140)
numbers = st.integers(0, 300)
boxes = st.builds(lambda x, y, wide, high: Box(x, y, x + wide, y + high), numbers, numbers, numbers, numbers)


@pytest.mark.parametrize(
    ("points", "length"),
    [
        ([(0, 120), (300, 120)], 100),
        ([(150, 0), (150, 300)], 40),
        ([(110, 110), (113, 114)], 5),
        ([(150, 120), (500, 120)], 50),
        ([(0, 0), (90, 300)], 0),
        ([(0, 150), (300, 150)], 0),
        ([(120, 0), (120, 90)], 0),
        ([(150, 120), (150, 120)], 0),
        ([(0, 120), (150, 120), (150, 300)], 70),
    ],
)
def test_a_line_is_counted_as_far_as_it_runs_through(points, length):
    assert isclose(Lines([Line(points)], 64).crossing(BOX), length)


def test_a_heavier_line_disturbs_more():
    border, river = (Lines([Line([(0, 120), (300, 120)], weight)], 64) for weight in (3, 1))
    assert border.crossing(BOX) == 3 * river.crossing(BOX)


@given(st.lists(st.tuples(numbers, numbers), min_size=2, max_size=12), boxes)
def test_the_squares_of_the_grid_change_nothing(points, box):
    fine, coarse = (Lines([Line(points)], side).crossing(box) for side in (16, 4096))
    assert isclose(fine, coarse, abs_tol=1e-6)


@given(st.lists(boxes, max_size=12), boxes)
def test_a_box_is_met_as_if_there_were_no_grid(laid, box):
    grid = Boxes(32)
    for each in laid:
        grid.add(each)
    assert grid.meets(box) == any(map(box.meets, laid))
