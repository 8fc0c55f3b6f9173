"""Tokenising and cleaning."""

import pytest
from hypothesis import given

from archive.language.tokens import clean, tokenise
from tests.language.samples import any_text, words


def spelt(text):
    return [clean(token.text) for token in tokenise(text)]


@given(any_text)
def test_a_token_is_the_original_text_at_its_place(text):
    tokens = tokenise(text)
    assert [text[token.start : token.end] for token in tokens] == [token.text for token in tokens]
    assert all(left.end <= right.start for left, right in zip(tokens, tokens[1:], strict=False))


@given(any_text)
def test_every_letter_and_digit_is_in_a_token(text):
    inside = {place for token in tokenise(text) for place in range(token.start, token.end)}
    modifiers = set("ʼʹʻʽˈ՚")
    assert [c for place, c in enumerate(text) if c.isalnum() and c not in modifiers and place not in inside] == []


@given(words)
def test_cleaning_twice_changes_nothing_more(word):
    assert clean(clean(word)) == clean(word)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Під окупа́цією", ["під", "окупацією"]),
        ("під\u00adвалу Куп\u200bянську", ["підвалу", "купянську"]),
        ("Куп’янськ Купʼянськ Куп`янськ", ["куп'янськ"] * 3),
        ("Список за-\nгиблих, лі-\r\n  карні", ["список", "загиблих", "лікарні"]),
        ("рядок-\nВеликої", ["рядок", "великої"]),
        ("пожежно-рятувальна", ["пожежно", "рятувальна"]),
        ("окупацiя oкупaцiя", ["окупація", "окупація"]),
        ("окупáція", ["окупація"]),
        ("mother's O’Brien", ["mother", "o'brien"]),
        ("'слово' «слово»", ["слово", "слово"]),
        ("й ї ё и\u0306 і\u0308 е\u0308", ["й", "ї", "ё", "й", "ї", "ё"]),
        ("24.02.2022 snake_case", ["24", "02", "2022", "snake", "case"]),
        ("", []),
    ],
)
def test_words_are_found_and_cleaned(text, expected):
    assert spelt(text) == expected
