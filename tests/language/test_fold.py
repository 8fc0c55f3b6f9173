"""Folding: what is one word for a reader is one form for the index."""

import pytest
from hypothesis import given

from archive.language.fold import fold
from tests.language.samples import words


@given(words)
def test_folding_twice_changes_nothing_more(word):
    assert fold(fold(word)) == fold(word)


@pytest.mark.parametrize(
    "spellings",
    [
        ["Ґалаґан", "Галаган", "ґалаґа́н"],
        ["п'ятеро", "п’ятеро", "пʼятеро", "П`ЯТЕРО", "пятеро"],
        ["самолёт", "самолет", "САМОЛЁТ", "самолет\u0301"],
        ["żołnierz", "zolnierz", "Żołnierz", "z\u0307ołnierz"],
        ["підвал", "під\u00adвал", "пiдвал", "підва\u0301л"],
        ["Łódź", "lodz"],
        ["09", "9", "009"],
        ["0", "00"],
    ],
)
def test_spellings_of_one_word_fold_to_one_form(spellings):
    assert len({fold(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("мир", "мір"), ("кит", "кіт"), ("мій", "мии"), ("сир", "сыр"), ("їх", "іх")]
)
def test_letters_that_tell_words_apart_stay_apart(one, other):
    assert fold(one) != fold(other)
