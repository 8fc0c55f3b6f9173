from datetime import timedelta

import pytest
import time_machine

from archive.document.document import PlaceReference
from archive.edition.search.suggest import did_you_mean, suggest
from tests.edition.factory import FIRST_PUBLIC_AT, cards, document, place, publish_document, transcript

pytestmark = pytest.mark.django_db

UKRAINE = cards(place("izium", "Ізюм", variants={"en": ("Izium", "Izyum")}), place("izium-raion", "Ізюмський район"))


@pytest.fixture
def cellar():
    shown = document(
        title={"uk": "Підвал"},
        places=(PlaceReference(place="izium", relation="about"), PlaceReference(place="izium-raion", relation="about")),
        texts=(transcript("Під час окупації ми ховалися в підвалі", "Ізюмський вокзал"),),
    )
    return publish_document(shown, reference="AAA-AAA", authorities=UKRAINE)


def offered(q, language="uk"):
    return [suggestion.text for suggestion in suggest(q, language)]


@pytest.mark.parametrize("q", ["ізю", "Изю", "Izy", "izi", "sp."])
def test_a_place_is_offered_by_any_of_its_names_by_sound_and_on_the_wrong_keyboard(cellar, q):
    assert offered(q)[0] == "Ізюм"


def test_a_name_leads_to_its_authority_and_a_word_to_a_search(cellar):
    first, second, *words = suggest("ізюм", "uk")
    assert (first.kind, first.value, second.value) == ("place", "izium", "izium-raion")
    assert {word.kind for word in words} == {"word"}


def test_the_word_being_written_is_completed_and_the_rest_kept(cellar):
    assert "ховалися в підвал" in offered("ховалися в підв")


def test_dictionary_forms_are_offered_that_nobody_said(cellar):
    assert "окупація" in offered("окуп")


@pytest.mark.parametrize(
    ("q", "meant"), [("окупаця", "окупація"), ("gsldfk", "підвал"), ("підвол ховалися", "підвал ховалися")]
)
def test_a_mistyped_word_is_corrected(cellar, q, meant):
    assert meant in did_you_mean(q, "uk")


def test_what_stands_in_the_edition_is_not_corrected(cellar):
    assert did_you_mean("підвал", "uk") == []


@pytest.mark.parametrize("q", ["", " ", "  *", "-", '"', "\0", "а" * 500, "ǅ ﬀ"])
def test_nothing_that_is_typed_fails(cellar, q):
    assert isinstance(suggest(q, "uk"), list) and isinstance(did_you_mean(q, "uk"), list)


def test_what_is_withdrawn_is_offered_no_more(cellar):
    cellar.delete()
    assert (offered("ізю"), offered("підв"), did_you_mean("підвол", "uk")) == ([], [], [])


def test_while_something_waits_to_be_purged_nothing_is_offered(cellar):
    publish_document(
        document(title={"uk": "Хліб"}), reference="BBB-BBB", valid_until=FIRST_PUBLIC_AT + timedelta(days=1)
    )
    with time_machine.travel(FIRST_PUBLIC_AT + timedelta(hours=2), tick=False):
        assert offered("підв") and did_you_mean("хлиб", "uk")
    with time_machine.travel(FIRST_PUBLIC_AT + timedelta(days=2), tick=False):
        assert (offered("підв"), offered("хлі"), did_you_mean("хлиб", "uk")) == ([], [], [])
