"""The laws of narrowing: only what the dossier holds, never more for fewer permissions, nothing withheld."""

import datetime as dt
from dataclasses import fields, is_dataclass, replace

import pytest
from hypothesis import strategies as st
from msgspec import UNSET

from archive.consent import dossier as whole
from archive.consent.narrowing import RANKS, USES, narrow, withheld_passages
from archive.consent.permissions import NOTHING, everything, intersect
from archive.consent.redaction import transcripts_of
from archive.consent.schedule import Audience, always
from archive.document import canonical
from archive.document import document as shown

from .order import covers, shows_no_more
from .strategies import WORDS, days, dossiers, law, permissions, redactions

FIXED = {"", "role-only", "withheld", *USES}
COARSEST = {"exact": "site", "settlement": "settlement", "raion": "raion", "oblast": "oblast"}
audiences = st.sampled_from([Audience.STAFF, Audience.RESEARCHERS, Audience.PUBLIC])
open_dossiers = dossiers().map(lambda dossier: (dossier, everything(p.key for p in dossier.participations)))


def strings(value):
    """Every string in a structure of plain data."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from strings(getattr(value, field.name))
    elif isinstance(value, dict):
        for key, each in value.items():
            yield key
            yield from strings(each)
    elif isinstance(value, (tuple, list, set)):
        for each in value:
            yield from strings(each)


def versions(document: shown.Document) -> list[shown.Transcript]:
    return [*(t for r in document.recordings for t in r.transcripts), *document.texts]


def passages(document):
    """(transcript key, segment) of every passage that is shown."""
    return [(t.key, s) for t in versions(document) for s in t.segments]


def without_passages(document):
    """The document with its passages' words taken out, so that only its other leaves remain."""
    bare = canonical.load(canonical.dump(document), shown.Document)
    empty = [replace(t, segments=tuple(replace(s, text=()) for s in t.segments)) for t in versions(bare)]
    return [replace(bare, sittings=(), texts=()), bare.sittings and [r.index for r in bare.recordings], empty]


# Leaves


@law(dossiers(), permissions(), days, audiences)
def test_every_leaf_comes_from_the_dossier(dossier, allowed, day, audience):
    document = narrow(dossier, allowed, on=day, audience=audience)
    if document is None:
        return
    assert set(strings(without_passages(document))) <= {*strings(replace(dossier, redactions=())), *FIXED}
    known = {(t.key, s.key): s.text[0] for t in transcripts_of(dossier) for s in t.segments}
    for key, segment in passages(document):
        assert all(run is None or run in known[key, segment.key] for run in segment.text)


@law(dossiers(), days, audiences)
def test_of_nothing_permitted_there_is_nothing(dossier, day, audience):
    assert narrow(dossier, NOTHING, on=day, audience=audience) is None


@law(dossiers(), permissions(), days)
def test_the_same_gives_the_same_bytes_and_leaves_the_dossier_alone(dossier, allowed, day):
    before = canonical.dump(dossier)
    first, second = narrow(dossier, allowed, on=day), narrow(dossier, allowed, on=day)
    assert canonical.dump(first) == canonical.dump(second)
    assert canonical.dump(dossier) == before


@law(open_dossiers, days)
def test_with_everything_permitted_and_nothing_withheld_all_is_there(opened, day):
    dossier, allowed = opened
    document = narrow(replace(dossier, redactions=()), allowed, on=day)
    assert document.title == dossier.title and document.abstract == dossier.abstract
    there = {s.key for t in transcripts_of(dossier) for s in t.segments}
    assert document.claims == tuple(c for c in dossier.claims if not c.passage or c.passage in there)
    assert document.papers == dossier.papers
    assert document.uses == USES
    shown_texts = {s.text for _, s in passages(document)}
    assert shown_texts == {s.text for t in transcripts_of(dossier) for s in t.segments}
    assert withheld_passages(replace(dossier, redactions=()), document) == 0


# Order


@law(dossiers(), permissions(), permissions(), days)
def test_fewer_permissions_never_give_more(dossier, one, other, day):
    less, more = narrow(dossier, intersect(one, other), on=day), narrow(dossier, one, on=day)
    assert shows_no_more(less, more, dossier)


@law(open_dossiers, permissions(), days)
def test_nobody_sees_more_than_with_everything_permitted(opened, allowed, day):
    dossier, all_of_it = opened
    assert shows_no_more(narrow(dossier, allowed, on=day), narrow(dossier, all_of_it, on=day), dossier)


@law(dossiers(), permissions(), days)
def test_a_wider_audience_never_sees_more(dossier, allowed, day):
    seen = [narrow(dossier, allowed, on=day, audience=audience) for audience in sorted(Audience, reverse=True)]
    for wider, narrower in zip(seen, seen[1:], strict=False):
        assert shows_no_more(wider, narrower, dossier)


@law(dossiers(), permissions(), days, redactions)
def test_one_more_withheld_passage_never_gives_more(dossier, allowed, day, redaction):
    stricter = replace(dossier, redactions=(*dossier.redactions, redaction))
    assert shows_no_more(narrow(stricter, allowed, on=day), narrow(dossier, allowed, on=day), dossier)


def test_the_order_can_tell_more_from_less():
    """Guards the laws above: a document that shows something again is not smaller."""
    dossier = plain_dossier()
    full = narrow(dossier, everything(["olena", "maria"]), on=dt.date(2024, 1, 1))
    for change in (
        {"abstract": {"en": "Other"}},
        {"uses": (*USES, "sale")},
        {"speakers": ()},
        {"texts": full.recordings[0].transcripts},
        {"topics": ("another",)},
    ):
        changed = replace(full, **change)
        assert not (shows_no_more(changed, full, dossier) and shows_no_more(full, changed, dossier)), change


# Withheld words


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


# Who is not there


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


@law(dossiers(), permissions(), days)
def test_a_place_is_never_finer_than_its_precision(dossier, allowed, day):
    document = narrow(dossier, allowed, on=day)
    shown_places = {reference.place for reference in document.places} if document else set()
    for mention in dossier.places:
        allowed_finest = RANKS.get(COARSEST.get(mention.precision, ""), 9)
        if allowed.of_whole("exact-place").on(day) is not Audience.PUBLIC:
            allowed_finest = max(allowed_finest, RANKS["settlement"])
        for link in mention.chain:
            assert link.place not in shown_places or RANKS[link.level] >= allowed_finest


# Stories


def segment(key, start, end, speaker, text):
    return shown.Segment(key=key, start_ms=start, end_ms=end, speaker=speaker, text=(text,))


def plain_dossier(redactions=(), translation_is_timed=True, second=None, kind="video") -> whole.Dossier:
    """Two sisters and an interviewer, one film with a transcript, its translation, and what ``second`` is given."""
    t = 1 if translation_is_timed else 0
    original = (
        segment("a0", 0, 10_000, "olena", "Ми спустилися в підвал."),
        segment("a1", 10_000, 20_000, "maria", "Хліб пекли на вогнищі."),
        segment("a2", 20_000, 30_000, None, "Зошит я зберегла."),
    )
    english = (
        segment("a0", 0, t * 10_000, "olena", "We went down to the cellar."),
        segment("a1", t * 10_000, t * 20_000, "maria", "We baked bread over a fire."),
        segment("a2", t * 20_000, t * 30_000, None, "I kept the notebook."),
    )

    def transcript(key, language, segments):
        return shown.Transcript(key=key, language=language, kind="verbatim", maker="hand", segments=segments)

    versions = [transcript("uk", "uk", original), transcript("en", "en", english)]
    if second:
        versions.append(transcript("edited", "uk", second))
    recording = whole.Recording(key="r0", starts_ms=0, duration_ms=40_000, kind=kind, transcripts=tuple(versions))
    people = tuple(
        whole.Participation(key=key, role="narrator", rendition="full", names={"full": {"uk": key}}, person=key)
        for key in ("olena", "maria")
    )
    nothing = dict.fromkeys(
        ("warnings", "languages", "places", "topics", "events", "people", "texts", "papers", "sources", "claims"), ()
    )
    return whole.Dossier(
        kind="recorded", basis="agreement", collection="izium", title={"en": "Bread"}, abstract={"en": "Short"},
        notice={}, recorded="", told="", participations=people,
        sittings=(whole.Sitting(key="s0", recordings=(recording,)),), redactions=tuple(redactions), **nothing,
    )  # fmt: skip


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


def words(document) -> dict[str, list[tuple]]:
    return {t.key: [s.text for s in t.segments] for t in versions(document)}


def look(dossier, without=()):
    """What the public sees if these narrators have withdrawn."""
    allowed = everything(["olena", "maria"])
    for key in without:
        allowed.people[key] = {}
    return narrow(dossier, allowed, on=dt.date(2024, 1, 1))


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
        segment("e0", 0, 15_000, "olena", "Підвал і хліб."),
        segment("e1", 15_000, 30_000, "maria", "Вогнище й зошит."),
        segment("e2", 30_000, 40_000, "olena", "Кінець."),
    )
    document = look(plain_dossier([whole.Redaction(passage="a1", quote="Хліб")], second=second))
    assert words(document)["edited"] == [(None,), (None,), ("Кінець.",)]
    assert words(document)["uk"][1] == (None, " пекли на вогнищі.")


def test_a_version_whose_words_have_no_time_loses_them_all_when_a_passage_it_does_not_know_is_withheld():
    second = (segment("e0", 0, 0, "olena", "Підвал, хліб і зошит."),)
    assert "edited" not in words(look(plain_dossier([whole.Redaction(passage="a1")], second=second)))


def test_a_film_is_heard_but_not_seen_when_one_of_those_in_it_has_withdrawn():
    assert look(plain_dossier()).recordings[0].has_film
    recording = look(plain_dossier(), without=["maria"]).recordings[0]
    assert not recording.has_film


def test_words_whose_speaker_nobody_noted_are_withheld_when_one_narrator_has_withdrawn():
    assert words(look(plain_dossier(), without=["maria"]))["en"] == [("We went down to the cellar.",), (None,), (None,)]


def test_without_knowing_every_speaker_nothing_is_heard_when_one_narrator_has_withdrawn():
    assert not look(plain_dossier(), without=["maria"]).recordings[0].has_sound


PAPER = shown.Paper(
    key="d0",
    kind="letter",
    title={"en": "A letter"},
    transcription={"uk": "Сестро"},
    pages=(
        shown.Page(
            key="g0", regions=(shown.Region(key="n0", left=0, top=0, width=9, height=9, note={"en": "A crossed word"}),)
        ),
    ),
    page_texts=(shown.PageText(page="g0", transcription={"uk": "Сестро"}),),
    language="uk",
    makers={"en": "machine"},
    source="s0",
    absence="rights",
)


@pytest.mark.parametrize(
    ("refused", "gone"),
    [
        ("transcript", {"transcription": {}, "page_texts": UNSET, "makers": UNSET}),
        ("images", {"pages": ()}),
        ("description", {"source": UNSET}),
    ],
)
def test_words_pictures_with_their_notes_and_source_of_a_paper_each_need_their_own_permission(refused, gone):
    permitted = everything(("olena", "maria"))
    allowed = replace(permitted, whole=permitted.whole | {refused: always(Audience.NOBODY)})
    [paper] = narrow(replace(plain_dossier(), papers=(PAPER,)), allowed, on=dt.date(2024, 1, 1)).papers
    assert paper == replace(PAPER, **gone)
