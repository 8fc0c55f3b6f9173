"""Tokenising and cleaning."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.language.letters import APOSTROPHES, INVISIBLE, LINE_HYPHENS, LOWER, MARKS, is_plain
from archive.language.tokens import clean, tokenise
from tests.language.samples import any_text, words

LETTER = f"(?:(?![{re.escape(APOSTROPHES)}])[^\\W_])"
SILENT = f"[{INVISIBLE}{MARKS}]"
LINE_END = f"[{re.escape(LINE_HYPHENS)}][ \\t]*\\r?\\n[ \\t]*(?=[{LOWER}])"
PLAINLY_SAID = re.compile(
    f"{LETTER}(?:{SILENT}*(?:[{re.escape(APOSTROPHES)}]|{LINE_END}){SILENT}*(?={LETTER})|{SILENT}|{LETTER})*"
)
"""What a word is, sign by sign."""


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


@given(any_text | st.text(alphabet="аїZé1߀'’ʹ-‑¬\u00ad\u0301\u200b \t\r\n_"))
def test_words_end_where_the_plain_rule_ends_them(text):
    assert [token[:2] for token in tokenise(text)] == [match.span() for match in PLAINLY_SAID.finditer(text)]
    assert tokenise(text).written == [token.text for token in tokenise(text)]


@given(words | st.text(alphabet="аіїёґйяАІЇЁҐЙЯ") | st.text(alphabet="azAZ"))
def test_a_plain_word_is_cleaned_like_any_other(word):
    if is_plain(word.lower()):
        assert clean(word) == clean(f"{word}\u200b")


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
