from django.utils.translation import override

from archive.document.document import IndexPoint
from archive.reading_room.drawing import drawn
from archive.reading_room.transcript import lines
from tests.reading_room.cast import SPEAKERS, transcript

BY_KEY = {speaker.key: speaker for speaker in SPEAKERS}


def said(*texts):
    return transcript([("olena", (text,)) for text in texts])


def test_a_passage_that_only_the_translation_has_stands_at_its_time():
    original, translation = said("один"), transcript([("olena", ("one",)), ("olena", ("two",))], "en", "translation")
    found = lines("rec", original, translation, speakers=BY_KEY)
    assert [(line.said, line.other) for line in found] == [("один", "one"), ("", "two")]


def test_a_speaker_is_named_only_where_the_speaker_changes():
    words = transcript([("asks", ("а",)), ("olena", ("б",)), ("olena", ("в",)), ("asks", ("г",))])
    assert [line.speaker is not None for line in lines("rec", words, None, speakers=BY_KEY)] == [
        True,
        True,
        False,
        True,
    ]


def test_each_heading_stands_before_the_first_passage_from_its_time_on():
    points = [IndexPoint(key="b", at_ms=6000, title={"uk": "Б"}), IndexPoint(key="a", at_ms=0, title={"uk": "А"})]
    found = lines("rec", said("1", "2", "3"), None, speakers=BY_KEY, index=points)
    assert [line.heading for line in found] == [{"uk": "А"}, None, {"uk": "Б"}]


def test_what_follows_a_heading_without_words_does_not_stand_under_the_one_before():
    points = [
        IndexPoint(key="a", at_ms=0, title={}),
        IndexPoint(key="b", at_ms=3000, title={"uk": "Б"}),
        IndexPoint(key="c", at_ms=6000, title={}),
        IndexPoint(key="d", at_ms=9000, title={}),
    ]
    found = lines("rec", said("1", "2", "3", "4"), None, speakers=BY_KEY, index=points)
    assert [line.heading for line in found] == [None, {"uk": "Б"}, {}, None]
    with override("en"):
        assert '<h3 class="quiet" lang="en">Part without a heading</h3>' in drawn(found, "")


def test_words_are_never_markup():
    assert lines("rec", said("<b>&"), None, speakers=BY_KEY)[0].said == "&lt;b&gt;&amp;"


def test_the_passage_of_a_time_is_the_last_that_has_begun():
    chosen = [line.is_chosen for line in lines("rec", said("1", "2", "3"), None, speakers=BY_KEY, at_ms=9999)]
    assert chosen == [False, True, False]


def test_no_warning_stands_above_words_that_are_withheld():
    points = [IndexPoint(key="a", at_ms=0, title={}, warnings=("grief",)), IndexPoint(key="b", at_ms=9000, title={})]
    words = transcript([("olena", (None,)), ("olena", ("так", None)), ("olena", (None,)), ("olena", ("далі",))])
    found = lines("rec", words, None, speakers=BY_KEY, index=points)
    assert [line.hard is not None for line in found] == [False, True, False, False]
    assert not any(
        line.hard for line in lines("rec", transcript([("olena", (None,))]), None, speakers=BY_KEY, index=points)
    )


def test_what_is_withheld_between_passages_under_a_warning_is_folded_with_them():
    points = [IndexPoint(key="a", at_ms=0, title={}, warnings=("grief",))]
    words = transcript([("olena", ("так",)), ("olena", (None,)), ("olena", ("далі",))])
    assert all(line.hard for line in lines("rec", words, None, speakers=BY_KEY, index=points))


def test_a_passage_shown_in_translation_alone_keeps_its_warning():
    points = [IndexPoint(key="a", at_ms=0, title={}, warnings=("grief",))]
    original, translation = (
        transcript([("olena", (None,))]),
        transcript([("olena", ("one",))], "en", "translation"),
    )
    (line,) = lines("rec", original, translation, speakers=BY_KEY, index=points)
    assert line.hard.warnings == ("grief",)
