"""Paths and opening sentences are public as they are saved, and go with the testimony they lead to."""

import datetime as dt

import pytest

from archive import publishing
from archive.catalogue.models import Grant, Interview, Opening, Path, PathStop, Segment
from archive.custody import acting
from archive.edition.models import Edition, PublishedOpening, PublishedPath, PublishedStop
from tests import cast

pytestmark = pytest.mark.django_db


def path(*interviews, **fields) -> Path:
    """A public path with one stop for each interview."""
    made = Path.objects.create(**{"slug": "beginning", "title_en": "Where to begin", "is_public": True} | fields)
    for position, interview in enumerate(interviews):
        PathStop.objects.create(
            path=made,
            interview=interview,
            position=position,
            sentence_en=f"Because of {position}.",
            starts_at_ms=10_500,
        )
    return made


def two():
    return cast.published(slug="one"), cast.published("The notebook", slug="two")


def said() -> list[str]:
    return [stop.sentence["en"] for stop in PublishedStop.objects.all()]


def revision() -> int:
    return Edition.objects.current().revision


def test_a_path_stands_in_the_edition_as_it_is_saved_with_its_stops_in_order():
    made, before = path(*two()), revision()
    assert PublishedPath.objects.get().content.title == {"en": "Where to begin"}
    assert said() == ["Because of 0.", "Because of 1."]
    made.title_en = "Begin here"
    made.save()
    assert PublishedPath.objects.get().content.title == {"en": "Begin here"}
    assert revision() > before


def test_a_stop_leads_to_what_is_being_said_at_its_moment():
    path(cast.published())
    stop = PublishedStop.objects.get()
    content = stop.interview.content
    assert (stop.part, stop.passage, stop.starts_at_ms) == (content.recordings[0].key, "a1", 10_500)


def test_a_moment_that_is_withheld_leads_to_the_beginning():
    made = cast.published()
    path(made)
    publishing.redact(made, by=cast.archivist(), reason="safety", alignment="a1")
    stop = PublishedStop.objects.get()
    assert (stop.part, stop.passage, stop.starts_at_ms) == ("", "", None)


def test_a_path_that_is_not_public_and_saved_again_moves_nothing():
    interview = cast.published()
    before = revision()
    made = path(interview, is_public=False)
    made.save()
    assert not PublishedPath.everything.exists() and revision() == before


def test_a_path_taken_back_is_gone_with_every_sentence():
    made = path(*two())
    made.is_public = False
    made.save()
    assert not PublishedPath.everything.exists() and not PublishedStop.everything.exists()


def test_a_deleted_path_and_a_deleted_stop_are_gone_at_once():
    made = path(*two())
    made.stops.get(position=0).delete()
    assert said() == ["Because of 1."]
    made.delete()
    assert not PublishedPath.everything.exists()


def test_a_withdrawal_takes_its_sentence_along_and_an_empty_path_too():
    one, other = two()
    path(one, other)
    withdraw(one)
    assert said() == ["Because of 1."]
    withdraw(other)
    assert not PublishedPath.everything.exists() and not PublishedStop.everything.exists()


def withdraw(interview):
    publishing.withdraw(
        interview.participations.get(), by=cast.archivist(), requester="narrator", received_on=dt.date(2024, 1, 1)
    )


def test_a_stop_that_has_run_out_is_absent_before_anything_is_purged(time_machine):
    interview = cast.interview()
    Grant.objects.filter(record__participation__interview=interview).update(ends_on=dt.date(2024, 6, 1))
    time_machine.move_to(dt.datetime(2024, 3, 1, tzinfo=dt.UTC))
    cast.approve(interview)
    path(interview)
    assert PublishedPath.objects.exists()
    time_machine.move_to(dt.datetime(2024, 7, 1, tzinfo=dt.UTC))
    assert not PublishedStop.objects.exists() and not PublishedPath.objects.exists()


def test_what_was_never_approved_has_no_sentence_until_it_is():
    draft = cast.interview()
    path(draft)
    assert not PublishedPath.everything.exists()
    cast.approve(draft)
    assert said() == ["Because of 0."]


def test_a_stop_moved_to_another_testimony_leaves_the_first():
    one, draft = cast.published(slug="one"), cast.interview(slug="draft")
    stop = path(one).stops.get()
    stop.interview = draft
    stop.save()
    assert not PublishedStop.everything.exists()


def test_a_sentence_that_says_a_withheld_name_is_not_shown():
    interview = cast.published()
    stop = path(interview).stops.get()
    for sentence in ("Олена Коваленко тут розповідає.", "Про Коваленко тут чути."):
        stop.sentence_uk = sentence
        stop.save()
        assert not PublishedStop.everything.exists(), sentence
    stop.sentence_uk = "Тут пекли хліб."
    stop.save()
    assert PublishedStop.objects.get().sentence["uk"] == "Тут пекли хліб."


def test_guides_are_no_edit_of_an_interview():
    interview = cast.published()
    path(interview)
    Opening.objects.create(interview=interview, starts_at_ms=0)
    assert not Interview.objects.get(pk=interview.pk).pending_edits.exists()


def test_an_opening_names_its_passage_and_goes_with_it():
    interview = cast.published()
    Opening.objects.create(interview=interview, starts_at_ms=12_000)
    assert PublishedOpening.objects.get().passage == "a1"
    publishing.redact(interview, by=cast.archivist(), reason="safety", alignment="a1")
    assert not PublishedOpening.everything.exists()


def test_an_opening_on_words_that_are_not_public_is_not_there():
    interview = cast.interview(consent=False)
    with acting(cast.archivist()):
        cast.grant_all(interview.participations.get(), transcript="nobody")
    cast.approve(interview)
    Opening.objects.create(interview=interview, starts_at_ms=0)
    assert not PublishedOpening.everything.exists()


def test_an_erased_interview_takes_the_stops_along():
    interview = cast.published()
    path(interview)
    publishing.propose_erasure(interview, by=cast.archivist(), reason="She asked.")
    publishing.erase_interview(interview, by=cast.moderator())
    assert not PathStop.objects.exists() and not PublishedPath.everything.exists()


def test_a_publication_that_changes_nothing_keeps_the_revision():
    interview = cast.published()
    path(interview)
    Opening.objects.create(interview=interview, starts_at_ms=0)
    before = revision()
    assert publishing.publish(interview) is False
    assert revision() == before


def test_a_stop_survives_a_new_approval_of_its_testimony():
    interview = cast.published()
    path(interview)
    with acting(cast.archivist()):
        Segment.objects.filter(transcript__interview=interview, alignment="a0").update(text="Хліб.")
        publishing.record_edit(interview, by=cast.archivist())
    cast.approve(interview)
    assert said() == ["Because of 0."]
