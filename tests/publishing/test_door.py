"""Nothing is public that was not approved and permitted; what is withdrawn is gone at once."""

import datetime as dt

import pytest

from archive import publishing
from archive.catalogue.models import CustodyEvent, Grant, Interview
from archive.custody import acting
from archive.edition.models import Edition, FacetValue, PublishedInterview, SearchEntry, Tombstone
from tests import cast

pytestmark = pytest.mark.django_db


def public(interview) -> PublishedInterview | None:
    interview.refresh_from_db()
    publication = getattr(interview, "publication", None)
    return publication and PublishedInterview.objects.filter(reference=publication.reference).first()


def test_a_draft_is_not_public():
    interview = cast.interview()
    assert public(interview) is None
    assert not PublishedInterview.everything.exists()


def test_an_approved_interview_is_public_with_its_texts():
    row = public(cast.published())
    assert row.content.title["en"] == "The cellar"
    assert [t.language for r in row.content.recordings for t in r.transcripts] == ["uk", "en"]
    assert row.content.speakers[0].name == {"uk": "Олена К.", "en": "Olena K."}
    assert SearchEntry.objects.filter(interview=row, kind="passage").count() == 6


def test_an_edit_after_approval_is_not_public_until_approved():
    interview = cast.published()
    with acting(cast.archivist()):
        interview.title_en = "Another title"
        interview.save()
    publishing.publish(interview)
    assert public(interview).content.title["en"] == "The cellar"
    cast.approve(interview)
    assert public(interview).content.title["en"] == "Another title"


def test_a_withdrawal_removes_everything_at_once():
    interview = cast.published()
    reference = interview.publication.reference
    publishing.withdraw(
        interview.participations.get(), by=cast.archivist(), requester="narrator", received_on=dt.date(2024, 1, 1)
    )
    assert not PublishedInterview.everything.exists()
    assert not SearchEntry.everything.exists() and not FacetValue.everything.exists()
    assert Tombstone.objects.get().reference == reference


def test_a_withdrawal_that_asks_for_silence_leaves_no_tombstone():
    interview = cast.published()
    publishing.withdraw(
        interview.participations.get(),
        by=cast.archivist(),
        requester="narrator",
        received_on=dt.date(2024, 1, 1),
        answer="missing",
    )
    assert not PublishedInterview.everything.exists() and not Tombstone.objects.exists()


def test_one_sisters_withdrawal_stops_the_whole_and_then_leaves_the_others_words():
    interview = cast.published(narrators=2)
    first, second = interview.participations.all()
    publishing.withdraw(first, by=cast.archivist(), requester="narrator", received_on=dt.date(2024, 1, 1))
    assert public(interview) is None
    publishing.release(interview, by=cast.moderator(), reason="The sister's words may stay.")
    document = public(interview).content
    assert [s.key for s in document.speakers] == [second.key]
    english = next(t for r in document.recordings for t in r.transcripts if t.language == "en")
    assert [s.text for s in english.segments] == [(None,), ("We baked bread over a fire.",), (None,)]


def test_a_stricter_grant_applies_as_it_is_saved_and_its_undoing_needs_an_approval():
    interview = cast.published()
    grant = Grant.objects.get(record__participation__interview=interview, scope="transcript")
    for audience in ("researchers", "public"):
        with acting(cast.archivist()):
            grant.audience = audience
            grant.save()
        assert not any(r.transcripts for r in public(interview).content.recordings)
    cast.approve(interview)
    assert any(r.transcripts for r in public(interview).content.recordings)


def test_a_stop_is_reversible_by_a_moderator_alone():
    interview = cast.published()
    publishing.stop(interview, by=cast.archivist(), reason="A call from the family.")
    assert public(interview) is None
    with pytest.raises(publishing.Refused):
        publishing.release(interview, by=cast.archivist(), reason="All is well.")
    publishing.release(interview, by=cast.moderator(), reason="All is well.")
    assert public(interview) is not None


def test_a_redaction_withholds_the_passage_in_every_language():
    interview = cast.published()
    publishing.redact(interview, by=cast.archivist(), reason="third-person", alignment="a1", quote="over a fire")
    texts = {t.language: t.segments[1].text for r in public(interview).content.recordings for t in r.transcripts}
    assert texts == {"en": ("We baked bread ", None, "."), "uk": (None,)}


def test_an_embargo_ends_by_itself_but_only_as_approved(time_machine):
    time_machine.move_to("2026-01-10 12:00")
    interview = cast.interview()
    with acting(cast.archivist()):
        Grant.objects.filter(record__participation__interview=interview).update(starts_on=dt.date(2026, 2, 1))
    cast.approve(interview)
    assert public(interview) is None
    time_machine.move_to("2026-02-01 00:30+02:00")
    from archive.publishing.clock import publish_due

    publish_due()
    assert public(interview) is not None


def test_a_consent_that_runs_out_is_gone_the_next_day_without_any_worker(time_machine):
    time_machine.move_to("2026-01-10 12:00")
    interview = cast.interview()
    Grant.objects.filter(record__participation__interview=interview).update(ends_on=dt.date(2026, 1, 31))
    cast.approve(interview)
    assert public(interview) is not None
    time_machine.move_to("2026-02-01 00:30+02:00")
    assert public(interview) is None
    assert not SearchEntry.objects.exists() and not FacetValue.objects.exists()


def test_the_editor_cannot_approve_nor_can_a_superuser_who_edited():
    interview = cast.interview()
    editor = cast.archivist()
    editor.is_superuser = True
    editor.save()
    publishing.submit(interview, by=cast.staff("second", "Archivist"))
    review = publishing.look(interview)
    assert review.refusals(editor)
    with pytest.raises(publishing.Refused, match="yourself"):
        publishing.approve(interview, by=editor, seen=review.digest, checklist={c for c, _ in review.checklist})


def test_an_approval_of_something_that_changed_since_is_refused():
    interview = cast.interview()
    publishing.submit(interview, by=cast.archivist())
    review = publishing.look(interview)
    with acting(cast.archivist()):
        interview.refresh_from_db()
        interview.abstract_en = "Something else."
        interview.save()
    with pytest.raises(publishing.Refused, match="changed since"):
        publishing.approve(interview, by=cast.moderator(), seen=review.digest, checklist=dict(review.checklist))
    assert Interview.objects.get(pk=interview.pk).state == "submitted"


def test_a_withheld_name_in_the_text_has_to_be_withheld_or_waived():
    interview = cast.interview(abstract_uk="Розмова з Оленою Коваленко про хліб.")
    publishing.submit(interview, by=cast.archivist())
    review = publishing.look(interview)
    assert [s.found for s in review.sightings] and "Withheld names" in " ".join(review.refusals(cast.moderator()))
    for sighting in review.sightings:
        publishing.waive(interview, by=cast.moderator(), sighting=sighting.id, reason="A common surname.")
    assert publishing.look(interview).refusals(cast.moderator()) == []


def test_publishing_the_same_again_changes_no_byte_and_no_revision():
    interview = cast.published()
    before = (Edition.objects.current().revision, public(interview).document)
    assert publishing.publish(interview) is False
    assert (Edition.objects.current().revision, public(interview).document) == before


def test_every_act_leaves_its_event():
    interview = cast.published()
    publishing.stop(interview, by=cast.archivist(), reason="A call.")
    publishing.release(interview, by=cast.moderator(), reason="All is well.")
    acts = list(CustodyEvent.objects.filter(interview_key=interview.key).order_by("pk").values_list("act", flat=True))
    assert acts == ["edited", "submitted", "approved", "stopped", "released"]
