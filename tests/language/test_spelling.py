"""Words that the corpus does not have are corrected, and words being typed are completed, from the corpus alone."""

from array import array

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.language.keyboards import swapped
from archive.language.spelling import complete, corrected, suggestions
from archive.language.vocabulary import Vocabulary, counted, shown_words
from tests.language.samples import words

CORPUS = {
    "підвал": 40, "підвали": 9, "Ізюм": 60, "окупація": 50, "лікарня": 7, "лікарка": 30, "Куп'янськ": 20, "больница": 5,
    "żołnierz": 12, "obóz": 6, "Kharkiv": 15, "hospital": 8, "evacuation": 4, "вода": 70, "Honcharenko": 3,
}  # fmt: skip
VOCABULARY = Vocabulary(counted(CORPUS.items()))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("підвла", "підвал"),
        ("окупацыя", "окупація"),
        ("лікраня", "лікарня"),
        ("Купьянск", "Куп'янськ"),
        ("zolnerz", "żołnierz"),
        ("Karkiv", "Kharkiv"),
        ("hosptial", "hospital"),
        ("Гончаренко", "Honcharenko"),
        ("gsldfk", "підвал"),
        (",jkmybwf", "больница"),
        ("рщызшефд", "hospital"),
    ],
)
def test_a_word_the_corpus_lacks_is_corrected(typed, meant):
    assert corrected(typed, VOCABULARY)[0] == meant


@pytest.mark.parametrize("typed", ["підвал", "ПІДВАЛ", "купянськ", "в", "2022", "підв*", "щщщщщщщ", "", "-", '"'])
def test_what_is_known_or_like_nothing_is_left_alone(typed):
    assert corrected(typed, VOCABULARY) == []


def test_only_unknown_words_of_a_query_are_replaced():
    assert corrected('вода "лікраня" -підвал', VOCABULARY)[0] == 'вода "лікарня" -підвал'
    assert corrected("окупацыя hosptial", VOCABULARY) == ["окупація hospital"]


def test_the_more_frequent_of_two_is_likelier():
    assert [found.word for found in suggestions("лікарна", VOCABULARY)] == ["лікарня", "лікарка"]
    assert suggestions("лікар_а", VOCABULARY)


def test_completions_are_frequent_words_first_then_by_sound_and_keyboard():
    assert complete("під", VOCABULARY) == ["підвал", "підвали"]
    assert complete("gsld", VOCABULARY) == ["підвал", "підвали"]
    assert complete("хон", VOCABULARY) == ["Honcharenko"]
    assert complete("лік", VOCABULARY, most=1) == ["лікарка"]
    assert complete("", VOCABULARY) == complete("щщ", VOCABULARY) == []


def test_one_fold_is_shown_as_it_is_most_often_written():
    shown = Vocabulary(counted([("Ізюм", 5), ("ізюм", 9), ("ІЗЮМ", 1)]))
    assert (shown.displays, shown.counts, shown.keys) == (["ізюм"], array("Q", [15]), ["izum"])


def test_readers_are_offered_the_dictionary_form_too():
    assert list(shown_words("у під\u00adвалах", "uk")) == ["у", "підвалах", "підвал"]


def test_the_keyboards():
    assert "підвал" in swapped("gsldfk") and "gsldfk" in swapped("підвал")
    assert "объект" in swapped("j,]trn")


@given(st.one_of(words, st.text(max_size=30)))
@settings(deadline=None)
def test_whatever_is_typed_only_words_of_the_corpus_are_offered(typed):
    assert {found.word for found in suggestions(typed, VOCABULARY)} <= CORPUS.keys()
    assert set(complete(typed, VOCABULARY)) <= CORPUS.keys()
    corrected(typed, VOCABULARY)
