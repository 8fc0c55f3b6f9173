"""Authorities are found in texts and queries under every name and in every form."""

import pytest
from hypothesis import given, settings

from archive.language.authorities import CERTAIN, LIKELY, POSSIBLE, Authority, Gazetteer, Label, forms_of
from tests.language.authorities.people_and_places import ALL, GAZETTEER, IZIUM
from tests.language.samples import any_text, languages


def found(text, language="uk", gazetteer=GAZETTEER):
    return [(text[m.start : m.end], m.id) for m in gazetteer.find(text, language)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Ми жили в Ізюмі.", "uk", [("Ізюмі", "izium")]),
        ("Выехали из Изюма", "ru", [("Изюма", "izium")]),
        ("mieszkałam na skraju Iziumu", "pl", [("Iziumu", "izium")]),
        ("we left Izyum's centre", "en", [("Izyum's", "izium")]),
        ("ізюмського лісу", "uk", [("ізюмського", "izium")]),
        ("за Сіверським Дінцем", "uk", [("Сіверським Дінцем", "donets")]),
        ("у Новій Каховці", "uk", [("Новій Каховці", "nk")]),
        ("w Nowej Kachowce", "pl", [("Nowej Kachowce", "nk")]),
        ("из Ростова-на-Дону", "ru", [("Ростова-на-Дону", "rostov")]),
        ("Розповіла Тетяні Мороз", "uk", [("Тетяні Мороз", "moroz")]),
        ("Мороз Тетяну бачили", "uk", [("Мороз Тетяну", "moroz")]),
        ("Тетяна Іванівна Мороз", "uk", [("Тетяна Іванівна Мороз", "moroz")]),
        ("Spotkałam Tetianę Moroz", "pl", [("Tetianę Moroz", "moroz")]),
        ("Tatyana Moroz", "en", [("Tatyana Moroz", "moroz")]),
        ("Андрія Гончаренка", "uk", [("Андрія Гончаренка", "honch")]),
        ("О Андрее Гончаренко", "ru", [("Андрее Гончаренко", "honch")]),
        ("o Andriju Honczarence", "pl", [("Andriju Honczarence", "honch")]),
        ("сиділи в подвалі", "uk", [("подвалі", "basement")]),
        ("у фільтраційних таборах", "uk", [("фільтраційних таборах", "camp")]),
        ("zburzyli most", "pl", [("most", "bridge")]),
        ("у день визволення Ізюма", "uk", [("визволення Ізюма", "return"), ("Ізюма", "izium")]),
    ],
)
def test_a_name_is_found_in_its_forms(text, language, expected):
    assert found(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Бабушка испекла пирог с изюмом", "ru"),
        ("Мороз тоді стояв страшний", "uk"),
        ("most of the people left", "en"),
        ("Тетяна бачила Гончаренка", "uk"),
    ],
)
def test_other_words_are_no_names(text, language):
    assert found(text, language) == []


def test_a_common_word_is_doubtful_at_the_beginning_of_a_sentence_and_without_capitals():
    certainties = [m.certainty for m in GAZETTEER.find("Изюм горел. Мы видели Изюм", "ru")]
    assert certainties == [POSSIBLE, CERTAIN]
    assert [m.certainty for m in GAZETTEER.find("мы жили под изюмом", "ru")] == [POSSIBLE]


def test_a_spelling_that_no_label_has_is_heard():
    assert [m.certainty for m in GAZETTEER.find("near Iziyum", "en")] == [LIKELY]


def test_what_several_authorities_are_called_is_doubtful_but_reported_for_each():
    namesakes = Gazetteer(Authority(id, "place", (Label("Іванівка", "uk"),)) for id in "ab")
    mentions = namesakes.find("в Іванівці", "uk")
    assert [(m.id, m.certainty) for m in mentions] == [("a", POSSIBLE), ("b", POSSIBLE)]


CONCEPTS = Gazetteer(
    Authority(id, "topic", (Label(uk, "uk"), Label(en, "en")))
    for id, uk, en in [
        ("camp", "фільтраційний табір", "filtration camp"),
        ("filtration", "фільтрація", "filtration"),
        ("aid", "гуманітарна допомога", "humanitarian aid"),
        ("help", "допомога", "help"),
        ("camps", "табір", "camp"),
    ]
)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("у фільтраційному таборі", "uk", ["camp", "camps"]),
        ("the filtration camp", "en", ["camp", "filtration", "camps"]),
        ("гуманітарну допомогу роздавали", "uk", ["aid", "help"]),
        ("humanitarian aid", "en", ["aid"]),
    ],
)
def test_a_concept_within_a_longer_one_is_meant_too(text, language, expected):
    assert [id for _, id in found(text, language, CONCEPTS)] == expected


def test_an_authority_is_not_found_within_itself():
    labels = (Label("фільтраційний табір", "uk"), Label("табір", "uk", "variant"))
    assert found("у фільтраційних таборах", gazetteer=Gazetteer([Authority("camp", "topic", labels)])) == [
        ("фільтраційних таборах", "camp")
    ]


def test_a_place_within_a_longer_place_or_a_person_is_not_named():
    towns = Gazetteer([*ALL, Authority("k", "place", (Label("Каховка", "uk"),))])
    assert found("у Новій Каховці", gazetteer=towns) == [("Новій Каховці", "nk")]
    assert found("у Каховці", gazetteer=towns) == [("Каховці", "k")]


def test_a_village_is_no_surname_and_no_given_name():
    villages = Gazetteer(
        [Authority("k", "place", (Label("Коваль", "uk"),)), Authority("s", "place", (Label("Сергії", "uk"),))]
    )
    assert found("Володимир Коваль і Сергій", gazetteer=villages) == []
    assert found("Коваль Тетяна", gazetteer=villages) == []
    assert found("жили в Ковалі", gazetteer=villages) == [("Ковалі", "k")]


def test_the_end_of_a_compound_is_no_place_by_itself():
    towns = Gazetteer(
        Authority(name, "place", (Label(name, "uk"),)) for name in ("Оленівка", "Рай-Оленівка", "Київ", "Харків")
    )
    without = Gazetteer([Authority("o", "place", (Label("Оленівка", "uk"),))])
    assert found("у Рай-Оленівці", gazetteer=without) == []
    assert found("у Рай-Оленівці", gazetteer=towns) == [("Рай-Оленівці", "Рай-Оленівка")]
    assert found("траса Київ-Харків", gazetteer=towns) == [("Київ", "Київ"), ("Харків", "Харків")]
    assert found("у місті-герої Харкові", gazetteer=towns) == [("Харкові", "Харків")]


@pytest.mark.parametrize("name", ["на Чернігівщині", "Чернігівської обл.", "в Черниговской обл.", "на Черниговщине"])
def test_an_oblast_has_shorter_names(name):
    labels = (Label("Чернігівська область", "uk"), Label("Черниговская область", "ru"))
    assert [id for _, id in found(name, gazetteer=Gazetteer([Authority("o", "place", labels)]))] == ["o"]


def test_an_adjective_is_heard_in_the_sister_language():
    labels = (Label("Маріуполь", "uk"), Label("Мариуполь", "ru"), Label("маріупольський", "uk", "adjective"))
    town = Gazetteer([Authority("m", "place", labels)])
    assert found("стояли у мариупольского порта, городского", "ru", town) == [("мариупольского", "m")]
    assert [hit.named.authorities[0][1] for hit in town.in_query(["мариупольский"])] == ["m"]


def test_a_latin_yo_may_be_a_russian_letter():
    towns = Gazetteer([Authority("b", "place", (Label("Артёмовск", "ru"),))])
    for name in ("Artyomovsk", "Artjomovsk", "Artemovsk"):
        assert found(f"to {name}", "en", towns) == [(name, "b")]
        assert [hit.named.authorities[0][1] for hit in towns.in_query([name])] == ["b"]


def test_the_archivist_may_say_that_a_name_needs_no_capital():
    sure = Gazetteer([IZIUM._replace(needs_capital=False)])
    assert found("у Харкові та ізюмі", gazetteer=sure) == [("ізюмі", "izium")]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("ізюм", [(0, 0, "izium", True)]),
        ("izyum", [(0, 0, "izium", True)]),
        ("міст сіверський донець", [(1, 2, "donets", True)]),
        ("ростов дону", [(0, 1, "rostov", True)]),
        ("мороз тетяни", [(0, 1, "moroz", False)]),
        ("тетяна", []),
        ("мороз", []),
    ],
)
def test_queries_name_authorities_with_and_without_capitals(query, expected):
    hits = GAZETTEER.in_query(query.split())
    assert [(h.first, h.last, *[id for _, id in h.named.authorities], h.named.needs_capital) for h in hits] == expected


def test_stored_forms_make_the_same_gazetteer():
    stored = Gazetteer.from_forms(form for authority in ALL for form in forms_of(authority))
    text = "Тетяна Мороз жила в Ізюмі, за Сіверським Дінцем, у підвалі"
    assert stored.find(text, "uk") == GAZETTEER.find(text, "uk")
    assert len(stored.find(text, "uk")) == 4


def test_nothing_is_found_without_authorities():
    assert Gazetteer().find("Ізюм", "uk") == []
    assert Gazetteer().in_query(["Ізюм"]) == []


@given(any_text, languages)
@settings(deadline=None)
def test_mentions_lie_on_whole_words_of_the_original(text, language):
    for mention in GAZETTEER.find(f"{text} Ізюмі {text}", language):
        assert 0 <= mention.start < mention.end <= 2 * len(text) + 7
        assert mention.first <= mention.last
