"""The laws of narrowing: only what the dossier holds, never more for fewer permissions, each part by its own."""

import datetime as dt
from dataclasses import fields, is_dataclass, replace

import pytest
from hypothesis import strategies as st
from msgspec import UNSET

from archive.consent.narrowing import RANKS, USES, narrow, withheld_passages
from archive.consent.permissions import NOTHING, everything, intersect
from archive.consent.redaction import transcripts_of
from archive.consent.schedule import Audience, always
from archive.document import canonical
from archive.document import document as shown

from .looking import open_dossiers, passages, plain_dossier, versions
from .order import shows_no_more
from .strategies import days, dossiers, law, permissions, redactions

FIXED = {"", "role-only", "withheld", *USES}
COARSEST = {"exact": "site", "settlement": "settlement", "raion": "raion", "oblast": "oblast"}
audiences = st.sampled_from([Audience.STAFF, Audience.RESEARCHERS, Audience.PUBLIC])


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


# Parts with a scope of their own


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
