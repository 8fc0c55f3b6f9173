"""Names decline as speakers decline them, their words agreeing."""

import pytest

from archive.language.authorities import Label, forms
from archive.language.fold import fold
from archive.language.tokens import tokenise

PLACES = [
    ("Харків", "uk", "Харкова Харкові Харковом"),
    ("Ізюм", "uk", "Ізюма Ізюму Ізюмі Ізюмом"),
    ("Барвінкове", "uk", "Барвінкового Барвінковому Барвінковим"),
    ("Савинці", "uk", "Савинців Савинцях"),
    ("Борова", "uk", "Борової Боровій"),
    ("Ірпінь", "uk", "Ірпеня Ірпені"),
    ("Боровая", "ru", "Боровой Боровую"),
    ("Савинцы", "ru", "Савинец Савинцев Савинцах"),
    ("Kijów", "pl", "Kijowa Kijowie"),
    ("Bachmut", "pl", "Bachmutu Bachmucie Bachmutem"),
    ("Irpień", "pl", "Irpienia Irpieniu"),
    ("Borowa", "pl", "Borowej Borową"),
    ("Barwinkowe", "pl", "Barwinkowego Barwinkowem"),
]
NAMES = [
    ("Кривий Ріг", "place", "uk", ["Кривого Рогу", "Кривому Розі"], ["Кривого Розі"]),
    ("Мала Комишуваха", "place", "uk", ["Малої Комишувахи", "Малій Комишувасі"], ["Мала Комишувахи"]),
    ("площа Свободи", "place", "uk", ["площі Свободи", "площею Свободи"], ["площі Свободу"]),
    ("Куп'янськ-Вузловий", "place", "uk", ["Куп'янська Вузлового"], ["Куп'янськом Вузлового"]),
    ("Нью-Йорк", "place", "uk", ["Нью Йорку", "Нью Йорком"], []),
    ("Рай-Оленівка", "place", "uk", ["Рай Оленівці", "Рай Оленівку"], []),
    ("Biała Cerkiew", "place", "pl", ["Białej Cerkwi", "Białą Cerkwią"], ["Białej Cerkwią"]),
    ("Олександр Кравець", "person", "uk", ["Олександра Кравця", "Кравцем Олександром"], ["Олександр Кравця"]),
    ("Марія Заболотна", "person", "uk", ["Марії Заболотної", "Марією Заболотною"], ["Марією Заболотної"]),
    ("Ганна Гуляй", "person", "uk", ["Ганною Гуляй"], ["Ганною Гуляєм"]),
    ("Сидоренко Петро", "person", "uk", ["Петра Сидоренка", "Сидоренку Петрові"], ["Петра Сидоренком"]),
    ("Тетяна Іванівна Мороз", "person", "uk", ["Тетяні Іванівні Мороз", "Тетяною Мороз"], ["Іванівни Мороз"]),
    ("Андрей Гончаренко", "person", "ru", ["Андрея Гончаренко", "Андреем Гончаренко"], ["Андреем Гончаренку"]),
    ("Анна Белова", "person", "ru", ["Анны Беловой"], ["Анны Белову"]),
    ("Piotr Wiśniewski", "person", "pl", ["Piotra Wiśniewskiego", "Piotrem Wiśniewskim"], ["Piotrem Wiśniewskiego"]),
    ("Anna Nowak", "person", "pl", ["Annę Nowak", "Anny Nowak"], ["Anny Nowaka"]),
    ("Andrij Honczarenko", "person", "pl", ["Andriju Honczarence", "Andrija Honczarenki"], ["Andrija Honczarence"]),
]


def sequence(text):
    return tuple(fold(token.text) for token in tokenise(text))


@pytest.mark.parametrize(("label", "language", "expected"), PLACES)
def test_a_place_in_its_cases(label, language, expected):
    assert set(map(sequence, expected.split())) <= forms(Label(label, language), "place")


@pytest.mark.parametrize(("label", "kind", "language", "expected", "wrong"), NAMES)
def test_the_words_of_a_name_agree(label, kind, language, expected, wrong):
    made = forms(Label(label, language), kind)
    assert set(map(sequence, expected)) <= made
    assert made.isdisjoint(map(sequence, wrong))


def test_an_adjective_in_its_cases():
    made = forms(Label("ізюмський", "uk", "adjective"), "place")
    assert {("ізюмського",), ("ізюмською",), ("ізюмські",)} <= made
    assert ("charkowskiej",) in forms(Label("charkowski", "pl", "adjective"), "place")


def test_a_lone_surname_is_no_person():
    assert forms(Label("Мороз", "uk"), "person") == frozenset()
