"""Of which time something tells reads as a sentence, whatever is known of the time."""

import pytest

from archive.reading_room.telling import SENTENCES, briefly, telling


@pytest.mark.parametrize(
    ("edtf", "sentence"),
    [
        ("2022-03-05", "tells of 5 March 2022"),
        ("2022-03-XX", "tells of March 2022 (day unknown)"),
        ("2022-03?", "perhaps tells of March 2022"),
        ("2022-03~", "tells of the time around March 2022"),
        ("2022-22%", "perhaps tells of the time around summer 2022"),
        ("2022-03-05/..", "tells of the time after 5 March 2022"),
        ("../2022-03-05?", "tells of the time before 5 March 2022 (perhaps)"),
        ("2022-03/2022-09", "tells of the time from March to September 2022"),
        ("2022-03/2022-03", "tells of March 2022"),
        ("2021?/2022-09-10~", "tells of the time from 2021 (perhaps) to 10 September 2022 (approximately)"),
    ],
)
def test_every_kind_of_date_has_a_sentence(edtf, sentence):
    assert telling(edtf, "en") == sentence


def test_no_sentence_says_the_same_as_another():
    assert len({*map(str, SENTENCES.values())}) == len(SENTENCES)


@pytest.mark.parametrize(
    ("edtf", "row"),
    [
        ("2022-03/2022-09", "tells of March – September 2022"),
        ("2022-03?", "tells of March 2022 (?)"),
        ("../2022-03-05", "tells of the time before 5 March 2022"),
    ],
)
def test_a_row_says_it_in_few_words(edtf, row):
    assert briefly(edtf, "en") == row
