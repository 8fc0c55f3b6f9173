"""Sound keys: a name has one key in every script and transliteration."""

import pytest
from hypothesis import given

from archive.language.fold import fold
from archive.language.soundkey import key, polish_key
from tests.language.samples import words


@pytest.mark.parametrize(
    "spellings",
    [
        ["Щербак", "Shcherbak", "Szczerbak", "Scherbak"],
        ["Гончаренко", "Honcharenko", "Goncharenko", "Honczarenko"],
        ["Ізюм", "Изюм", "Izium", "Izyum", "Iзюм"],
        ["Приходько", "Prykhodko", "Prihodko"],
        ["Юхименко", "Yukhymenko", "Iukhymenko"],
        ["Куп’янськ", "Купянск", "Kupiansk", "Kupyansk", "Kupiańsk"],
        ["Тетяна", "Tetyana", "Tetiana"],
        ["Зеленський", "Зеленский", "Zelensky", "Zelenskyy", "Zelenskyi", "Zełenski"],
        ["Марія", "Мария", "Maria", "Mariia", "Mariya"],
        ["Савинці", "Savyntsi"],
    ],
)
def test_a_name_has_one_key_however_it_is_written(spellings):
    assert len({key(spelling) for spelling in spellings}) == 1


def test_polish_ch_is_the_ukrainian_kh():
    assert polish_key("Charków") == "harkov"
    assert key("Харьков") == "harkov"


def test_short_words_and_numbers_have_no_key():
    assert [key(word) for word in ("ми", "дім", "2022", "м14а")] == ["", "", "", ""]


@given(words)
def test_the_key_depends_on_the_folded_form_alone(word):
    assert key(word) == key(fold(word))
    assert key(word).isascii() and key(word) == key(word).lower()
