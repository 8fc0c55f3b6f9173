import pytest

from archive.document.authority import AuthorityCard
from archive.document.document import PlaceReference
from archive.edition.alphabet import sort_key
from archive.edition.labels import Label, labels
from archive.edition.snapshot import current

from .factory import cards, document, publish_document

pytestmark = pytest.mark.django_db

IZIUM = cards(AuthorityCard(kind="place", slug="izium", name={"uk": "Ізюм", "en": "Izium"}, parent="oblast"))


def test_a_label_is_in_the_readers_language_or_says_which_it_is_in():
    shown = document(places=(PlaceReference(place="izium", relation="about"),))
    publish_document(shown, reference="AAA-AAA", authorities=IZIUM)
    english, polish = (labels(current().snapshot, reader) for reader in ("en", "pl"))
    assert english["place", "izium"] == Label("Izium", "en", "oblast", sort_key("Izium", "en"))
    assert polish["place", "izium"] == Label("Ізюм", "uk", "oblast", sort_key("Ізюм", "pl"))
    assert english["collection", "izium"][:3] == ("Izium", "uk", "")
    assert english["kind", "letter"][:3] == ("letter or document", "en", "")


def test_an_authority_that_nothing_refers_to_has_no_label():
    publish_document(document(), reference="AAA-AAA", authorities=IZIUM)
    assert ("place", "izium") not in labels(current().snapshot, "en")
