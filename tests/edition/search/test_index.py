import zlib

import msgspec
import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.document import names
from archive.document.document import Claim, IndexPoint, Page, PageText, Paper, PlaceReference, Region, Speaker
from archive.edition.models import IndexedInterview, PublishedInterview, SearchEntry, VocabularyWord
from archive.edition.models.search_entry import BODY
from archive.edition.search import generations, index, packing, postgresql, search, vocabulary
from archive.edition.search.tables import EDITION
from archive.edition.search.texts import texts as texts_of
from archive.language.authorities import Gazetteer
from archive.language.streams import streams
from tests.edition.factory import Everywhere, cards, document, place, publish_document, sitting, transcript, withdraw

pytestmark = pytest.mark.django_db

UKRAINE = cards(place("izium", "Ізюм", variants={"ru": ("Изюм",), "en": ("Izyum",)}))
IZIUM = Gazetteer(map(names.labels, UKRAINE.values()))


def rows_of(shown, authorities=None):
    publish_document(shown, reference="7K2-QX9", authorities=authorities)
    return list(SearchEntry.everything.order_by("number"))


def texts(shown, kind=None, authorities=None):
    return [row.text for row in rows_of(shown, authorities) if kind in (None, row.kind)]


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
                page_texts=(PageText(page="g1", transcription={"uk": "Брате"}),),
                pages=(
                    Page(
                        key="g1",
                        alternative={"uk": "Чорнило"},
                        regions=(Region(key="n1", left=0, top=0, width=9, height=9, note={"uk": "Чашка"}),),
                    ),
                ),
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
        "Title", "Назва", "Опис", "Олена", "Розділ", "Зміст", "Перше", "First", "Письмове",
        "Лист", "Аркуш", "Мамо", "Брате", "Чашка", "Скільки?", "Сім", "Газета",
    ]  # fmt: skip


def test_an_entry_says_where_its_text_stands():
    rows = rows_of(document(sittings=(sitting(transcript("Перше", "Друге"), key="r1"),)))
    passage = next(row for row in rows if row.text == "Друге")
    assert (passage.kind, passage.part, passage.anchor, passage.start_ms, passage.language) == (
        "passage",
        "r1",
        "p1",
        1000,
        "uk",
    )


def test_what_was_said_is_numbered_apart_from_titles_and_names_in_the_order_of_reading():
    rows = rows_of(document(title={"uk": "Назва", "en": "Title"}, texts=(transcript("Перше", "Друге"),)))
    head = [row.number for row in rows if row.kind in ("title", "name", "abstract")]
    body = [row.number for row in rows if row.kind == "passage"]
    assert head == list(range(len(head)))
    assert body == [BODY, BODY + 1]


def test_something_withheld_parts_a_passage_into_two_entries():
    shown = document(texts=(transcript(("Ми сиділи ", None, " у підвалі"), (None,)),))
    assert texts(shown, SearchEntry.Kind.PASSAGE) == ["Ми сиділи", "у підвалі"]


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
    assert texts(shown, "name", UKRAINE) == ["Izyum", "Изюм", "Ізюм"]


def numbers_in_the_index() -> set[int]:
    table = "edition_searchindex_texts_docsize" if connection.vendor == "sqlite" else "edition_searchindex_texts"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT id FROM {table}")
        return {number for (number,) in cursor.fetchall()}


def test_every_entry_stands_in_the_index_and_nothing_else_does():
    rows = rows_of(document(abstract={"uk": "Хліб"}, texts=(transcript("Вода", "Сіль"),)))
    assert numbers_in_the_index() == {row.pk for row in rows}


def everything_in_the_index() -> dict[str, list]:
    """Every row of the index, word by word, of the vocabulary, and of what tells how to take them out."""
    found = {
        "entries": list(SearchEntry.everything.order_by("pk").values_list()),
        "packed": [
            bytes(packed) for packed in IndexedInterview.objects.order_by("pk").values_list("packed", flat=True)
        ],
        "vocabulary": sorted(VocabularyWord.objects.values_list("word", "x", "l", "m", "k", "interviews")),
    }
    with connection.cursor() as cursor:
        for table in (*EDITION, *(EDITION.ending_in(generations.NEXT) if generations.is_building() else ())):
            sql = f"SELECT id, words::text FROM {table} ORDER BY id"
            if connection.vendor == "sqlite":
                cursor.execute(f"CREATE VIRTUAL TABLE temp.spoken USING fts5vocab(main, {table}, instance)")
                sql = "SELECT doc, term, col, offset FROM temp.spoken ORDER BY doc, term, col, offset"
            cursor.execute(sql)
            found[table] = cursor.fetchall()
            if connection.vendor == "sqlite":
                cursor.execute("DROP TABLE temp.spoken")
    return found


SPOKEN = ("Хліб і сіль", "Вода біля пожежно-рятувальної частини", "Дорога на Ізюм")


@pytest.mark.parametrize("is_building", [False, True])
@pytest.mark.parametrize(
    "again", [SPOKEN, (SPOKEN[0], "Вода", SPOKEN[2]), ("Спершу", *SPOKEN), SPOKEN[:1], ("Зовсім інше",), ()]
)
def test_what_is_indexed_again_stands_there_as_if_it_were_new(again, is_building):
    publish_document(document(title={"uk": "Сіль"}), reference="AAA-AAA")
    fresh = publish_document(document(texts=(transcript(*again),)), reference="BBB-BBB", authorities=UKRAINE)
    if is_building:
        generations.begin()
        held = IndexedInterview.objects.values_list("interview", "packed")
        index.put({number: index.made(packing.load(bytes(packed))) for number, packed in held}, generations.NEXT)
    expected = everything_in_the_index()
    wanted = index.indexed(texts_of(fresh.content, UKRAINE), Everywhere(IZIUM))
    spoken = document(texts=(transcript(*SPOKEN),))
    index.rewrite(fresh.pk, index.indexed(texts_of(spoken, UKRAINE), Everywhere(IZIUM)))
    assert (everything_in_the_index() == expected) == (again == SPOKEN)
    index.rewrite(fresh.pk, wanted)
    assert everything_in_the_index() == expected


def test_words_that_an_earlier_release_packed_are_left_alone():
    row = publish_document(document(texts=(transcript(*SPOKEN),)), reference="BBB-BBB")
    indexed = index.indexed(texts_of(row.content, {}))
    spelt_out = zlib.compress(msgspec.msgpack.encode(packing.load(indexed.made.packed)))
    IndexedInterview.objects.update(packed=spelt_out)
    before = everything_in_the_index()
    index.rewrite(row.pk, indexed)
    assert everything_in_the_index() == before
    row.delete()
    assert not any(everything_in_the_index().values())


@pytest.mark.parametrize("delete", ["one", "many"])
def test_a_deleted_interview_leaves_no_word(delete):
    kept = publish_document(document(title={"uk": "Хліб"}), reference="AAA-AAA")
    gone = publish_document(document(title={"uk": "Хліб і сіль"}), reference="BBB-BBB")
    before = set(numbers_in_the_index())
    rows = PublishedInterview.everything.filter(pk=gone.pk)
    gone.delete() if delete == "one" else rows.delete()
    assert numbers_in_the_index() == {number for number in before if number >> 20 == kept.pk}
    assert (search("сіль", language="uk").total, search("хліб", language="uk").total) == (0, 1)
    assert not VocabularyWord.objects.filter(word="сіль").exists()
    assert VocabularyWord.objects.get(word="Хліб").interviews == 1
    assert IndexedInterview.objects.count() == 1


def test_an_interview_of_more_words_than_a_row_has_room_for_is_found_by_each_and_leaves_none(monkeypatch):
    monkeypatch.setattr(postgresql, "MOST_BYTES", 100)
    said = "Ми сиділи в підвалі без світла, пекли хліб на вогнищі і чекали на листи від сестри"
    interview = publish_document(document(texts=(transcript(said),)), reference="AAA-AAA")
    for word in ("підвал", "світло", "хліб", "вогнище", "лист", "сестра"):
        assert list(search(f"{word} сиділи", language="uk").ranked) == [interview.pk]
    withdraw(interview)
    assert not search("підвал OR світло OR хліб OR сестра", language="uk").total
    with connection.cursor() as cursor:
        for table in EDITION:
            cursor.execute(f"SELECT count(*) FROM {table}")
            assert cursor.fetchone() == (0,)


def test_a_deletion_leaves_the_scores_of_others_as_if_it_had_never_been():
    for number in range(3):
        publish_document(document(texts=(transcript(f"Хліб {'слово ' * number}"),)), reference=f"AA{number}-AAA")
    before = list(search("хліб", language="uk").ranked)
    withdraw(publish_document(document(texts=(transcript("Хліб хліб хліб"),)), reference="BBB-BBB"))
    assert list(search("хліб", language="uk").ranked) == before


def test_the_vocabulary_counts_interviews_not_places():
    publish_document(document(title={"uk": "Міст"}, texts=(transcript("Міст, міст", "мосту"),)), reference="AAA-AAA")
    publish_document(document(title={"uk": "Міст"}), reference="BBB-BBB")
    counted = dict(VocabularyWord.objects.values_list("word", "interviews"))
    assert (counted["Міст"], counted["міст"], counted["мосту"]) == (2, 1, 1)


def test_the_vocabulary_knows_every_spelling_of_a_lemma_and_of_a_sound():
    made = publish_document(document(texts=(transcript("Міст, мосту, Kupiansk"),)), reference="AAA-AAA")
    kupiansk = streams("Kupiansk", "uk").k[0]
    assert vocabulary.spellings({"міст"}, {kupiansk}) == {"міст", "мосту", "kupiansk"}
    assert vocabulary.spellings(set(), set()) == set()
    withdraw(made)
    assert vocabulary.spellings({"міст"}, {kupiansk}) == set()


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(alphabet="абвгґІї'’йьёы abcżł09-\u0301\n.", max_size=60), max_size=5))
def test_what_is_packed_gives_the_same_streams_again(pieces):
    made = [(number, "uk", streams(text, "uk")) for number, text in enumerate(pieces)]
    made = [each for each in made if each[2].tokens]
    packed = packing.load(packing.pack(made).dump())
    found = dict(packed.columns())
    for number, _language, streams_made in made:
        for stream in "xlmk":
            cut = tuple(word[: packing.LONGEST_WORD] for word in getattr(streams_made, stream))
            assert tuple(getattr(found[number], stream).split(" ")) == cut
