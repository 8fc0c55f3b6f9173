"""Parallel token streams."""

from hypothesis import given, settings

from archive.language.streams import FILLER, streams
from tests.language.samples import any_text, languages


@given(any_text, languages)
@settings(deadline=None)
def test_every_stream_has_one_word_at_every_position(text, language):
    made = streams(text, language)
    assert {len(column) for column in made} == {len(made.tokens)}
    for column in made[1:]:
        assert all(entry and entry.isalnum() for entry in column)
        assert " ".join(column).split() == list(column)


def test_the_streams_of_a_sentence():
    made = streams("Під окупа́цією сиділи в Ізюмі", "uk")
    assert [token.text for token in made.tokens] == ["Під", "окупа́цією", "сиділи", "в", "Ізюмі"]
    assert made.x == ("під", "окупацією", "сиділи", "в", "ізюмі")
    assert made.l == ("під", "окупація", "сидіти", "в", "ізюм")
    assert made.k == (FILLER, "okupaca1", "siditi1", FILLER, "izum1")
    assert made.e == (FILLER,) * 5


def test_the_second_lemma_keeps_towns_and_bridges_apart():
    made = streams("міст", "uk")
    assert {made.l[0], made.m[0]} == {"міст", "місто"}


def test_a_compound_is_found_joined_at_its_first_part():
    apart = streams("пожежно-рятувальна частина", "uk")
    joined = streams("пожежнорятувальна частина", "uk")
    assert len(apart.tokens) == 3
    assert apart.m[0] == joined.l[0]


def test_a_polish_key_meets_the_ukrainian_one():
    assert streams("Charczenko", "pl").k == streams("Харченко", "uk").k == ("harcenko",)
