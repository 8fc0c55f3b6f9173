from hypothesis import given
from hypothesis import strategies as st

from archive.reading_room.timeline.lettering import lines, room


@given(st.text(alphabet="аШіw –B", max_size=80), st.integers(1, 3))
def test_lines_fit_and_are_no_more_than_there_is_room_for(text, most):
    found = lines(text, 15, 120, most)
    assert 1 <= len(found) <= most
    assert all(room(line, 15) <= 120 for line in found)


def test_what_fits_is_whole_and_what_does_not_says_so():
    assert lines("Зелений Гай", 15, 300, 1) == ["Зелений Гай"]
    assert lines("Beginning of the full-scale invasion", 15, 140, 2) == ["Beginning of the", "full-scale invasion"]
    (cut,) = lines("Beginning of the full-scale invasion", 15, 140, 1)
    assert cut.endswith("…")


def test_wide_letters_need_more_room_than_narrow_ones():
    assert room("ili", 15) < room("нон", 15) < room("Щшю", 15)
