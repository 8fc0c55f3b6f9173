"""What remains of the contents where something is withheld: no word of it, and every warning of what is left."""

import pytest
from msgspec import UNSET

from archive.consent import dossier as whole
from archive.consent.contents import contents
from archive.document import document as shown

SECOND = 1_000
NOTICES = ("grief", "violence")
"""What the whole interview warns of."""


def passage(key, start, end, text="words"):
    return shown.Segment(key=key, start_ms=start * SECOND, end_ms=end * SECOND, speaker=None, text=(text,))


def transcript(*segments):
    return shown.Transcript(key="t", language="uk", kind="verbatim", maker="hand", segments=segments)


def point(key, at, *warnings):
    return shown.IndexPoint(
        key=key,
        at_ms=at * SECOND,
        title={"en": f"Of {key}"},
        synopsis={"en": "What is told."},
        topics=("bread",),
        warnings=warnings or UNSET,
    )


def left(withheld, *, is_heard=True, read=((0, 10), (10, 20), (20, 30)), duration=40, points=None):
    """What remains of a heading of the first twenty seconds and one of all that follows: key, title or not, warnings."""
    recording = whole.Recording(
        key="r",
        starts_ms=0,
        duration_ms=duration * SECOND if duration else None,
        kind="audio",
        transcripts=(transcript(passage("a", 0, 10), passage("b", 10, 20), passage("c", 20, 30)),),
        index=points or (point("cellar", 0, "violence"), point("notebook", 20)),
    )
    spans = None if withheld is None else {(start * SECOND, end * SECOND) for start, end in withheld}
    read = (transcript(*(passage(f"s{n}", *span) for n, span in enumerate(read))),) if read else ()
    return [
        (p.key, bool(p.title or p.synopsis or p.topics), p.warnings or ())
        for p in contents(recording, withheld=spans, is_heard=is_heard, shown=read, warnings=NOTICES)
    ]


CELLAR, NOTEBOOK = ("cellar", True, ("violence",)), ("notebook", True, ())
UNTITLED = ("cellar", False, NOTICES)


@pytest.mark.parametrize(
    ("withheld", "remains"),
    [
        ([], [CELLAR, NOTEBOOK]),
        ([(12, 13)], [UNTITLED, NOTEBOOK]),
        ([(0, 19)], [UNTITLED, NOTEBOOK]),
        ([(0, 15), (15, 20)], [NOTEBOOK]),
        ([(5, 20), (0, 10)], [NOTEBOOK]),
        ([(19, 21)], [UNTITLED, ("notebook", False, ())]),
        ([(0, 40)], []),
    ],
)
def test_a_heading_of_which_only_some_is_withheld_loses_its_words_and_keeps_its_warnings(withheld, remains):
    assert left(withheld, read=()) == remains


def test_where_no_sound_is_left_a_heading_stands_where_something_of_it_can_be_read():
    assert left([(0, 10)], is_heard=False, read=[(10, 20)]) == [UNTITLED, NOTEBOOK]
    assert left([(0, 10)], is_heard=False, read=[(20, 30)]) == [NOTEBOOK]


def test_where_nobody_knows_what_time_is_withheld_no_heading_keeps_its_words():
    assert left(None, is_heard=False) == [UNTITLED, ("notebook", False, ())]
    assert left(None, is_heard=False, read=[(0, 10)]) == [UNTITLED]
    assert left(None, is_heard=False, read=()) == []


def test_what_is_withheld_after_the_last_words_brings_no_heading_back():
    assert left([(20, 30)], duration=None) == left([(20, 30), (50, 60)], duration=None)


def test_of_a_recording_whose_length_nobody_knows_the_last_heading_is_of_its_last_words():
    assert left([(20, 25)], duration=None, read=[(25, 30)]) == [CELLAR, ("notebook", False, ())]


def test_the_silence_between_passages_that_are_withheld_keeps_no_heading():
    recording = whole.Recording(
        key="r",
        starts_ms=0,
        duration_ms=40 * SECOND,
        kind="audio",
        transcripts=(transcript(passage("a", 1, 9), passage("b", 10, 19), passage("c", 21, 30)),),
        index=(point("cellar", 0, "violence"), point("notebook", 20)),
    )
    withheld = {(1 * SECOND, 9 * SECOND), (10 * SECOND, 19 * SECOND)}
    left = contents(recording, withheld=withheld, is_heard=True, shown=recording.transcripts[:0], warnings=NOTICES)
    assert [p.key for p in left] == ["notebook"]


def test_where_the_interview_warns_of_nothing_a_heading_that_lost_its_words_does_not_either():
    recording = whole.Recording(
        key="r", starts_ms=0, duration_ms=40 * SECOND, kind="audio", index=(point("cellar", 0, "violence"),)
    )
    left = contents(recording, withheld={(0, SECOND)}, is_heard=True, shown=(), warnings=())
    assert [(p.title, p.warnings) for p in left] == [({}, UNSET)]
