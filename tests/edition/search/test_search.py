from datetime import timedelta

import pytest
import time_machine
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pyroaring import BitMap

from archive.document.document import PlaceReference
from archive.edition.models import PublishedInterview, SearchEntry
from archive.edition.search import SAID, SOME, Found, inside, search
from archive.edition.search.hits import share
from archive.language.streams import streams
from tests.edition.factory import FIRST_PUBLIC_AT, cards, document, place, publish_document, sitting, transcript
from tests.walls import public_only

pytestmark = pytest.mark.django_db

A = ("Ми жили в Ізюмі, у підвалі на вулиці Соборній.", "Хліба не було. Вода закінчилася на третій день.")
B = ("До окупації я вчителювала в Куп’янську.", "Зошит ховали в підвалі.")
C = ("We left Izium in a neighbour's car.", "The bridge was gone, and bread was scarce.")
D = ("Мы жили в Изюме, ещё до войны.",)


@pytest.fixture
def four():
    for letter, language, passages in (("A", "uk", A), ("B", "uk", B), ("C", "en", C), ("D", "ru", D)):
        shown = document(
            title={language: f"Свідчення {letter * 3}"}, sittings=(sitting(transcript(*passages, language=language)),)
        )
        publish_document(shown, reference=f"{letter * 3}-{letter * 3}")


def letters(q, **kwargs) -> str:
    """The first letters of what is found, in their alphabet."""
    answer = search(q, **{"language": "uk"} | kwargs)
    found = [PublishedInterview.objects.get(pk=number).reference[0] for number in answer.ranked]
    assert answer.total == len(found) == len(set(found))
    return "".join(sorted(found))


@pytest.mark.parametrize(
    ("q", "found"),
    [
        ("Ізюм", "ACD"),
        ("ізюмом", "ACD"),
        ("Izyum", "ACD"),
        ("підвали", "AB"),
        ("ПІДВАЛУ", "AB"),
        ("купянськ", "B"),
        ("Куп'янськ", "B"),
        ("Куп’янську", "B"),
        ("еще", "D"),
        ("хліб вода", "A"),
        ("хліб зошит", "AB"),
        ("хліб зошит -вода", "B"),
        ("хліб OR зошит", "AB"),
        ("підвал -зошит", "A"),
        ("bread", "C"),
        ("breads", "C"),
        ("neighbour", "C"),
        ("підва*", "AB"),
        ('"жили в Ізюмі"', "A"),
        ('"жити в Ізюм"', "A"),
        ('"left Ізюм"', "C"),
        ('"в Ізюмі жили"', ""),
        ('"Соборній Хліба"', ""),
        ("«третій день»", "A"),
        ('підвал "третій день"', "A"),
        ("7K2-QX9", ""),
        ("метрополітен", ""),
        ("", ""),
        ("***", ""),
        ("?!", ""),
    ],
)
def test_words_are_found_in_every_form_and_spelling(four, q, found):
    assert letters(q) == found


def test_a_place_is_found_by_any_of_its_names(four):
    lyman = cards(place("krasnyi", "Красний Лиман", variants={"uk": ("Лиман",), "en": ("Lyman",)}))
    publish_document(
        document(places=(PlaceReference(place="krasnyi", relation="about"),)), reference="EEE-EEE", authorities=lyman
    )
    assert (letters("у Лимані"), letters("красный лиман"), letters("Lyman")) == ("E", "E", "E")


def test_no_phrase_reaches_across_something_withheld():
    publish_document(document(texts=(transcript(("Ми бачили ", None, " біля мосту")),)), reference="AAA-AAA")
    assert (letters("бачили мосту"), letters('"бачили біля"'), letters('"біля мосту"')) == ("A", "", "A")


def test_all_words_of_an_answer_stand_in_one_interview_not_one_passage(four):
    assert letters("Ізюм закінчилася") == "A"
    answer = search("Соборна Куп'янськ", language="uk")
    assert [tier.code for tier, _ in answer.tiers] == [SOME]
    assert letters("Соборна Куп'янськ") == "AB"


def test_a_search_can_be_kept_to_some_interviews(four):
    some = PublishedInterview.objects.filter(reference__startswith="B").values_list("pk", flat=True)
    assert letters("підвал", within=BitMap(some)) == "B"


def test_the_interview_that_says_it_most_closely_comes_first():
    publish_document(document(title={"uk": "Хліб"}), reference="AAA-AAA")
    long = "Того дня ми довго йшли полем, потім лісом, аж поки сусід не виніс нам хліб, і ми сіли біля дороги."
    publish_document(
        document(texts=(transcript(long),)), reference="BBB-BBB", first_public_at=FIRST_PUBLIC_AT + timedelta(days=9)
    )
    first = PublishedInterview.objects.get(reference="AAA-AAA").pk
    assert search("хліб", language="uk").ranked[0] == first


def test_who_says_it_more_often_comes_first_unless_very_many_say_it(monkeypatch):
    often, once = (
        document(texts=(transcript("Хліб", "Свіжий хліб", "І знов хліб"),)),
        document(texts=(transcript("Хліб"),)),
    )
    publish_document(often, reference="AAA-AAA")
    publish_document(once, reference="BBB-BBB", first_public_at=FIRST_PUBLIC_AT + timedelta(days=9))
    newest = list(PublishedInterview.objects.values_list("pk", flat=True))
    assert list(search("хліб", language="uk").ranked) == newest[::-1]
    monkeypatch.setattr("archive.edition.search.holding.MOST_COUNTED", 1)
    assert list(search("хліб", language="uk").ranked) == newest


def test_who_says_the_very_word_comes_before_who_says_another_form_of_it():
    for reference, words in (("AAA-AAA", "Був хліб"), ("BBB-BBB", "Не було хліба, зовсім не було хліба")):
        publish_document(document(texts=(transcript(words),)), reference=reference)
    older, newer = PublishedInterview.objects.order_by("pk").values_list("pk", flat=True)
    assert list(search("хліб", language="uk").ranked) == [older, newer]
    assert list(search("хліба", language="uk").ranked) == [newer, older]


class TestTime:
    def test_an_interview_that_ran_out_is_neither_found_nor_counted_nor_shown(self, four):
        gone = publish_document(
            document(texts=(transcript("Підвал, підвал, підвал"),)), reference="GGG-GGG", valid_until=FIRST_PUBLIC_AT
        )
        assert letters("підвал") == "AB"
        assert letters("ізюм -підвал") == "CD"
        assert search("підвал", language="uk").passages([gone.pk]) == {gone.pk: Found([])}
        assert inside(gone, "підвал", "uk").hits == []

    def test_it_is_absent_from_the_moment_it_runs_out(self):
        publish_document(document(), reference="AAA-AAA", valid_until=FIRST_PUBLIC_AT + timedelta(days=1))
        with time_machine.travel(FIRST_PUBLIC_AT + timedelta(hours=23), tick=False):
            assert letters("підвал") == "A"
        with time_machine.travel(FIRST_PUBLIC_AT + timedelta(days=1), tick=False):
            assert letters("підвал") == ""

    def test_what_awaits_its_purge_weighs_nothing_in_the_order(self):
        publish_document(document(texts=(transcript("Хліб, лише хліб"),)), reference="AAA-AAA")
        publish_document(document(texts=(transcript("Вода, лише вода"),)), reference="BBB-BBB")
        before = list(search("хліб OR вода", language="uk").ranked)
        for reference in ("CCC-CCC", "DDD-DDD", "EEE-EEE"):
            publish_document(document(texts=(transcript("Вода"),)), reference=reference, valid_until=FIRST_PUBLIC_AT)
        assert list(search("хліб OR вода", language="uk").ranked) == before


class TestPassages:
    def passages(self, q, per=3, language="uk"):
        answer = search(q, language=language)
        (found,) = answer.passages(answer.ranked, per).values()
        return found.hits

    def test_a_hit_says_where_it_stands_and_marks_the_original_words(self, four):
        (hit,) = self.passages("учителювати OR вчителювала")
        assert (hit.kind, hit.part, hit.anchor, hit.start_ms, hit.language) == ("passage", "recording", "p0", 0, "uk")
        assert hit.pieces == [("До окупації я ", False), ("вчителювала", True), (" в Куп’янську.", False)]

    def test_the_words_of_a_phrase_are_one_mark(self, four):
        (hit,) = self.passages('"третій день"')
        assert [text for text, is_marked in hit.pieces if is_marked] == ["третій день"]

    def test_words_outside_a_phrase_are_not_marked_by_it(self):
        publish_document(document(texts=(transcript("Третій день був довгий, як другий день."),)), reference="AAA-AAA")
        (hit,) = self.passages('"третій день"')
        assert [text for text, is_marked in hit.pieces if is_marked] == ["Третій день"]

    def test_the_hits_shown_cover_the_words_between_them(self, four):
        assert [hit.anchor for hit in self.passages("підвал вода", per=2)] == ["p0", "p1"]

    def test_what_was_said_is_shown_before_the_title(self):
        said = document(title={"uk": "Хліб"}, texts=(transcript("Пекли хліб.", "Хліб і сіль.", "Без хліба."),))
        publish_document(said, reference="AAA-AAA")
        assert [hit.anchor for hit in self.passages("хліб")] == ["p0", "p1", "p2"]

    def test_what_must_be_absent_is_not_marked(self, four):
        (hit,) = self.passages("Куп'янськ -хліб")
        assert [text for text, is_marked in hit.pieces if is_marked] == ["Куп’янську"]

    def test_a_passage_is_shown_once_in_the_language_of_the_reader(self):
        original, translation = transcript("Наш Holos тут"), transcript("Our Holos is here", language="en")
        publish_document(document(sittings=(sitting(original, translation),)), reference="AAA-AAA")
        assert [hit.language for hit in self.passages("Holos", language="en")] == ["en"]
        assert [hit.language for hit in self.passages("Holos", language="uk")] == ["uk"]

    def test_a_long_passage_is_shown_around_the_word(self):
        publish_document(
            document(texts=(transcript("слово " * 100 + "ворота " + "слово " * 100),)), reference="AAA-AAA"
        )
        (hit,) = self.passages("ворота")
        assert [piece.text for piece in hit.pieces] == ["…", "слово " * 12, "ворота", (" слово" * 27), "…"]

    @pytest.mark.parametrize(("q", "queries"), [("підвал", 10), ("підвал вода", 10), ('"в підвалі" OR хліб', 11)])
    def test_queries_do_not_grow_with_the_answer(self, q, queries, django_assert_num_queries):
        search(q, language="uk")  # so that the names of the edition are known
        for number in range(3):
            publish_document(document(texts=(transcript(*A),)), reference=f"AA{number}-AAA")
            if number in (0, 2):
                with django_assert_num_queries(queries):
                    answer = search(q, language="uk")
                    assert len(answer.passages(answer.ranked)) == number + 1


class TestCounts:
    @pytest.fixture
    def many(self):
        """Three interviews of 2, 9 and 40 passages that all hold the word, the first also in translation."""
        for reference, number in (("AAA-AAA", 2), ("BBB-BBB", 9), ("CCC-CCC", 40)):
            said = transcript(*(f"Знову підвал, день {n}" for n in range(number)))
            made = [said] if number > 2 else [said, transcript("Знову підвал", "А нам", language="pl", key="pl")]
            publish_document(document(title={"uk": "Голос"}, sittings=(sitting(*made),)), reference=reference)
        answer = search("підвал", language="uk")
        return answer, sorted(answer.ranked)

    def test_a_passage_is_counted_once_however_many_languages_it_is_in(self, many):
        answer, numbers = many
        found = answer.passages(numbers)
        assert [found[number].count for number in numbers] == [2, 9, 40]
        assert [(found[number].first.anchor, found[number].has_more) for number in numbers] == [("p0", False)] * 3

    def test_a_name_is_shown_but_is_no_passage(self):
        interview = publish_document(document(title={"uk": "Підвал"}), reference="AAA-AAA")
        found = search("підвал", language="uk").passages([interview.pk])[interview.pk]
        assert ([hit.kind for hit in found.hits], found.count, found.first) == (["title"], 0, None)

    def test_where_very_much_is_found_the_count_says_at_least(self, many, monkeypatch):
        answer, numbers = many
        monkeypatch.setattr("archive.edition.search.hits.MOST_READ", 30)
        found = answer.passages(numbers)
        assert [(found[number].count, found[number].has_more) for number in numbers] == [
            (2, False),
            (9, False),
            (30, True),
        ]

    def test_all_passages_stand_in_time_and_those_with_many_are_cut(self, many):
        answer, numbers = many
        found = answer.all_passages(numbers, most=25)
        assert [len(found[number].hits) for number in numbers] == [2, 9, 14]
        assert [hit.start_ms for hit in found[numbers[2]].hits] == [n * 1000 for n in range(14)]
        assert [found[number].count for number in numbers] == [2, 9, 40]

    @pytest.mark.parametrize(
        ("counts", "most", "each"),
        [((), 9, 0), ((1, 2), 9, 2), ((5, 5), 4, 2), ((1, 9, 9), 11, 5), ((200,), 200, 200)],
    )
    def test_those_with_few_leave_theirs_to_the_others(self, counts, most, each):
        assert share(counts, most) == each


class TestInsideOneInterview:
    def test_it_says_what_found_them(self, four):
        interview = PublishedInterview.objects.get(reference="AAA-AAA")
        assert inside(interview, "вода OR підвал", "uk").tier == SAID
        assert (inside(interview, "вода зошит", "uk").tier, inside(interview, "зошит", "uk").tier) == (SOME, "")

    def test_every_passage_that_holds_a_word_asked_for_is_there_in_order(self, four):
        interview = PublishedInterview.objects.get(reference="AAA-AAA")
        assert [hit.anchor for hit in inside(interview, "вода підвал", "uk").hits] == ["p0", "p1"]
        assert inside(interview, "зошит", "uk").hits == []
        assert inside(interview, "", "uk").hits == []

    def test_where_not_all_words_are_there_some_are_shown(self, four):
        interview = PublishedInterview.objects.get(reference="AAA-AAA")
        assert [hit.anchor for hit in inside(interview, "вода зошит", "uk").hits] == ["p1"]


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(alphabet=st.characters(exclude_categories=[]), max_size=80), st.sampled_from(["uk", "en", "pl", "ru", "xx"])
)
@example('"', "uk")
@example("-", "uk")
@example("NEAR(підвал вода) x: ^день + AND NOT", "uk")
@example("'':*&|!<->'' \\", "uk")
@example('"підвал" * x : "вода"', "uk")
@example("\ud800\0 підвал", "uk")
@example("()" * 40, "uk")
@example('"(" OR -( OR ")', "uk")
@example("а*" * 40, "uk")
@example("ǅ ﬀ ß İ ı Σς ㊷ ² ½ Ⅷ", "en")
def test_no_question_fails(four, q, language):
    answer = search(q, language=language)
    for found in answer.passages(answer.ranked).values():
        assert all(piece.text for hit in found.hits for piece in hit.pieces)
    assert all(sentence.endswith(".") for sentence in answer.sentences)


def test_a_search_reads_public_tables_only(four):
    with public_only():
        answer = search('підвал "третій день" вод*', language="uk")
        assert [hit.anchor for found in answer.passages(answer.ranked).values() for hit in found.hits] == ["p0", "p1"]


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet="абвгґІї'’йьёы abcżł09-\u0301\n.", min_size=1, max_size=200))
def test_every_text_is_found_by_its_own_words(db, text):
    PublishedInterview.everything.all().delete()
    publish_document(document(title={"uk": "х"}, texts=(transcript(text),)), reference="AAA-AAA")
    for entry in SearchEntry.objects.filter(kind="passage"):
        for word in streams(entry.text, entry.language).x:
            answer = search(f'"{word}"', language="uk")
            assert answer.total == 1 or len(word) > 60


def test_a_reference_is_found_whole_and_never_by_a_part_of_it():
    publish_document(document(texts=(transcript("Двадцять четвертого"),)), reference="7K2-QXG")
    publish_document(document(texts=(transcript("24 лютого, 7K2"),)), reference="AAA-AAT")
    for q, found in (("7K2-QXG", "7"), ("7k2qxg", "7"), ("7k2", "A"), ("qxg", ""), ("aaa", "")):
        assert letters(q) == found
    answer = search("7K2-QXG", language="uk")
    (found,) = answer.passages(answer.ranked).values()
    assert (list(found.hits), found.count) == ([], 0)


@pytest.mark.parametrize("asked", ["{}ход", "{}лаз", "{}ход*"])
def test_a_word_longer_than_the_index_keeps_is_marked_as_it_is_found(asked):
    long = "пере" * 25
    shown = document(texts=(transcript(f"Тоді був {long}ход у дворі."),))
    made = publish_document(shown, reference="AAA-AAA")
    answer = search(asked.format(long), language="uk")
    assert answer.total == 1
    hits = inside(made, asked.format(long), "uk").hits
    assert [piece.text for hit in hits for piece in hit.pieces if piece.is_marked] == [f"{long}ход"]
