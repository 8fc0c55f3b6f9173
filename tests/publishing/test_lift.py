"""A withheld passage is shown again only after somebody else has approved it."""

import pytest

from archive import publishing
from archive.catalogue.models import CustodyEvent
from archive.edition.models import PublishedInterview
from tests import cast

pytestmark = pytest.mark.django_db


def passages(interview):
    interview.refresh_from_db()
    row = PublishedInterview.objects.get(reference=interview.publication.reference)
    return [s.text for r in row.content.recordings for t in r.transcripts if t.language == "uk" for s in t.segments]


def test_lifting_a_redaction_waits_for_an_approval():
    interview = cast.published()
    redaction = publishing.redact(interview, by=cast.archivist(), reason="safety", alignment="a1")
    publishing.lift(redaction, by=cast.archivist())
    assert passages(interview)[1] == (None,)
    assert CustodyEvent.objects.filter(act="redaction-lifted").count() == 1
    cast.approve(interview)
    assert passages(interview)[1] == (cast.UKRAINIAN[1],)


def test_a_lifted_redaction_stays_on_record_with_whoever_lifted_it():
    interview = cast.published()
    redaction = publishing.redact(interview, by=cast.moderator(), reason="safety", alignment="a1")
    publishing.lift(redaction, by=cast.archivist(), reason="He has left the town.")
    cast.approve(interview)
    redaction.refresh_from_db()
    assert (redaction.made_by, redaction.lifted_by) == (cast.moderator(), cast.archivist())
    assert redaction.lifted_at and redaction.lift_reason == "He has left the town."
    assert redaction not in interview.redactions.in_force()


def test_what_is_lifted_is_not_lifted_again():
    interview = cast.published()
    redaction = publishing.redact(interview, by=cast.moderator(), reason="safety", alignment="a1")
    publishing.lift(redaction, by=cast.archivist())
    with pytest.raises(publishing.Refused):
        publishing.lift(redaction, by=cast.archivist())
    assert CustodyEvent.objects.filter(act="redaction-lifted").count() == 1


def test_a_passage_that_is_withheld_twice_stays_withheld_when_one_of_them_is_lifted():
    interview = cast.published()
    redaction = publishing.redact(interview, by=cast.moderator(), reason="safety", alignment="a1")
    publishing.redact(interview, by=cast.moderator(), reason="minor", alignment="a1")
    publishing.lift(redaction, by=cast.archivist())
    cast.approve(interview)
    assert passages(interview)[1] == (None,)


def test_whoever_lifts_a_redaction_has_edited_the_interview():
    interview = cast.published()
    redaction = publishing.redact(interview, by=cast.moderator(), reason="safety", alignment="a1")
    assert not interview.pending_edits.exists()
    publishing.lift(redaction, by=cast.archivist())
    assert interview.pending_edits.get().editor == cast.archivist()


def test_a_moderator_does_not_lift_what_a_moderator_would_have_to_approve():
    interview = cast.published()
    redaction = publishing.redact(interview, by=cast.moderator(), reason="safety", alignment="a1")
    with pytest.raises(publishing.Refused):
        publishing.lift(redaction, by=cast.moderator())
    assert interview.redactions.in_force().count() == 1
