"""Lines of text in the site's type keep within their width, and lose nothing but what is cut."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.reading_room.sharing.type import Face, shortened

FACE = Face("source-serif-4", 54)
WORDS = st.lists(st.text("абвгїєжщ ąęł abcXYZ’–1", min_size=1, max_size=30), max_size=40).map(" ".join)


@given(WORDS, st.integers(1, 3))
@settings(deadline=None, max_examples=60)
def test_lines_fit_and_begin_the_text(text, most):
    found = shortened(FACE, text, 600, most)
    assert len(found) <= most and all(FACE.width(line) <= 600 for line in found)
    written = " ".join(text.split())
    assert written.startswith(" ".join(found).rstrip("…").strip())


def test_what_fits_is_not_cut():
    assert shortened(FACE, "Листи під клейонкою", 1056, 2) == ["Листи під клейонкою"]


@pytest.mark.parametrize("text", ["Ґанок", "Zażółć gęślą jaźń", "Stryj’s ₴ № 5"])
def test_every_letter_of_our_languages_has_its_type(text):
    assert all(FACE.width(letter) > 0 for letter in text)
