from datetime import timedelta

import pytest
import time_machine

from archive.document.document import PlaceReference
from archive.edition.models import PublishedInterview
from archive.edition.search import lexicon
from archive.edition.search.remembered import Remembered
from archive.edition.search.suggest import did_you_mean, suggest
from tests.edition.factory import FIRST_PUBLIC_AT, cards, document, place, publish_document, transcript, withdraw

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


class TestWhatCameAndWent:
    """What this process has in memory may be older than the edition; no answer tells what stood there before."""

    @pytest.fixture
    def remembering(self, cellar, monkeypatch):
        """A process that still remembers a word which only a withdrawn interview held."""
        gone = publish_document(document(texts=(transcript("Підволення"),)), reference="BBB-BBB")
        kept = lexicon.vocabulary()
        monkeypatch.setattr(lexicon, "vocabulary", lambda: kept)
        withdraw(gone)
        assert kept.place("підволення") is not None

    def test_a_word_that_is_gone_is_corrected_like_any_unknown_one(self, remembering):
        assert did_you_mean("підволення", "uk") == did_you_mean("підваления", "uk")
        publish_document(document(texts=(transcript("Підволенням"),)), reference="CCC-CCC")
        assert did_you_mean("підволення ховалися", "uk") == []

    def test_it_is_not_offered(self, remembering):
        assert "підволення" not in offered("підво")
        assert any(words.startswith("підвал") for words in offered("підв"))

    def test_a_name_that_came_between_two_readings_and_went_is_forgotten(self, cellar, monkeypatch):
        remembered = Remembered("card", "".join)
        remembered.now()
        name_place("balakliia", "Балаклія", "CCC-CCC")
        read = remembered._rows

        def meanwhile(column):
            rows = list(read(column))
            if column != "card":
                name_place("dnipro", "Дніпро", "DDD-DDD")
            return rows

        monkeypatch.setattr(remembered, "_rows", meanwhile)
        assert "Дніпро" in remembered.now()
        monkeypatch.setattr(remembered, "_rows", read)
        withdraw(PublishedInterview.objects.get(reference="DDD-DDD"))
        assert "Балаклія" in remembered.now() and "Дніпро" not in remembered.now()


def name_place(slug, name, reference):
    shown = document(places=(PlaceReference(place=slug, relation="about"),))
    publish_document(shown, reference=reference, authorities=cards(place(slug, name)))
