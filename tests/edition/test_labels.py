import pytest

from archive.document.authority import AuthorityCard
from archive.document.document import PlaceReference
from archive.edition.labels import Label, labels

from .factory import cards, document, publish_document

pytestmark = pytest.mark.django_db

IZIUM = cards(AuthorityCard(kind="place", slug="izium", name={"uk": "Ізюм", "en": "Izium"}, parent="oblast"))


def test_a_label_is_in_the_readers_language_or_says_which_it_is_in():
    shown = document(places=(PlaceReference(place="izium", relation="about"),))
    publish_document(shown, reference="AAA-AAA", authorities=IZIUM)
    asked = {"place": {"izium"}, "collection": {"izium"}, "kind": {"letter"}}
    english, polish = labels(asked, "en"), labels(asked, "pl")
    assert english["place", "izium"] == Label("Izium", "en", "oblast")
    assert polish["place", "izium"] == Label("Ізюм", "uk", "oblast")
    assert english["collection", "izium"] == Label("Izium", "uk")
    assert english["kind", "letter"] == Label("letter or document", "en")


def test_an_authority_that_nothing_in_force_refers_to_has_no_label():
    publish_document(document(), reference="AAA-AAA", authorities=IZIUM)
    assert labels({"place": {"izium"}}, "en") == {}
