from hypothesis import given
from hypothesis import strategies as st
from pyroaring import BitMap

from archive.edition.side_by_side import Standing, broader, side_by_side

PARENTS = {"oblast": "", "raion": "oblast", "town": "raion", "village": "raion", "other": "", "abroad": "other"}


def told(interviews: list[set[str]]) -> dict[str, BitMap]:
    """By place the numbers of the interviews, which name the closest places."""
    found = {}
    for number, places in enumerate(interviews):
        for place in {above for one in places for above in (one, *broader(one, PARENTS))}:
            found.setdefault(place, BitMap()).add(number)
    return found


def test_an_interview_speaks_for_the_closest_place_alone():
    found = side_by_side(told([{"town"}, {"town"}, {"village"}]), PARENTS, most=8)
    assert found == ([Standing("town", 0), Standing("village", 0)], 0)


def test_a_district_stands_for_those_who_tell_of_no_place_in_it_with_its_parts_below():
    found = side_by_side(told([{"town"}, {"raion"}, {"abroad"}]), PARENTS, most=8)
    assert found.places == [Standing("raion", 0), Standing("town", 1), Standing("abroad", 0)]


def test_what_has_no_room_is_counted():
    assert side_by_side(told([{"town"}, {"town"}, {"village"}, {"abroad"}]), PARENTS, most=1) == (
        [Standing("town", 0)],
        2,
    )


@given(st.lists(st.sets(st.sampled_from(sorted(PARENTS)), min_size=1), max_size=8), st.integers(1, 6))
def test_places_that_all_have_room_leave_no_interview_out(interviews, most):
    by_place = told(interviews)
    places, left_out = side_by_side(by_place, PARENTS, most=most)
    shown = [place for place, _depth in places]
    assert len(shown) == len(set(shown)) <= most
    if not left_out:
        assert BitMap.union(BitMap(), *(by_place[place] for place in shown)) == BitMap(range(len(interviews)))


def test_a_circle_of_parents_is_walked_once():
    parents = {"here": "there", "there": "here"}
    assert [*broader("here", parents)] == ["there"]
    assert side_by_side({"here": BitMap([1]), "there": BitMap([1])}, parents, most=2).places == []
