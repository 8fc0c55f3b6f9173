import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from pyroaring import BitMap

from archive.finding import numbers
from archive.finding.nouns import BY_NUMBER, NOUNS, ROOT_OF_KIND
from archive.finding.numbers import LANGUAGES, Record

KEYS = st.integers(1, (1 << 23) - 1)
NOUN = st.sampled_from(NOUNS)
LANGUAGE = st.sampled_from(LANGUAGES)


@given(KEYS, NOUN, LANGUAGE)
def test_the_number_of_a_sheet_says_whose_it_is(pk, noun, language):
    sheet = numbers.sheet_of(pk, noun.number, language)
    assert sheet < 1 << 32
    assert (BY_NUMBER[numbers.noun_of(sheet)], numbers.language_of(sheet)) == (noun, language)
    assert list(numbers.records(BitMap([sheet]), ROOT_OF_KIND)) == [Record(noun.root, pk).number]


@given(KEYS, NOUN)
def test_the_number_of_a_record_says_which_it_is(pk, noun):
    assert Record.numbered(Record(noun.root, pk).number) == (noun.root, pk)


@given(st.sets(st.tuples(KEYS, NOUN, LANGUAGE), max_size=20))
def test_sheets_are_chosen_by_noun_and_language(drawn):
    sheets = BitMap(numbers.sheet_of(pk, noun.number, language) for pk, noun, language in drawn)
    kinds = np.zeros(numbers.KINDS, dtype=bool)
    kinds[numbers.kind_of(8, "uk")] = True
    wanted = {numbers.sheet_of(pk, 8, "uk") for pk, noun, language in drawn if (noun.number, language) == (8, "uk")}
    assert set(numbers.of_kinds(sheets, kinds)) == wanted


def test_no_number_of_a_noun_is_given_twice():
    assert len(BY_NUMBER) == len(NOUNS) and max(BY_NUMBER) < 1 << numbers.NOUN_BITS
