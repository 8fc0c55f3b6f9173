"""The comparison says what an approval would change, and nothing that stays."""

from dataclasses import replace

from archive.document.document import Claim, Recording, Segment, Sitting, Speaker, Transcript
from archive.publishing.comparison import changes
from tests.edition.factory import document

CLAIM = Claim(key="c1", question={}, statement={"uk": "Так.", "en": "So."}, attribution={}, confidence="stated")


def with_passages(*texts):
    segments = tuple(
        Segment(key=f"a{n}", start_ms=n, end_ms=n + 1, speaker=None, text=(text,)) for n, text in enumerate(texts)
    )
    transcript = Transcript(key="t", language="uk", kind="verbatim", maker="hand", segments=segments)
    recording = Recording(
        key="r", starts_ms=0, duration_ms=None, has_sound=False, has_film=False, transcripts=(transcript,)
    )
    return document(sittings=(Sitting(key="s", recordings=(recording,)),))


def test_equal_documents_have_no_changes_whatever_the_order_of_their_languages():
    before = document(title={"uk": "Підвал", "en": "Cellar"}, claims=(CLAIM,))
    after = document(title={"en": "Cellar", "uk": "Підвал"}, claims=(CLAIM,))
    assert changes(before, after) == []


def test_a_text_changes_in_one_language_alone():
    before = document(abstract={"uk": "Хліб.", "en": "Bread."})
    after = document(abstract={"uk": "Хліб.", "en": "Bread and candles."})
    [change] = changes(before, after)
    assert (change.part, change.before, change.after) == ("Summary · English", "Bread.", "Bread and candles.")


def test_items_are_matched_by_key_and_not_by_their_place():
    other = replace(CLAIM, key="c2", statement={"uk": "Ні."})
    [change] = changes(document(claims=(CLAIM,)), document(claims=(other, CLAIM)))[:1]
    assert change.after == "Ні." and change.before == ""
    assert all(
        "Так." not in (c.before, c.after) for c in changes(document(claims=(CLAIM,)), document(claims=(other, CLAIM)))
    )


def test_a_withheld_passage_is_named_with_its_recording_and_language():
    [change] = changes(with_passages("Перша.", "Друга."), with_passages("Перша.", None))
    assert (change.part, change.before, change.after) == ("Passage 1 · Ukrainian · 2", "Друга.", "▇▇▇")


def test_no_key_of_a_record_is_shown():
    speaker = Speaker(key="zzkeyzz", role="narrator", rendition="pseudonym", name={"uk": "Марта"})
    shown = changes(None, document(speakers=(speaker,)))
    assert shown and all("zzkeyzz" not in c.part + c.before + c.after for c in shown)
