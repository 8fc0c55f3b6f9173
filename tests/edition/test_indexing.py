from archive.document.document import IndexPoint, PlaceReference, Speaker
from archive.edition import indexing

from .factory import cards, document, person, place, sitting, topic

UKRAINE = cards(
    place("kharkiv-oblast", "Харківська область"),
    place("izium-raion", "Ізюмський район", "kharkiv-oblast"),
    place("izium", "Ізюм", "izium-raion", variants={"ru": ("Изюм",), "en": ("Izyum",)}),
    topic("daily-life", "Побут"),
    topic("shelter", "Укриття", "daily-life"),
    person("mayor", "Міський голова"),
)


def values(shown, authorities=UKRAINE):
    return {(row.facet, row.value, row.is_inherited) for row in indexing.facet_values(shown, authorities)}


def test_places_and_topics_stand_with_what_they_are_part_of():
    shown = document(places=(PlaceReference(place="izium", relation="about"),), topics=("shelter",))
    assert values(shown) == {
        ("place", "izium", False),
        ("place", "izium-raion", True),
        ("place", "kharkiv-oblast", True),
        ("topic", "shelter", False),
        ("topic", "daily-life", True),
        ("language", "uk", False),
    }


def test_what_is_stated_itself_is_not_inherited():
    references = tuple(PlaceReference(place=slug, relation="about") for slug in ("izium", "izium-raion"))
    assert ("place", "izium-raion", False) in values(document(places=references))


def test_topics_of_the_contents_and_identities_of_speakers_count():
    point = IndexPoint(key="i1", at_ms=0, title={"uk": "Розділ"}, topics=("shelter",))
    speaker = Speaker(key="s1", role="narrator", rendition="full", identity="mayor")
    found = values(document(sittings=(sitting(index=(point,)),), speakers=(speaker,)))
    assert {("topic", "shelter", False), ("person", "mayor", False), ("format", "sound", False)} <= found


def test_mixed_speech_is_found_under_both_of_its_languages():
    found = values(document(languages=("uk-ru",)))
    assert found == {("language", "uk-ru", False), ("language", "uk", True), ("language", "ru", True)}


def test_an_authority_without_a_card_gives_no_value():
    assert values(document(topics=("shelter",), people=("mayor",)), {}) == {("language", "uk", False)}


def test_a_circle_of_parents_ends():
    circle = cards(place("a", "А", "b"), place("b", "Б", "a"))
    shown = document(places=(PlaceReference(place="a", relation="about"),))
    assert values(shown, circle) == {("place", "a", False), ("place", "b", True), ("language", "uk", False)}
