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


def test_a_moderator_does_not_lift_what_a_moderator_would_have_to_approve():
    interview = cast.published()
    redaction = publishing.redact(interview, by=cast.moderator(), reason="safety", alignment="a1")
    with pytest.raises(publishing.Refused):
        publishing.lift(redaction, by=cast.moderator())
    assert interview.redactions.count() == 1
