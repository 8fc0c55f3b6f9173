"""The words a query found are marked in the original text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from archive.language.expansion import expanded
from archive.language.highlight import Marker, marked
from archive.language.queries import Prefix, atoms, parse
from archive.language.streams import streams
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


@given(
    any_text, languages, st.sampled_from(["Ізюм", "підвал", '"у підвалі"', "під*", "go", "-дім дома", "Izium", "вода"])
)
@settings(deadline=None)
def test_whoever_knows_the_spellings_gets_the_same_marks(text, language, query):
    asked = list(atoms(parse(query).node))
    words, has = streams(text, language).words, entries(asked)
    spellings = {word.x for word in words if has & {word.l, word.m, word.k}}
    assert Marker(asked, spellings=spellings).spans(text, language) == Marker(asked).spans(text, language)


def test_words_that_nobody_may_mean_are_not_looked_up():
    assert Marker(atoms(parse("підвал").node), spellings=[]).spans("У підвалі підвал", "uk") == [(10, 16)]


def entries(asked):
    """The words that any atom looks for in a stream other than that of the words as written."""
    terms = [term for atom in asked for term in getattr(atom, "terms", (atom,)) if not isinstance(term, Prefix)]
    return {word for term in terms for word in (*term.lemmas, *term.keys, *term.sounds)}


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


def test_words_that_are_the_same_to_an_index_are_the_same_here():
    root = "пере" * 25
    text = f"Слово {root}ход і {root}".strip()
    for asked in (f"{root}хід", f'"слово {root}лаз"', f"{root}ла*"):
        unlike, alike = (Marker(atoms(parse(asked).node), longest=longest).spans(text, "uk") for longest in (None, 80))
        assert not unlike and alike
