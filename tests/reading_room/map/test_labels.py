from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ImageFont

from archive.reading_room.map.labels import Mark, place, width
from archive.reading_room.map.obstacles import Box, Line, Lines

FRAME = Box(0, 0, 800, 760)
FONTS = Path(__file__).resolve().parents[3] / "static" / "fonts"
LETTERS = {
    "latin": "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ·.,'()-–’óÓ",
    "latin-ext": "ąćęłńśźżĄĆĘŁŃŚŹŻ",
    "cyrillic": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяыэёъАБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯЫЭЁЪ",
}

names = st.text("Ізюмш Waki·12", min_size=1, max_size=24)
marks = st.lists(
    st.builds(Mark, names, st.floats(0, 800), st.floats(0, 760), st.floats(2, 90), st.booleans()), max_size=60
)


lines = st.lists(st.builds(Line, st.lists(st.tuples(st.floats(0, 800), st.floats(0, 760)), max_size=6)), max_size=4)


@settings(max_examples=150, deadline=None)
@given(marks, st.sampled_from([6, 16, 40]), lines)
def test_no_label_covers_another_or_a_weightier_mark_or_leaves_the_frame(given_marks, size, ground):
    labels = place(given_marks, size=size, frame=FRAME, ground=Lines(ground))
    boxes = [(number, label.box) for number, label in enumerate(labels) if label]
    assert all(FRAME.holds(box) for _number, box in boxes)
    assert not any(one.meets(other) for (_, one), (_, other) in combinations(boxes, 2))
    spots = [(number, mark.box) for number, mark in enumerate(given_marks) if not mark.is_area]
    assert not any(box.meets(spot) for number, box in boxes for before, spot in spots if before <= number)


def test_equal_maps_are_labelled_alike():
    crowd = [Mark(f"Місто {n}", 40 * (n % 9) + 100, 30 * (n % 7) + 100, 9) for n in range(60)]
    assert place(crowd, size=16, frame=FRAME) == place(list(crowd), size=16, frame=FRAME)


def test_one_mark_alone_has_its_label_on_the_right():
    (label,) = place([Mark("Ізюм · 3", 400, 300, 10)], size=16, frame=FRAME)
    assert label.anchor == "start" and label.x == 414


def test_at_the_right_edge_a_label_stands_elsewhere():
    (label,) = place([Mark("Куп’янськ · 2", 790, 300, 8)], size=16, frame=FRAME)
    assert label.box.right <= 800


def test_the_weightier_of_two_in_one_place_keeps_its_label():
    twins = [Mark("A" * 40, 400, 300, 300), Mark("B" * 40, 400, 300, 300)]
    first, second = place(twins, size=16, frame=FRAME)
    assert first and second is None


def test_a_lesser_mark_is_covered_only_where_there_is_no_other_room():
    town, village = Mark("Town", 400, 300, 8), Mark("", 430, 300, 4)
    (label, none) = place([town, village], size=16, frame=FRAME)
    assert none is None and not label.box.meets(village.box)


BORDER = Line(((440, 0), (440, 760)))
"""It runs through what stands on the right of a town at 400, 300."""


def test_a_label_stands_where_no_line_runs_through_it():
    (label,) = place([Mark("Ізюм · 3", 400, 300, 10)], size=16, frame=FRAME, ground=Lines([BORDER]))
    assert label.box.right < 440


def test_a_line_takes_no_label_away():
    net = [Line(((0, down), (800, down))) for down in range(0, 760, 8)]
    (label,) = place([Mark("Ізюм · 3", 400, 300, 10)], size=16, frame=FRAME, ground=Lines(net))
    assert label


def test_where_all_places_are_crossed_the_label_takes_the_one_that_is_crossed_least():
    border, river = (Line(((across, 0), (across, 760)), weight) for across, weight in ((430, 3), (370, 1)))
    through = [Line(((0, down), (800, down)), 3) for down in (280, 320)]
    (label,) = place([Mark("Ізюм · 3", 400, 300, 10)], size=16, frame=FRAME, ground=Lines([border, river, *through]))
    assert label.anchor == "end"


def test_a_label_rather_crosses_a_line_than_covers_a_mark():
    village = Mark("", 376, 300, 4)
    around = [Mark("", 400 + x, 300 + y, 4) for x in (-30, 0, 30) for y in (-30, 30)]
    (label, *_none) = place([Mark("Town", 400, 300, 8), village, *around], size=16, frame=FRAME, ground=Lines([BORDER]))
    assert label.anchor == "start" and label.box.right > 440


def test_the_name_of_an_area_stands_inside_it():
    (label,) = place([Mark("somewhere here", 400, 300, 120, is_area=True)], size=16, frame=FRAME)
    assert Box(280, 180, 520, 420).holds(label.box)


@pytest.mark.parametrize("subset", LETTERS)
def test_no_letter_is_wider_than_it_is_taken_for(subset):
    font = ImageFont.truetype(FONTS / f"source-sans-3-{subset}-wght-normal.woff2", 1000)
    font.set_variation_by_axes([600])
    too_wide = {letter for letter in LETTERS[subset] if font.getlength(letter) > width(letter, 1000)}
    assert too_wide == set()
