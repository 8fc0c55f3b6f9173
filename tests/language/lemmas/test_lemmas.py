"""Dictionary forms in four languages."""

import pytest

from archive.language import lemmas as dictionary
from archive.language.lemmas import available, common, headwords, known, language_of, lemmas, missing


def test_all_four_dictionaries_are_installed_here():
    assert available() == {"uk": True, "en": True, "pl": True, "ru": True}


@pytest.mark.parametrize(
    ("words", "language", "lemma"),
    [
        ("окупація окупації окупацію окупацією", "uk", "окупація"),
        ("підвал підвалу підвалі підвали підвалами", "uk", "підвал"),
        ("мороз морозом", "uk", "мороз"),
        ("пытки пытках пыток", "ru", "пытка"),
        ("стали", "ru", "стать"),
        ("żołnierze żołnierzy żołnierzom", "pl", "żołnierz"),
        ("siedzieliśmy siedziała", "pl", "siedzieć"),
        ("była", "pl", "być"),
        ("połączenie", "pl", "połączenie"),
        ("graves grave", "en", "grave"),
        ("tortured torturing", "en", "torture"),
        ("left", "en", "leave"),
        ("goes going went gone", "en", "go"),
        ("drank drunk drinking", "en", "drink"),
        ("shoots shot shooting", "en", "shoot"),
        ("wife wives", "en", "wife"),
        ("thief thieves", "en", "thief"),
        ("shelf shelves", "en", "shelf"),
        ("Russian Russians", "en", "russian"),
        ("Pole Poles", "en", "pole"),
        ("Chechen Chechens", "en", "chechen"),
        ("evening evenings", "en", "evening"),
        ("батько батьки батьками", "uk", "батько"),
    ],
)
def test_the_best_lemma_comes_first(words, language, lemma):
    assert {lemmas(word, language)[0] for word in words.split()} == {lemma}


def test_a_word_of_two_lemmas_has_both():
    assert set(lemmas("міст", "uk")) == {"міст", "місто"}


@pytest.mark.parametrize(
    ("word", "language", "found"),
    [
        ("батьків", "uk", "батько"),
        ("leaves", "en", "leave"),
        ("kidnapping", "en", "kidnap"),
        ("people", "en", "person"),
    ],
)
def test_the_second_lemma_of_a_word(word, language, found):
    assert lemmas(word, language)[1] == found


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("uk", "учитель вчитель учителі вчителями"),
        ("uk", "убити вбили"),
        ("uk", "уночі вночі"),
        ("uk", "іти йшли ідуть"),
        ("uk", "увімкнути ввімкнули"),
        ("uk", "імовірно ймовірно"),
        ("uk", "страшний страшніший найстрашніша"),
        ("en", "organise organizing organised"),
        ("en", "neighbour neighbors"),
        ("en", "theatre theaters"),
        ("en", "grey gray"),
        ("en", "jewellery jewelry"),
        ("en", "mobilisation mobilization"),
    ],
)
def test_what_is_spelt_in_two_ways_has_one_headword(language, words):
    assert len({headwords(word, language)[0] for word in words.split()}) == 1


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("uk", "вправа", "управа"),
        ("uk", "враження", "ураження"),
        ("uk", "вода", "уода"),
        ("ru", "внук", "унук"),
        ("en", "four", "for"),
        ("en", "promise", "promize"),
    ],
)
def test_words_that_differ_keep_their_headwords(language, one, other):
    assert headwords(one, language)[0] == one != headwords(other, language)[0]


@pytest.mark.parametrize("word", ["Володимир", "вулиця", "йому", "війна", "кращий"])
def test_a_word_that_has_no_other_spelling_is_its_own(word):
    assert headwords(word, "uk") == lemmas(word, "uk")


def test_forms_of_an_unknown_polish_name_share_a_stem():
    assert lemmas("Tetianę", "pl") == lemmas("Tetiany", "pl") == lemmas("Tetiana", "pl")


def test_a_language_without_its_dictionary_answers_with_the_folded_word(monkeypatch):
    monkeypatch.setattr(dictionary.pl, "available", lambda: False)
    lemmas.cache_clear()
    known.cache_clear()
    try:
        assert lemmas("Żołnierzom", "pl") == ("zolnierzom",)
        assert not known("żołnierz", "pl")
        assert available()["pl"] is False
        assert missing() == ["pl"]
    finally:
        lemmas.cache_clear()
        known.cache_clear()


@pytest.mark.parametrize(
    ("word", "segment", "language"),
    [
        ("їхали", "ru", "uk"),
        ("Куп'янськ", "ru", "uk"),
        ("мы", "uk", "ru"),
        ("підвал", "ru", "uk"),
        ("обстрел", "uk", "ru"),
        ("соседка", "uk", "ru"),
        ("вода", "uk", "uk"),
        ("вода", "ru", "ru"),
        ("вода", "en", "uk"),
        ("żołnierz", "en", "pl"),
        ("basement", "pl", "en"),
        ("piwnica", "en", "pl"),
        ("hospital", "uk", "en"),
    ],
)
def test_each_word_has_its_own_language(word, segment, language):
    assert language_of(word, segment) == language


@pytest.mark.parametrize(
    ("word", "language", "is_common"),
    [
        ("изюм", "ru", True),
        ("Харьков", "ru", False),
        ("лиман", "uk", True),
        ("Харків", "uk", False),
        ("Тетяна", "uk", False),
        ("ізюмлянка", "uk", False),
        ("most", "pl", True),
        ("Moroz", "pl", False),
        ("basement", "en", True),
        ("Oskil", "en", False),
    ],
)
def test_names_are_no_common_words(word, language, is_common):
    assert common(word, language) is is_common
