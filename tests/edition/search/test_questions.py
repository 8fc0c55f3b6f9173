import pytest
from django.utils.translation import override
from pyroaring import BitMap

from archive.edition.search.questions import NO_WORDS, NOTICES, Question
from archive.language import queries
from archive.language.authorities import Gazetteer


def question_of(text: str) -> Question:
    """As it is asked of an edition without names and words."""
    return Question(text, Gazetteer(), lambda folds: {})


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
        assert sentence in question_of(text).sentences


def test_words_to_be_absent_are_looked_up_but_not_shown():
    question = question_of("хліб -вода (міст OR -(сіль цукор))")
    assert [atom.text for atom in question.tiers[0].wanted] == ["хліб", "міст"]
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
    question = question_of(text.replace("a", "аґрус").replace("b", "береза").replace("c", "цегла"))
    names = {"аґрус": "a", "береза": "b", "цегла": "c"}
    (tier,) = question.tiers
    assert tier.answered_by({atom: letters[names[atom.text]] for atom in question.atoms}) == BitMap(found)


def test_a_word_no_index_can_hold_is_not_looked_up():
    question = question_of("\U0001e900\U0001e901")
    assert question.atoms == []
    assert [tier.answered_by({}) for tier in question.tiers] in ([], [BitMap()])
