from math import cos, radians

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.reading_room.map.basemap import basemap
from archive.reading_room.map.projection import MARGIN, WIDTH, Projection

CORNERS = ((35.0, 48.5), (38.0, 50.5))
HERE = Projection.around(CORNERS)


def test_the_frame_holds_all_points_and_a_margin_around_them():
    assert HERE.point((35.0, 50.5)) == (MARGIN, MARGIN)
    assert HERE.point((38.0, 48.5)) == pytest.approx((WIDTH - MARGIN, HERE.height - MARGIN), abs=1)


def test_north_is_up_and_east_is_right():
    x, y = HERE.point((36.5, 49.5))
    assert HERE.point((36.6, 49.5))[0] > x and HERE.point((36.5, 49.6))[1] < y


def test_a_kilometre_is_as_long_across_as_up_on_the_middle_parallel():
    degree = 10 / (111.2 * cos(radians(49.5)))
    across = HERE.point((36.5 + degree, 49.5))[0] - HERE.point((36.5, 49.5))[0]
    assert across == pytest.approx(HERE.length(10), abs=0.2)


def test_what_lies_beyond_the_frame_is_not_held():
    assert not HERE.holds(HERE.point((24.0, 49.8)))
    assert HERE.holds(HERE.point((37.3, 49.2)))


@given(st.tuples(st.floats(35, 38), st.floats(48.5, 50.5)))
def test_every_point_of_the_ground_lies_in_the_frame(at):
    assert HERE.holds(HERE.point(at))


def test_the_ground_is_the_oblast_with_its_rivers_and_towns_inside():
    ground = basemap()
    assert list(ground.outlines) == ["UA63000000000041885"]
    assert all(ring[0] == ring[-1] for ring in ground.outlines.values())
    assert ground.rivers
    frame = Projection.around(point for ring in ground.outlines.values() for point in ring)
    assert all(frame.holds(frame.point(town.at)) and {"uk", "en", "pl"} <= town.name.keys() for town in ground.towns)
