"""Places on a recording's timeline."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.language.timecodes import UnreadableTime, duration, read, show, vtt

hours_of_ms = st.integers(min_value=0, max_value=900 * 3600 * 1000)


@pytest.mark.parametrize(
    ("text", "ms"),
    [
        ("1:02:03.5", 3_723_500),
        ("2:03", 123_000),
        ("90:00", 5_400_000),
        ("123", 123_000),
        ("00:00:01,250", 1_250),
        (" 0:00 ", 0),
        ("PT1H2M", 3_720_000),
        ("PT0.5S", 500),
    ],
)
def test_times_are_read_as_people_and_formats_write_them(text, ms):
    assert read(text) == ms


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty"),
        ("  ", "empty"),
        ("soon", "form"),
        ("1:2:3:4", "form"),
        ("-1:00", "form"),
        ("PT", "form"),
        ("1:60", "range"),
        ("1:60:00", "range"),
    ],
)
def test_what_is_no_time_is_refused_with_its_reason(text, code):
    with pytest.raises(UnreadableTime) as refusal:
        read(text)
    assert refusal.value.code == code


def test_times_are_shown_for_each_reader():
    assert (show(3_723_500), show(63_999), show(0)) == ("1:02:03", "1:03", "0:00")
    assert vtt(1_000) == "00:00:01.000"
    assert [duration(ms) for ms in (0, 3_720_000, 61_250)] == ["PT0S", "PT1H2M", "PT1M1.25S"]


@given(hours_of_ms)
def test_exact_notations_read_back(ms):
    assert read(vtt(ms)) == ms
    assert read(duration(ms)) == ms
    assert read(show(ms)) == ms - ms % 1000
