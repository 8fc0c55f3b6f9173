"""The comparison says what an approval would change, and nothing that stays."""

from dataclasses import replace

from archive.document.document import (
    Claim,
    Page,
    PageText,
    Paper,
    Recording,
    Region,
    Segment,
    Sitting,
    Speaker,
    Standing,
    Transcript,
)
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


def judged(word="disputed", **signature):
    standing = Standing(word=word, signature=signature or {"en": "The archivist"}, signed="2024-05-01")
    return replace(CLAIM, standing=standing)


def test_how_a_claim_stands_reads_as_words_in_every_language_of_its_signature():
    [english, polish] = changes(
        document(claims=(CLAIM,)), document(claims=(judged(en="The archivist", pl="Archiwistka"),))
    )
    assert (english.part, english.before) == ("Claim 1 · How it stands · English", "")
    assert english.after == "other accounts differ, signed by The archivist, 1 May 2024"
    assert polish.after == "other accounts differ, signed by Archiwistka, 1 May 2024"
    [word] = changes(document(claims=(judged(),)), document(claims=(judged("corroborated"),)))
    assert word.after.startswith("other accounts agree, ")


def test_the_passage_of_a_claim_is_named_by_its_time_and_its_first_words():
    texts = ("Перша.", "Раз два три чотири п’ять шість сім вісім дев’ять.")
    made = [replace(with_passages(*texts), claims=(replace(CLAIM, passage=key),)) for key in ("a0", "a1")]
    [change] = changes(*made)
    assert (change.part, change.before) == ("Claim 1 · Passage", "0:00 “Перша.”")
    assert change.after == "0:00 “Раз два три чотири п’ять шість сім вісім…”"
    [gone] = changes(made[0], replace(made[0], claims=(CLAIM,)))
    assert (gone.before, gone.after) == ("0:00 “Перша.”", "")


def test_the_question_that_a_claim_answers_is_told_from_a_heading_of_its_own_and_from_what_is_said():
    headed = replace(CLAIM, question={"en": "Bread"})
    [gone, come] = changes(document(claims=(replace(headed, answers="bread"),)), document(claims=(headed,)))[::-1]
    assert (gone.part, gone.before) == ("Claim 1 · Question it answers · English", "Bread")
    assert (come.part, come.after) == ("Claim 1 · Heading · English", "Bread")


def test_how_a_claim_is_known_and_when_it_was_read_as_words():
    [change] = changes(document(claims=(CLAIM,)), document(claims=(replace(CLAIM, told="2022-04"),)))
    assert (change.before, change.after) == ("stated by the narrator", "stated by the narrator, April 2022")


def test_a_withheld_passage_is_named_with_its_recording_and_language():
    [change] = changes(with_passages("Перша.", "Друга."), with_passages("Перша.", None))
    assert (change.part, change.before, change.after) == ("Passage 1 · Ukrainian · 2", "Друга.", "▇▇▇")


def test_no_key_of_a_record_is_shown():
    speaker = Speaker(key="zzkeyzz", role="narrator", rendition="pseudonym", name={"uk": "Марта"})
    shown = changes(None, document(speakers=(speaker,)))
    assert shown and all("zzkeyzz" not in c.part + c.before + c.after for c in shown)


def letter(note="The word crossed out.", left=1000, says="Сестро", **fields):
    region = Region(key="zzregionzz", left=left, top=0, width=250, height=100, note={"en": note})
    return document(
        papers=(
            Paper(
                key="zzpaperzz",
                kind="letter",
                title={"en": "A letter"},
                pages=(Page(key="zzpagezz", alternative={"en": "A sheet"}, regions=(region,)),),
                page_texts=(PageText(page="zzpagezz", transcription={"uk": says}),),
                **fields,
            ),
        )
    )


def test_what_a_sheet_says_and_each_note_on_its_picture_are_compared_by_themselves():
    [note] = changes(letter(), letter(note="The word underlined."))
    assert (note.part, note.before, note.after) == (
        "Document 1 · Picture 1 · Note 1 · English", "The word crossed out.", "The word underlined.",
    )  # fmt: skip
    [place] = changes(letter(), letter(left=1250))
    assert place.after == "12.5 % from the left, 0 % from the top, 2.5 % wide, 1 % high"
    [sheet] = changes(letter(), letter(says="Брате"))
    assert (sheet.part, sheet.after) == ("Document 1 · Sheet 1 · Ukrainian", "Брате")


def test_who_made_a_text_and_how_a_paper_may_be_used_are_compared():
    [machine] = changes(letter(), letter(makers={"en": "machine"}))
    assert machine.after == "English: made by machine and not checked"
    [licence] = changes(letter(), letter(licence="cc-by"))
    assert "cc-by" in licence.after and "cc-by" not in licence.before
    assert not any("zz" in c.part + c.before + c.after for c in changes(None, letter()))
