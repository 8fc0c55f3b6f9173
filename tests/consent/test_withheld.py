"""What is withheld is gone from the words in every language, and from the sound."""

from dataclasses import replace

import pytest
from hypothesis import strategies as st

from archive.consent import dossier as whole
from archive.consent.narrowing import narrow
from archive.consent.redaction import transcripts_of

from .looking import look, open_dossiers, passage, passages, plain_dossier, words
from .order import covers
from .strategies import WORDS, days, dossiers, law, permissions


@law(open_dossiers, days, st.sampled_from(["a0", "a1", "a2"]), st.sampled_from(WORDS))
def test_withheld_words_are_gone_from_their_passage_in_every_language(opened, day, key, quote):
    dossier, allowed = opened
    dossier = replace(dossier, redactions=(*dossier.redactions, whole.Redaction(passage=key, quote=quote)))
    original = {(t.key, s.key): s.text[0] for t in transcripts_of(dossier) for s in t.segments}
    for transcript, segment in passages(narrow(dossier, allowed, on=day)):
        if segment.key == key:
            assert all(run is None or quote not in run for run in segment.text)
            assert quote in original[transcript, key] or segment.text == (None,)


@law(open_dossiers, days, st.integers(0, 50), st.integers(1, 20))
def test_a_withheld_time_takes_its_passages_in_every_version(opened, day, start, length):
    dossier, allowed = opened
    recordings = [r for s in dossier.sittings for r in s.recordings]
    if not recordings:
        return
    recording, span = recordings[0], (start * 1000, (start + length) * 1000)
    cut = whole.Redaction(recording=recording.key, start_ms=span[0], end_ms=span[1])
    document = narrow(replace(dossier, redactions=(*dossier.redactions, cut)), allowed, on=day)
    touched = {
        s.key
        for t in recording.transcripts
        for s in t.segments
        if s.end_ms > s.start_ms and s.start_ms < span[1] and span[0] < s.end_ms
    }
    for shown_recording in document.recordings:
        if shown_recording.key == recording.key:
            assert not shown_recording.has_sound or covers(shown_recording.silenced, [span])
            open_ = {s.key for t in shown_recording.transcripts for s in t.segments if not s.is_withheld}
            assert not open_ & touched
            assert not any(span[0] <= point.at_ms < span[1] for point in shown_recording.headings)


@law(dossiers(), permissions(), days)
def test_what_is_withheld_in_the_text_is_silent_in_the_sound(dossier, allowed, day):
    document = narrow(dossier, allowed, on=day)
    if document is None:
        return
    withheld = {r.passage for r in dossier.redactions if r.passage}
    known = {r.key: r for s in dossier.sittings for r in s.recordings}
    for recording in document.recordings:
        if not recording.has_sound:
            assert recording.silenced == () and recording.duration_ms is None and not recording.has_film
            continue
        spans = [
            (s.start_ms, s.end_ms) for t in known[recording.key].transcripts for s in t.segments if s.key in withheld
        ]
        spans += [(r.start_ms, r.end_ms) for r in dossier.redactions if r.recording == recording.key]
        assert covers(recording.silenced, [span for span in spans if span[1] > span[0]])


@law(open_dossiers, days, st.sampled_from(["passage", "recording"]))
def test_an_anchor_that_is_not_found_withholds_every_passage_and_all_sound(opened, day, what):
    dossier, allowed = opened
    lost = whole.Redaction(passage="zz") if what == "passage" else whole.Redaction(recording="zz", start_ms=0, end_ms=9)
    document = narrow(replace(dossier, redactions=(lost,)), allowed, on=day)
    assert passages(document) == []
    assert not any(r.has_sound or r.index for r in document.recordings)


@pytest.mark.parametrize("translation_is_timed", [True, False])
def test_a_withheld_time_is_withheld_in_a_translation_without_times_too(translation_is_timed):
    cut = whole.Redaction(recording="r0", start_ms=12_000, end_ms=13_000)
    document = look(plain_dossier([cut], translation_is_timed))
    assert words(document)["uk"][1] == words(document)["en"][1] == (None,)
    assert words(document)["en"][0] == ("We went down to the cellar.",)


@pytest.mark.parametrize("translation_is_timed", [True, False])
def test_a_withheld_passage_is_silenced_where_any_version_knows_its_time(translation_is_timed):
    document = look(plain_dossier([whole.Redaction(passage="a1")], translation_is_timed))
    assert document.recordings[0].silenced == ((10_000, 20_000),)


def test_a_version_that_divides_the_words_otherwise_loses_what_lies_beside_the_withheld_passage():
    second = (
        passage("e0", 0, 15_000, "olena", "Підвал і хліб."),
        passage("e1", 15_000, 30_000, "maria", "Вогнище й зошит."),
        passage("e2", 30_000, 40_000, "olena", "Кінець."),
    )
    document = look(plain_dossier([whole.Redaction(passage="a1", quote="Хліб")], second=second))
    assert words(document)["edited"] == [(None,), (None,), ("Кінець.",)]
    assert words(document)["uk"][1] == (None, " пекли на вогнищі.")


def test_a_version_whose_words_have_no_time_loses_them_all_when_a_passage_it_does_not_know_is_withheld():
    second = (passage("e0", 0, 0, "olena", "Підвал, хліб і зошит."),)
    assert "edited" not in words(look(plain_dossier([whole.Redaction(passage="a1")], second=second)))
