"""The words a query found are marked in the original text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from archive.language.expansion import expanded
from archive.language.highlight import Marker, marked
from archive.language.queries import atoms, parse
from tests.language.authorities.people_and_places import GAZETTEER
from tests.language.samples import any_text, languages


def found(query, text, language="uk"):
    spans = Marker(atoms(parse(query).node)).spans(text, language)
    return [piece for piece, is_marked in marked(text, spans) if is_marked]


def test_other_forms_of_the_word_are_marked_as_they_were_written():
    assert found("підвал", "У під\u00adвалі та в підва\u0301лах, підводи") == ["під\u00adвалі", "підва\u0301лах"]


def test_another_script_is_marked_by_sound():
    assert found("Izium", "Жили в Ізюмі, потом в Изюме") == ["Ізюмі", "Изюме"]


def test_a_phrase_is_marked_whole_and_only_whole():
    text = "фільтраційних таборах, у таборах, фільтраційний табір"
    assert found('"фільтраційний табір"', text) == ["фільтраційних таборах", "фільтраційний табір"]


def test_a_prefix_marks_every_word_that_begins_so():
    assert found("окупац*", "окупація, окупаційний, куп") == ["окупація", "окупаційний"]


def test_what_is_excluded_is_not_marked():
    assert found("обстріл -підвал", "обстріл підвалу") == ["обстріл"]


def test_overlapping_spans_are_marked_once():
    assert marked("abcdef", [(2, 4), (0, 3)]) == [("abcd", True), ("ef", False)]
    assert marked("abc", []) == [("abc", False)]


@given(any_text, languages, st.text(max_size=30))
@settings(deadline=None)
def test_the_pieces_are_the_text(text, language, query):
    asked = atoms(expanded(parse(f"{query} Ізюм"), GAZETTEER).literal)
    pieces = marked(text, Marker(asked, GAZETTEER).spans(text, language))
    assert "".join(piece for piece, _ in pieces) == text
    assert all(piece for piece, _ in pieces)
