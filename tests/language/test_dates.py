"""Uncertain dates: what people write, what is kept, what is shown."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.language.dates import UncertainDate, UnreadableDate, bounds, parts, read, show, sure
from archive.language.languages import CODES

years = st.integers(min_value=1900, max_value=2099).map(str)
months = st.integers(min_value=1, max_value=12).map("{:02}".format)
days = st.integers(min_value=1, max_value=28).map("{:02}".format)
seasons = st.sampled_from(["21", "22", "23", "24"])
unknown = st.just("XX")
marks = st.sampled_from(["", "", "?", "~", "%"])
bare = st.one_of(
    years,
    st.sampled_from(["193X", "199X", "202X", "18XX", "19XX", "20XX"]),
    st.tuples(years, st.one_of(months, seasons, unknown)).map("-".join),
    st.tuples(years, months, st.one_of(days, unknown)).map("-".join),
    st.tuples(years, unknown, unknown).map("-".join),
)
points = st.tuples(bare, marks).map("".join)
pairs = st.tuples(points, points).filter(lambda pair: pair[0] != pair[1])
periods = pairs.map(lambda pair: "/".join(sorted(pair, key=bounds)))
open_periods = st.one_of(points.map("{}/..".format), points.map("../{}".format))
stated = st.one_of(points, periods, open_periods)


def is_readable(edtf):
    earliest, latest = bounds(edtf)
    return earliest is None or latest is None or earliest <= latest


@given(stated, st.sampled_from(CODES))
def test_what_is_shown_in_any_language_is_read_back_as_the_same_date(edtf, language):
    assert read(show(edtf, language)).edtf == edtf


@given(points, st.sampled_from(CODES))
def test_what_begins_and_ends_alike_is_shown_as_one_date_and_kept_as_it_was_written(edtf, language):
    assert show(f"{edtf}/{edtf}", language) == show(edtf, language)
    assert parts(f"{edtf}/{edtf}", language) == parts(edtf, language)
    assert read(f"{edtf}/{edtf}").edtf == f"{edtf}/{edtf}"


@given(stated)
def test_edtf_is_read_as_itself_and_its_bounds_are_in_order(edtf):
    stated_date = read(edtf)
    assert stated_date == UncertainDate(edtf, *bounds(edtf))
    assert is_readable(edtf)


@given(st.text(max_size=40))
def test_any_text_is_a_date_or_refused_with_a_sentence(text):
    try:
        assert show(read(text).edtf, "uk")
    except UnreadableDate as refusal:
        assert refusal.code in {"empty", "form", "year", "no_such_day", "order", "open", "ambiguous"}
        assert str(refusal).endswith(".")


@pytest.mark.parametrize(
    ("edtf", "texts"),
    [
        ("2022-09", ["September 2022", "вересень 2022", "у вересні 2022 року", "wrzesień 2022", "wrzesien 2022", "сентябрь 2022", "09.2022", "Sept. 2022"]),
        ("2022-02-24", ["24.02.2022", "24 лютого 2022", "24 февраля 2022 г.", "24 lutego 2022 r.", "February 24, 2022", "24th of February 2022", "24/02/2022"]),
        ("2022-02-24/..", ["after 24 February 2022", "після 24 лютого 2022", "po 24 lutego 2022", "после 24 февраля 2022", "з 24 лютого 2022 року", "2022-02-24/"]),
        ("2022-02/..", ["after February 2022", "після лютого 2022", "po lutym 2022", "od lutego 2022"]),
        ("../2022-03", ["before March 2022", "до березня 2022", "przed marcem 2022", "до марта 2022", "until March 2022"]),
        ("2022-21?", ["spring 2022?", "весна 2022 (?)", "ймовірно навесні 2022 року", "prawdopodobnie wiosną 2022", "возможно весной 2022"]),
        ("2022-03~", ["about March 2022", "близько березня 2022", "około marca 2022", "примерно в марте 2022 года", "c. March 2022"]),
        ("2022-03%", ["about March 2022?", "2022-03?~", "близько березня 2022 (?)"]),
        ("2022-02/2022-09", ["лютий – вересень 2022", "February-September 2022", "od lutego do września 2022", "з лютого по вересень 2022", "между февралём и сентябрём 2022", "from February to September 2022"]),
        ("2022-02-24/2022-02-28", ["24–28 лютого 2022", "between 24 and 28 February 2022"]),
        ("2022-02-24/2022-09-10", ["24 лютого – 10 вересня 2022", "24.02.2022 - 10.09.2022", "2022-02-24/2022-09-10"]),
        ("2021-12/2022-02", ["грудень 2021 – лютий 2022"]),
        ("2022", ["2022", "у 2022 році", "in 2022", "w 2022 roku", "2022 год"]),
        ("2022/2023", ["2022–2023", "2022-2023", "from 2022 to 2023"]),
        ("199X", ["1990s", "1990-ті", "lata 1990.", "1990-е годы"]),
        ("19XX", ["XX століття", "20th century", "XX wiek", "XX век"]),
    ],
)  # fmt: skip
def test_one_date_may_be_typed_in_many_ways(edtf, texts):
    assert {text: read(text).edtf for text in texts} == dict.fromkeys(texts, edtf)


@pytest.mark.parametrize(
    ("edtf", "uk", "en", "pl", "ru"),
    [
        ("2022-09", "вересень 2022", "September 2022", "wrzesień 2022", "сентябрь 2022"),
        ("2022-02-24/..", "після 24 лютого 2022", "after 24 February 2022", "po 24 lutego 2022", "после 24 февраля 2022"),
        ("2022-02/..", "після лютого 2022", "after February 2022", "po lutym 2022", "после февраля 2022"),
        ("2022-21?", "весна 2022 (?)", "spring 2022 (?)", "wiosna 2022 (?)", "весна 2022 (?)"),
        ("2022-03~", "близько березня 2022", "about March 2022", "około marca 2022", "около марта 2022"),
        ("../2022-21", "до весни 2022", "before spring 2022", "przed wiosną 2022", "до весны 2022"),
        ("2022~", "близько 2022 року", "about 2022", "około 2022 roku", "около 2022 года"),
        ("2022-02/2022-09", "лютий – вересень 2022", "February – September 2022", "luty – wrzesień 2022", "февраль – сентябрь 2022"),
        ("2022-02-24/2022-02-28", "24–28 лютого 2022", "24–28 February 2022", "24–28 lutego 2022", "24–28 февраля 2022"),
        ("2022-09-XX", "вересень 2022 (день невідомий)", "September 2022 (day unknown)", "wrzesień 2022 (dzień nieznany)", "сентябрь 2022 (день неизвестен)"),
        ("2022-03/2022-03", "березень 2022", "March 2022", "marzec 2022", "март 2022"),
        ("2022-03-05/2022-03-05", "5 березня 2022", "5 March 2022", "5 marca 2022", "5 марта 2022"),
        ("2022/2022", "2022", "2022", "2022", "2022"),
        ("2022-03~/2022-03~", "близько березня 2022", "about March 2022", "około marca 2022", "около марта 2022"),
        ("2022-03-05/2022-09", "5 березня 2022 – вересень 2022", "5 March 2022 – September 2022", "5 marca 2022 – wrzesień 2022", "5 марта 2022 – сентябрь 2022"),
        ("2021/2022-03-05", "2021 – 5 березня 2022", "2021 – 5 March 2022", "2021 – 5 marca 2022", "2021 – 5 марта 2022"),
        ("199X/..", "після 1990-х", "after the 1990s", "po latach 1990.", "после 1990-х"),
    ],
)  # fmt: skip
def test_dates_are_shown_as_each_language_says_them(edtf, uk, en, pl, ru):
    assert tuple(show(edtf, language) for language in ("uk", "en", "pl", "ru")) == (uk, en, pl, ru)


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2022-02-24", date(2022, 2, 24), date(2022, 2, 24)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2022-21", date(2022, 3, 1), date(2022, 5, 31)),
        ("2022-24", date(2022, 1, 1), date(2023, 2, 28)),
        ("202X", date(2020, 1, 1), date(2029, 12, 31)),
        ("2022-02-24/..", date(2022, 2, 24), None),
        ("../2022-03", None, date(2022, 3, 31)),
    ],
)
def test_a_date_is_an_interval_of_days(edtf, earliest, latest):
    assert bounds(edtf) == (earliest, latest)


@pytest.mark.parametrize(
    ("edtf", "since", "until"),
    [
        ("2022-02-24", date(2022, 2, 24), date(2022, 2, 24)),
        ("2022-02", date(2022, 2, 28), date(2022, 2, 1)),
        ("2022", date(2022, 12, 31), date(2022, 1, 1)),
        ("2022-03/2022-09", date(2022, 3, 31), date(2022, 9, 1)),
        ("2022?/2022-09", date(2022, 9, 30), date(2022, 9, 1)),
        ("2022-02-24/..", date(2022, 2, 24), date(2022, 2, 24)),
        ("../2022-03~", None, None),
        ("2022-02-24?", None, None),
        ("2022-02?/2023~", None, None),
    ],
)
def test_what_is_sure_of_a_date_lies_between_what_its_ends_may_mean(edtf, since, until):
    assert sure(edtf) == (since, until)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty"),
        ("soon after", "form"),
        ("24 лютого", "year"),
        ("30 лютого 2022", "no_such_day"),
        ("2022-02-30", "no_such_day"),
        ("вересень 2022 – лютий 2022", "order"),
        ("../..", "open"),
        ("05/03/2022", "ambiguous"),
        ("[2022-01,2022-02]", "form"),
    ],
)
def test_what_is_no_date_is_refused_with_its_reason(text, code):
    with pytest.raises(UnreadableDate) as refusal:
        read(text)
    assert (refusal.value.code, isinstance(refusal.value, ValueError)) == (code, True)


@pytest.mark.parametrize(
    ("edtf", "language", "said"),
    [
        ("2022-03", "uk", ("at", "березня 2022", "", False)),
        ("2022-03-05?", "en", ("at", "5 March 2022", "", True)),
        ("2022-21~", "pl", ("about", "wiosny 2022", "", False)),
        ("199X", "en", ("at", "the 1990s", "", False)),
        ("2022-03/..", "pl", ("after", "marcu 2022", "", False)),
        ("../2022-03", "pl", ("before", "marcem 2022", "", False)),
        ("../2022-03-05", "uk", ("before", "5 березня 2022", "", False)),
        ("2022-03/2022-09", "uk", ("between", "березня", "вересня 2022", False)),
        ("2022-03-05/2022-09", "en", ("between", "5 March 2022", "September 2022", False)),
        ("2022-03-05/2022-09-10", "uk", ("between", "5 березня", "10 вересня 2022", False)),
        ("2022-03-05/2022-03-09", "pl", ("between", "5", "9 marca 2022", False)),
        ("2022-03~/2022-09?", "en", ("between", "March 2022 (approximately)", "September 2022 (perhaps)", False)),
    ],
)
def test_a_date_in_a_sentence_stands_in_the_case_that_the_sentence_asks_for(edtf, language, said):
    assert parts(edtf, language) == said
