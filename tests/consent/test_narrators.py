"""Who is there, who is named and who is heard: each narrator by that narrator’s own yes."""

from dataclasses import replace

import pytest

from archive.consent import dossier as whole
from archive.consent.narrowing import narrow
from archive.consent.redaction import transcripts_of
from archive.consent.schedule import Audience
from archive.document import canonical

from .looking import look, plain_dossier, words
from .order import covers
from .strategies import days, dossiers, law, permissions


@law(dossiers(), permissions(), days)
def test_a_narrator_who_agreed_to_nothing_is_nowhere(dossier, allowed, day):
    document = narrow(dossier, allowed, on=day)
    if document is None:
        return
    bytes_ = canonical.dump(document)
    for p in dossier.participations:
        if p.role != "narrator" or allowed.of_person(p.key, "listing").on(day) is Audience.PUBLIC:
            continue
        assert f'"{p.key}"' not in bytes_ and f"Name-{p.key}" not in bytes_ and p.person not in bytes_


@law(dossiers(), permissions(), days)
def test_a_narrators_words_need_that_narrators_yes(dossier, allowed, day):
    document = narrow(dossier, allowed, on=day)
    if document is None:
        return
    narrators = [p.key for p in dossier.participations if p.role == "narrator"]
    silent = [key for key in narrators if allowed.of_person(key, "transcript").on(day) is not Audience.PUBLIC]
    present = {p.key for p in dossier.participations}
    bytes_ = canonical.dump(document)
    for transcript in transcripts_of(dossier):
        for segment in transcript.segments:
            may_be_theirs = segment.speaker in silent or (silent and segment.speaker not in present)
            assert not may_be_theirs or segment.text[0].split()[0] not in bytes_


@law(dossiers(), permissions(), days)
def test_a_narrator_who_may_not_be_heard_is_silent(dossier, allowed, day):
    document = narrow(dossier, allowed, on=day)
    if document is None:
        return
    narrators = [p.key for p in dossier.participations if p.role == "narrator"]
    unheard = {key for key in narrators if allowed.of_person(key, "audio").on(day) is not Audience.PUBLIC}
    unseen = {key for key in narrators if allowed.of_person(key, "video").on(day) is not Audience.PUBLIC}
    known = {r.key: r for s in dossier.sittings for r in s.recordings}
    for recording in document.recordings:
        assert not (recording.has_film and unseen)
        if recording.has_sound:
            theirs = [s for t in known[recording.key].transcripts for s in t.segments if s.speaker in unheard]
            assert covers(recording.silenced, [(s.start_ms, s.end_ms) for s in theirs if s.end_ms > s.start_ms])


@law(dossiers(), permissions(), days)
def test_a_name_stands_in_the_agreed_rendition_or_not_at_all(dossier, allowed, day):
    document = narrow(dossier, allowed, on=day)
    agreed = {p.key: p for p in dossier.participations}
    for speaker in document.speakers if document else ():
        p = agreed[speaker.key]
        if speaker.rendition not in ("role-only", "withheld"):
            assert speaker.rendition == p.rendition and speaker.name == p.names[p.rendition]
            assert allowed.of_person(p.key, "name").on(day) is Audience.PUBLIC
        assert speaker.identity in ("", p.person)
        if speaker.identity:
            assert p.links_identity and speaker.rendition == "full"


@pytest.mark.parametrize(
    ("cut", "without", "rejected", "named"),
    [
        ((), (), (), ["a0", "a1"]),
        ([whole.Redaction(passage="a0", quote="підвал")], (), (), ["a1"]),
        ([whole.Redaction(recording="r0", start_ms=12_000, end_ms=13_000)], (), (), ["a0"]),
        ((), ["maria"], (), ["a0"]),
        ((), (), ["a1"], ["a0"]),
        ((), (), [""], []),
    ],
)
def test_a_person_is_named_where_a_passage_is_shown_in_full_and_nobody_has_rejected_it(cut, without, rejected, named):
    mentions = tuple(whole.Mention(kind="person", slug="mayor", passage=key) for key in ("a0", "a1"))
    rejections = tuple(whole.Mention(kind="person", slug="mayor", passage=key) for key in rejected)
    document = look(replace(plain_dossier(cut), mentions=mentions, rejections=rejections), without)
    assert [(m.passage, m.person) for m in document.mentions] == [(key, "mayor") for key in named]


def test_a_film_is_heard_but_not_seen_when_one_of_those_in_it_has_withdrawn():
    assert look(plain_dossier()).recordings[0].has_film
    recording = look(plain_dossier(), without=["maria"]).recordings[0]
    assert not recording.has_film


def test_words_whose_speaker_nobody_noted_are_withheld_when_one_narrator_has_withdrawn():
    assert words(look(plain_dossier(), without=["maria"]))["en"] == [("We went down to the cellar.",), (None,), (None,)]


def test_without_knowing_every_speaker_nothing_is_heard_when_one_narrator_has_withdrawn():
    assert not look(plain_dossier(), without=["maria"]).recordings[0].has_sound
