from archive.document.document import Claim, IndexPoint, Paper, PlaceReference, Speaker
from archive.edition import indexing
from archive.edition.models import SearchEntry

from .factory import cards, document, person, place, sitting, topic, transcript

UKRAINE = cards(
    place("kharkiv-oblast", "Харківська область"),
    place("izium-raion", "Ізюмський район", "kharkiv-oblast"),
    place("izium", "Ізюм", "izium-raion", variants={"ru": ("Изюм",), "en": ("Izyum",)}),
    topic("daily-life", "Побут"),
    topic("shelter", "Укриття", "daily-life"),
    person("mayor", "Міський голова"),
)


def texts(shown, kind=None, authorities=None):
    rows = indexing.entries(shown, authorities or {}, reference="7K2-QX9")
    return [row.text for row in rows if kind in (None, row.kind)]


def values(shown, authorities=UKRAINE):
    return {(row.facet, row.value, row.is_inherited) for row in indexing.facet_values(shown, authorities)}


def test_every_shown_text_is_searchable_and_notices_are_not():
    shown = document(
        title={"uk": "Назва", "en": "Title"},
        abstract={"uk": "Опис"},
        notice={"uk": "Застереження"},
        warnings=("killing",),
        speakers=(Speaker(key="s1", role="narrator", rendition="full", name={"uk": "Олена"}),),
        sittings=(
            sitting(
                transcript("Перше"),
                transcript("First", language="en"),
                index=(IndexPoint(key="i1", at_ms=500, title={"uk": "Розділ"}, synopsis={"uk": "Зміст"}),),
            ),
        ),
        texts=(transcript("Письмове"),),
        papers=(
            Paper(
                key="l1",
                kind="letter",
                title={"uk": "Лист"},
                description={"uk": "Аркуш"},
                transcription={"uk": "Мамо"},
                custody={"uk": "Схованка"},
            ),
        ),
        claims=(
            Claim(
                key="c1",
                question={"uk": "Скільки?"},
                statement={"uk": "Сім"},
                attribution={"uk": "Газета"},
                confidence="low",
            ),
        ),
    )
    assert texts(shown) == [
        "Title", "Назва", "7K2-QX9", "Опис", "Олена", "Розділ", "Зміст", "Перше", "First", "Письмове",
        "Лист", "Аркуш", "Мамо", "Скільки?", "Сім", "Газета",
    ]  # fmt: skip


def test_an_entry_says_where_its_text_stands():
    rows = indexing.entries(
        document(sittings=(sitting(transcript("Перше", "Друге"), key="r1"),)), {}, reference="7K2-QX9"
    )
    passage = next(row for row in rows if row.text == "Друге")
    assert (passage.kind, passage.part, passage.anchor, passage.start_ms, passage.language) == (
        "passage",
        "r1",
        "p1",
        1000,
        "uk",
    )
    assert [row.number for row in rows] == list(range(len(rows)))


def test_something_withheld_parts_a_passage_into_two_entries():
    shown = document(texts=(transcript(("Ми сиділи ", None, " у підвалі"), (None,)),))
    assert texts(shown, SearchEntry.Kind.PASSAGE) == ["Ми сиділи", "у підвалі"]


def test_the_streams_of_an_entry_have_one_token_a_position():
    rows = indexing.entries(document(texts=(transcript("Ми жили в Ізюмі, п'ять років."),)), {}, reference="7K2-QX9")
    passage = rows[-1]
    assert passage.x.split(" ") == ["ми", "жили", "в", "ізюмі", "пять", "років"]
    assert len(passage.l.split(" ")) == 6
    assert passage.l.split(" ")[3] == "ізюм"


def test_long_texts_are_cut_at_the_end_of_a_sentence_and_lose_nothing():
    sentence = "Слово " * 99 + "кінець. "
    pieces = texts(document(abstract={"uk": sentence * 7}), SearchEntry.Kind.ABSTRACT)
    assert [len(piece.split()) for piece in pieces] == [200, 200, 200, 100]
    assert " ".join(pieces) == (sentence * 7).strip()


def test_a_text_without_a_sentence_end_is_cut_all_the_same():
    pieces = texts(document(abstract={"uk": "слово " * 1000}), SearchEntry.Kind.ABSTRACT)
    assert [len(piece.split()) for piece in pieces] == [250, 250, 250, 250]


def test_the_names_of_what_a_document_refers_to_are_searchable_in_every_spelling():
    shown = document(places=(PlaceReference(place="izium", relation="about"),))
    assert texts(shown, "name", UKRAINE) == ["7K2-QX9", "Izyum", "Изюм", "Ізюм"]


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
