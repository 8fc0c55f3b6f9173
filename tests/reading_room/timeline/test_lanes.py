from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from archive.reading_room.timeline.lanes import Stretch, lanes

stretches = st.tuples(st.integers(0, 400), st.integers(0, 200)).map(lambda ends: Stretch(ends[0], sum(ends)))


@given(st.lists(stretches, max_size=12))
def test_no_two_in_one_lane_meet(laid):
    placed = [*zip(lanes(laid, gap=5), laid, strict=True)]
    for (lane, one), (other_lane, other) in combinations(placed, 2):
        assert lane != other_lane or one.end + 5 <= other.start or other.end + 5 <= one.start


@given(st.lists(stretches, max_size=12))
def test_no_lane_is_left_empty(laid):
    found = lanes(laid, gap=5)
    assert set(found) == set(range(max(found, default=-1) + 1))
