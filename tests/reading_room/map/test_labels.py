from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ImageFont

from archive.reading_room.map.labels import Box, Mark, place, width

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


@settings(max_examples=150, deadline=None)
@given(marks, st.sampled_from([6, 16, 40]))
def test_no_label_covers_another_or_a_weightier_mark_or_leaves_the_frame(given_marks, size):
    labels = place(given_marks, size=size, frame=FRAME)
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


def test_the_name_of_an_area_stands_inside_it():
    (label,) = place([Mark("somewhere here", 400, 300, 120, is_area=True)], size=16, frame=FRAME)
    assert Box(280, 180, 520, 420).holds(label.box)


@pytest.mark.parametrize("subset", LETTERS)
def test_no_letter_is_wider_than_it_is_taken_for(subset):
    font = ImageFont.truetype(FONTS / f"source-sans-3-{subset}-wght-normal.woff2", 1000)
    font.set_variation_by_axes([600])
    too_wide = {letter for letter in LETTERS[subset] if font.getlength(letter) > width(letter, 1000)}
    assert too_wide == set()
