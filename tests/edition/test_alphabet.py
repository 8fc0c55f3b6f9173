from hypothesis import given
from hypothesis import strategies as st

from archive.edition.alphabet import LONGEST, sort_key


def in_order(language, *texts):
    return sorted(texts, key=lambda text: sort_key(text, language))


def test_ukrainian_letters_stand_in_their_alphabet():
    assert in_order("uk", "Яр", "Ґанок", "Їжа", "Ізюм", "Город", "Єва", "Ера", "Ива") == [
        "Город", "Ґанок", "Ера", "Єва", "Ива", "Ізюм", "Їжа", "Яр",
    ]  # fmt: skip


def test_polish_letters_stand_in_their_alphabet():
    assert in_order("pl", "Zima", "Łódź", "Lato", "Ćma", "Żaba", "Cena", "Dom") == [
        "Cena", "Ćma", "Dom", "Lato", "Łódź", "Zima", "Żaba",
    ]  # fmt: skip


def test_the_readers_own_script_comes_first():
    assert in_order("uk", "Abc", "Яр") == ["Яр", "Abc"]
    assert in_order("en", "Яр", "Abc") == ["Abc", "Яр"]


def test_punctuation_case_and_foreign_marks_do_not_count():
    assert sort_key("«Підвал»", "uk") == sort_key("підвал", "uk")
    assert sort_key("Café", "en") == sort_key("cafe", "en")


@given(st.text(), st.sampled_from(["uk", "en", "pl", "ru"]))
def test_a_key_is_short_hexadecimal_for_any_text(text, language):
    key = sort_key(text, language)
    assert len(key) <= 2 * LONGEST and len(key) % 2 == 0
    assert set(key) <= set("0123456789abcdef")
