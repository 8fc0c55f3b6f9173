"""What a row of a list knows of an interview."""

from hypothesis import given
from hypothesis import strategies as st

from archive.document.outline import LONGEST, beginning, outline
from tests.edition.factory import document, transcript


def test_a_short_summary_stands_whole():
    assert beginning("Bread,\n  candles and a notebook.") == "Bread, candles and a notebook."


def test_a_long_one_ends_with_a_sentence():
    first = "Forty people lived in the cellar of the school, from the first of March until the road was open again. They shared the bread. "
    assert beginning(first + "And the water " * 40) == first.strip()


def test_an_abbreviation_or_a_number_is_no_end_of_a_sentence():
    assert beginning("У 2022 р. " + "слово " * 60).endswith("слово …")
    assert beginning("x" * 300) == "x" * LONGEST + " …"


def test_a_sentence_without_an_end_is_cut_between_words():
    cut = beginning("слово, " * 60)
    assert cut.endswith("слово …") and len(cut) <= LONGEST + 2


@given(st.text(max_size=600))
def test_what_stands_is_the_beginning_of_what_was_written(text):
    found = beginning(text)
    assert len(found) <= LONGEST + 2
    assert " ".join(text.split()).startswith(found.removesuffix(" …"))


def test_the_outline_tells_which_summary_a_machine_made():
    made = outline(document(abstract={"uk": "Хліб.", "en": "Bread."}, makers={"en": "machine"}))
    assert (made.summary, made.makers) == ({"uk": "Хліб.", "en": "Bread."}, {"en": "machine"})
    assert outline(document()).makers == {}


def test_the_outline_says_whether_there_is_only_a_description():
    assert outline(document()).is_closed is True
    assert outline(document(texts=(transcript(),))).is_closed is False
    assert outline(document(kind="news-report")).is_closed is False
