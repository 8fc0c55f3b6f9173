"""Of which time something tells reads as a sentence, whatever is known of the time."""

import pytest
from django.utils.translation import override

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
    ("edtf", "uk", "en", "pl"),
    [
        ("2022-03/2022-09", "про час: березень – вересень 2022", "tells of March – September 2022", "opisywany okres: marzec – wrzesień 2022"),
        ("2022-03/2022-03", "про час: березень 2022", "tells of March 2022", "opisywany okres: marzec 2022"),
        ("2022-03?", "про час: березень 2022 (?)", "tells of March 2022 (?)", "opisywany okres: marzec 2022 (?)"),
        ("2022-03~", "стосується часу близько березня 2022", "tells of the time around March 2022", "dotyczy czasu około marca 2022"),
        ("202X", "стосується 2020-х", "tells of the 2020s", "dotyczy lat 2020."),
        ("202X?", "можливо, стосується 2020-х", "perhaps tells of the 2020s", "być może dotyczy lat 2020."),
        ("20XX", "стосується XXI століття", "tells of the 21st century", "dotyczy XXI wieku"),
        ("199X/2022", "стосується часу від 1990-х до 2022 року", "tells of the time from the 1990s to 2022", "dotyczy czasu od lat 1990. do 2022 roku"),
        ("../2022-03-05", "стосується часу до 5 березня 2022", "tells of the time before 5 March 2022", "dotyczy czasu przed 5 marca 2022"),
    ],
)  # fmt: skip
def test_a_row_says_it_in_few_words_as_each_language_says_it(edtf, uk, en, pl):
    rows = []
    for language in ("uk", "en", "pl"):
        with override(language):
            rows.append(briefly(edtf, language))
    assert rows == [uk, en, pl]
