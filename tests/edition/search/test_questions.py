import pytest
from django.utils.translation import override
from pyroaring import BitMap

from archive.edition.search.questions import NO_WORDS, NOTICES, Question, is_findable
from archive.language import queries


def test_every_notice_of_the_language_room_has_its_sentence():
    codes = {value for name, value in vars(queries).items() if name.isupper() and isinstance(value, str)}
    assert codes | {NO_WORDS} == set(NOTICES)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("слово " * 100, "Only the beginning of what you wrote was looked for, because it is very long."),
        ("(підвал", "A bracket is missing, so the words were read as if it were there."),
        ("?!", "There is no word in what you wrote, so nothing was looked for."),
        ("-підвал", "To leave words out, write also a word to look for."),
    ],
)
def test_what_was_left_out_is_said(text, sentence):
    with override("en"):
        assert sentence in Question(text).sentences


def test_words_to_be_absent_are_looked_up_but_not_shown():
    question = Question("хліб -вода (міст OR -(сіль цукор))")
    assert [atom.text for atom in question.wanted] == ["хліб", "міст"]
    assert {atom.text for atom in question.atoms} == {"хліб", "міст", "вода"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a b", {2}),
        ("a OR b", {1, 2, 3}),
        ("a -b", {1}),
        ("a -(b c)", {1, 2}),
        ("(a OR c) -b", {1, 4}),
        ("a -(b -c)", {1}),
    ],
)
def test_interviews_answer_by_the_rules_of_logic(text, found):
    letters = {"a": BitMap([1, 2]), "b": BitMap([2, 3]), "c": BitMap([4])}
    question = Question(text.replace("a", "аґрус").replace("b", "береза").replace("c", "цегла"))
    names = {"аґрус": "a", "береза": "b", "цегла": "c"}
    assert question.answered_by({atom: letters[names[atom.text]] for atom in question.atoms}) == BitMap(found)


def test_a_word_no_index_can_hold_is_found_nowhere():
    question = Question("\U0001e900\U0001e901")
    assert question.node is None or not any(map(is_findable, question.atoms))
    assert question.answered_by({}) == BitMap()
