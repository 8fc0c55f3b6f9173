"""A transcript as people write it is read, and what is wrong is said by line."""

import pytest

from archive.workroom.transcript_text import Fault, Passage, parse


def test_lines_with_time_speaker_and_words():
    passages, faults = parse("00:01 Narrator: We went down.\n\n1:02:03.5 Interviewer: And then?\n[2:00:00] Silence.")
    assert faults == []
    assert passages == [
        Passage(1, 1000, None, "Narrator", "We went down."),
        Passage(3, 3_723_500, None, "Interviewer", "And then?"),
        Passage(4, 7_200_000, None, "", "Silence."),
    ]


def test_a_line_without_a_time_goes_on_with_the_passage_above():
    assert parse("0:01 Narrator: One.\nTwo.")[0] == [Passage(1, 1000, None, "Narrator", "One.\nTwo.")]


def test_a_dash_says_that_nobody_is_named():
    assert parse("0:01 — He said: come.")[0] == [Passage(1, 1000, None, "", "He said: come.")]


def test_webvtt_with_voices_notes_and_settings():
    text = (
        "WEBVTT - a title\n\nNOTE private\nremark\n\n1\n00:00:01.000 --> 00:00:04.000 align:start\n"
        "<v Olena K.>We <i>went</i> down.\n\n00:05.000 --> 00:06.000\nBread.\n"
    )
    assert parse(text) == (
        [Passage(7, 1000, 4000, "Olena K.", "We went down."), Passage(10, 5000, 6000, "", "Bread.")],
        [],
    )


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("Hello", [Fault(1, "time")]),
        ("0:01 One.\n0:99 Two.", [Fault(2, "time")]),
        ("0:10 One.\n0:05 Two.", [Fault(2, "order")]),
        ("WEBVTT\n\n00:04.000 --> 00:01.000\nWords", [Fault(3, "time")]),
        ("WEBVTT\n\n00:01.000 --> 00:04.000\n", [Fault(3, "words")]),
        ("", []),
    ],
)
def test_faults_name_their_line(text, faults):
    assert parse(text)[1] == faults
