"""A few authorities for tests."""

from archive.language.authorities import Authority, Gazetteer, Label

IZIUM = Authority(
    "izium",
    "place",
    (
        Label("Ізюм", "uk"),
        Label("Изюм", "ru"),
        Label("Izium", "pl"),
        Label("Izium", "en"),
        Label("ізюмський", "uk", "adjective"),
    ),
)
DONETS = Authority("donets", "place", (Label("Сіверський Донець", "uk"), Label("Северский Донец", "ru")))
KAKHOVKA = Authority("nk", "place", (Label("Нова Каховка", "uk"), Label("Nowa Kachowka", "pl")))
ROSTOV = Authority("rostov", "place", (Label("Ростов-на-Дону", "ru"),))
TETIANA = Authority(
    "moroz", "person", (Label("Тетяна Мороз", "uk"), Label("Татьяна Мороз", "ru"), Label("Tetiana Moroz", "en"))
)
ANDRII = Authority("honch", "person", (Label("Андрій Гончаренко", "uk"), Label("Andrij Honczarenko", "pl")))
BASEMENT = Authority(
    "basement", "topic", (Label("підвал", "uk"), Label("подвал", "ru"), Label("piwnica", "pl"), Label("basement", "en"))
)
CAMP = Authority("camp", "topic", (Label("фільтраційний табір", "uk"), Label("filtration camp", "en")))
BRIDGE = Authority("bridge", "topic", (Label("most", "pl"), Label("міст", "uk")))
RETURN = Authority("return", "event", (Label("визволення Ізюма", "uk"),))

ALL = (IZIUM, DONETS, KAKHOVKA, ROSTOV, TETIANA, ANDRII, BASEMENT, CAMP, BRIDGE, RETURN)
GAZETTEER = Gazetteer(ALL)
