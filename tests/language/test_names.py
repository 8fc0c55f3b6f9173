"""Withheld names and places are found however they stand in a text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.language.names import sightings, suspects
from tests.language.planted import english, noisy, noun_forms, planted, polish
from tests.language.samples import any_text, languages

SURNAMES = [
    ("Коваленко", "Kovalenko", "Kowalenko"),
    ("Гончаренко", "Honcharenko", "Goncharenko", "Honczarenko"),
    ("Мороз", "Moroz"),
    ("Щербак", "Shcherbak", "Szczerbak"),
    ("Приходько", "Prykhodko", "Prihodko"),
    ("Зеленський", "Zelenskyi", "Zełenski"),
    ("Кравець", "Kravets", "Krawec"),
    ("Швець", "Shvets"),
    ("Юхименко", "Yukhymenko"),
    ("Ткачук", "Tkachuk", "Tkaczuk"),
    ("Ґалаґан", "Halahan", "Галаган"),
    ("Чорний", "Chornyi"),
    ("Бойко", "Boiko", "Boyko"),
    ("Гусєва", "Husieva", "Guseva"),
]
PLACES = [
    ("Ізюм", "Izium", "Izyum", "Изюм"),
    ("Куп'янськ", "Kupiansk", "Купянск", "Kupiańsk"),
    ("Балаклія", "Balakliia", "Bałaklija"),
    ("Вовчанськ", "Vovchansk"),
    ("Капитолівка", "Kapytolivka"),
    ("Печеніги", "Pechenihy"),
    ("Харків", "Kharkiv", "Charków"),
    ("Оскіл", "Oskil", "Oskił"),
    ("Савинці", "Savyntsi"),
    ("Борівське", "Borivske"),
]
GIVEN = ["Марія", "Тетяна", "Володимир", "Андрій", "Олена", "Сергій"]


def covered(text, language, names):
    return {place for start, end, *_ in sightings(text, language, names) for place in range(start, end)}


def letters(text, start, end):
    return {place for place in range(start, end) if text[place].isalpha()}


def forms_with_spellings(entry):
    """Every way to write the name as an archivist, paired with every form it has in Ukrainian and Russian."""
    forms = {form for language in ("uk", "ru") for form in noun_forms(entry[0].lower(), language)}
    return [(name, form) for name in entry for form in sorted(forms)]


@pytest.mark.parametrize("entry", SURNAMES + PLACES, ids=lambda entry: entry[0])
def test_no_form_in_any_script_is_missed(entry):
    missed = [
        (name, written)
        for name, form in forms_with_spellings(entry)
        for written in (form, english(form), polish(form))
        if not letters(f"Тоді {written} там", 5, 5 + len(written)) <= covered(f"Тоді {written} там", "uk", [name])
    ]
    assert missed == []


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("Коваленко", "Kowalenko Kowalenki Kowalence Kowalenkę Kowalenką Kowalenka Kowalenkowie"),
        ("Гончаренко", "Honczarence Honczarenkę Honczarenką"),
        ("Мороз", "Moroza Morozowi Morozem Morozie Morozowie Morozowa Morozówna"),
        ("Щербак", "Szczerbaka Szczerbakowi Szczerbakiem Szczerbaku"),
        ("Кравець", "Krawca Krawcowi Krawcem Krawcu"),
        ("Nowak", "Nowaka Nowakiem Nowakowie Nowakowej Новака Новаком Новаку Новаки"),
        ("Kowalski", "Kowalskiego Kowalskiemu Kowalskim Kowalscy Kowalska Kowalskiej Kowalską Ковальського Ковальской"),
        ("Wiśniewska", "Wiśniewskiej Wiśniewską Wiśniewski Вишневської Вишневскую"),
        ("Іванов", "Iwanowa Iwanowem Iwanowej Иванову Ивановой Ivanova Іванової"),
        ("Ковалёв", "Ковальов Ковальова Kovalyov Kovalevu Kowalowa"),
        ("Медведев", "Medvedeva Miedwiediewa Медведєва Медведевым"),
        ("Ізюм", "Iziumu Iziumie Iziumem Izjumie"),
        ("Куп'янськ", "Kupiańska Kupiańsku Kupiańskiem"),
        ("Балаклія", "Bałaklii Bałakliję Bałakliją Balakleya Балаклею Балаклеи"),
        ("Харків", "Charkowa Charkowie Charkowem Kharkov Харькова"),
        ("Оскіл", "Oskiłu Oskile Oskiłem Оскола"),
        ("Дніпро", "Dnieprze Dnieprem Dnipru Днепром"),
        ("Львів", "Lwowa Lwowie Lwowem Lviv Львове"),
        ("Ольга", "Olgi Oldze Olgą Ольгою Ользі Ольге"),
        ("Петро", "Piotra Piotrze Piotrem Петру Пётр Петром"),
        ("Marta", "Marcie Martę Marty Марті Мартою"),
        ("Олександр", "Александра Aleksandrem Alexander Olexandr Олександрові"),
        ("Микола", "Николая Mikołajem Mykoli Nicholas Миколі"),
    ],
)
def test_names_are_found_in_polish_and_russian_cases(name, forms):
    missed = [form for form in forms.split() if not letters(form, 0, len(form)) <= covered(form, "pl", [name])]
    assert missed == []


@given(st.data())
@settings(deadline=None, max_examples=300)
def test_a_planted_form_is_found_through_noise(data):
    entry = data.draw(st.sampled_from(SURNAMES + PLACES))
    name, form = data.draw(st.sampled_from(forms_with_spellings(entry)))
    text, start, end = data.draw(planted([data.draw(noisy(form))]))
    language = data.draw(languages)
    assert letters(text, start, end) <= covered(text, language, [name])
    assert suspects([text], [name]) == {text}


@given(st.data())
@settings(deadline=None, max_examples=200)
def test_a_full_name_is_certain_in_either_order(data):
    given_name = data.draw(st.sampled_from(GIVEN))
    entry = data.draw(st.sampled_from(SURNAMES))
    surname, form = data.draw(st.sampled_from(forms_with_spellings(entry)))
    words = [data.draw(st.sampled_from(noun_forms(given_name.lower(), "uk"))), form]
    spell = data.draw(st.sampled_from([str, english, polish]))
    text, start, end = data.draw(planted(data.draw(st.permutations([spell(word) for word in words]))))
    found = [s for s in sightings(text, "uk", [f"{given_name} {surname}"]) if s.start < end and s.end > start]
    assert [(s.start, s.end, s.certainty) for s in found] == [(start, end, "certain")]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Тетяна Мороз", "Spotkałam Tetianę Moroz na dworcu"),
        ("Тетяна Мороз", "Татьяны Мороз не было"),
        ("Володимир Коваль", "Vladimir Koval, as his relatives called him"),
        ("Andrii Honcharenko", "O Andriju Honczarence nie było wieści"),
        ("Andrzej Kowalski", "Андрія Ковальського забрали"),
        ("Лев Швець", "Шевцю Левові"),
        ("Сіверський Донець", "за Сіверським Дінцем"),
        ("Сіверський Донець", "через Северский Донец"),
        ("вулиця Соборна", "на вулиці Соборній"),
        ("Коваленко М. І.", "бачили Марію Коваленко"),
    ],
)
def test_names_are_found_across_languages(name, text):
    assert sightings(text, "uk", [name])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("бачила М. Коваленка там", "М. Коваленка"),
        ("бачила Коваленко Марію Іванівну там", "Коваленко Марію Іванівну"),
        ("бачила Марію Іванівну Коваленко там", "Марію Іванівну Коваленко"),
        ("бачила Марію К. там", "Марію К"),
        ("Kovalenko's house", "Kovalenko's"),
    ],
)
def test_a_sighting_covers_initials_and_patronymic(text, found):
    assert [text[s.start : s.end] for s in sightings(text, "uk", ["Марія Коваленко"])] == [found]


@pytest.mark.parametrize(
    "text",
    ["Новоізюмськ", "ізюмчани", "неизюмский", "Iziumian", "МаріяІзюм", "Із юм", "Из-юм", "ІЗЮМ", "I3юм", "izyumskyi"],
)
def test_a_place_is_found_inside_other_words(text):
    assert sightings(text, "uk", ["Ізюм"])


def certainties(text, *names):
    return [(text[s.start : s.end], s.certainty) for s in sightings(text, "uk", names)]


def test_how_certain_a_sighting_is():
    assert certainties("Марію Коваленко бачили", "Марія Коваленко") == [("Марію Коваленко", "certain")]
    assert certainties("Бачили Коваленко", "Марія Коваленко") == [("Коваленко", "likely")]
    assert certainties("Жили в Ізюмі", "Ізюм") == [("Ізюмі", "certain")]
    assert certainties("Жили в Izyum", "Ізюм") == [("Izyum", "likely")]
    assert certainties("Ізюмський ліс", "Ізюм") == [("Ізюмський", "possible")]
    assert certainties("Тоді мороз стояв", "Тетяна Мороз") == [("мороз", "possible")]


def test_a_common_given_name_alone_is_nobody():
    assert certainties("Марія принесла хліб", "Марія Коваленко") == []
    assert certainties("Марія принесла хліб", "Марія") == [("Марія", "certain")]
    assert certainties("Ельвіра принесла хліб", "Ельвіра Коваленко") == [("Ельвіра", "possible")]


def test_a_common_given_name_counts_where_its_surname_is_near():
    assert certainties("Прийшов Коваленко. Потім плакала і Марія", "Марія Коваленко") == [
        ("Коваленко", "likely"),
        ("Марія", "possible"),
    ]


def test_an_adjective_of_many_places_is_none_of_them():
    assert certainties("Вона мала час і велика біда", "Мала Комишуваха") == []
    assert certainties("У Малій Комишувасі", "Мала Комишуваха") == [("Малій Комишувасі", "certain")]


def test_a_word_such_as_street_is_no_place():
    assert certainties("На нашій вулиці тихо", "вулиця Соборна") == []


def test_a_name_spelt_in_look_alike_letters_is_found():
    assert certainties("прийшов COBA додому", "Сова") == [("COBA", "certain")]


def test_each_name_answers_for_itself_and_ordinary_words_for_none():
    text = "Ми сиділи в підвалі під п'ятиповерхівкою, вода закінчилася на третій день."
    assert sightings(text, "uk", ["Марія Коваленко", "Ізюм", "Тетяна Мороз"]) == []
    text = "Коваленко поїхав до Ізюма"
    assert [s.name for s in sightings(text, "uk", ["Ізюм", "Коваленко"])] == ["Коваленко", "Ізюм"]


@given(any_text, languages, st.lists(st.text(max_size=20), max_size=3))
@settings(deadline=None)
def test_any_text_and_any_names_are_read(text, language, names):
    for sighting in sightings(text, language, names):
        assert 0 <= sighting.start < sighting.end <= len(text)
        assert sighting.name in names
        assert sighting.certainty in {"certain", "likely", "possible"}


@pytest.mark.parametrize("text", ["Пекла Марія Бондар.", "Б о н д а р", "Bondar baked it.", "Бондаренко пекла."])
def test_a_text_in_which_a_name_is_found_has_to_be_looked_through_and_others_need_not(text):
    assert sightings(text, "uk", ["Марія Бондар"])
    assert suspects([text, "Хліб і свічки."], ["Марія Бондар"]) == {text}
