"""A claim says of which event it states the time: only of one that the interview tells about and that is public."""

import pytest

from archive import publishing
from archive.catalogue.models import Authority, Claim, Event
from archive.custody import acting
from archive.document import canonical
from archive.document.document import Claim as ShownClaim
from archive.edition.models import FacetValue, PublishedInterview
from tests import cast

pytestmark = pytest.mark.django_db


def event(slug: str = "occupation", *, is_approved: bool = True) -> Event:
    with acting(cast.archivist()):
        made = Event.objects.create(slug=slug, name_en=slug.title(), happened="2022-03/2022-09")
    if is_approved:
        publishing.approve_authority(made, by=cast.moderator())
    return made


def published(*told: Event, dating: Event) -> ShownClaim:
    """The claim as the public sees it."""
    made = cast.interview()
    with acting(cast.archivist()):
        made.events.set(told)
        Claim.objects.create(interview=made, statement_en="Seven months.", event=dating)
    cast.approve(made)
    (claim,) = PublishedInterview.objects.get().content.claims
    return claim


def dated() -> list[str]:
    return [*FacetValue.objects.filter(facet="dates").values_list("value", flat=True)]


def test_the_public_sees_which_event_a_claim_dates_and_finds_it_by_that():
    occupation = event()
    assert published(occupation, dating=occupation).event == "occupation"
    assert dated() == ["occupation"]


def test_an_event_that_the_interview_does_not_tell_about_is_not_named():
    assert not published(event(), dating=event("liberation")).event
    assert dated() == []


def test_an_event_that_nobody_approved_is_not_named():
    rumour = event("rumour", is_approved=False)
    assert not published(rumour, dating=rumour).event
    assert "rumour" not in PublishedInterview.objects.get().document
    assert dated() == []


def test_a_claim_follows_the_record_that_its_event_was_merged_into():
    merged, kept = event("occupation"), event("the-occupation")
    published(merged, dating=merged)
    publishing.merge_authorities(kept=kept, merged=merged, by=cast.archivist())
    assert dated() == ["occupation"], "Nobody has approved it yet."
    publishing.approve_authority(Authority.objects.get(pk=kept.pk), by=cast.moderator())
    assert dated() == ["the-occupation"]


def test_a_claim_that_dates_nothing_is_written_as_it_always_was():
    claim = ShownClaim(key="c", question={}, statement={"en": "So."}, attribution={}, confidence="stated")
    assert "event" not in canonical.plain(claim)
    assert canonical.load(canonical.dump(claim), ShownClaim) == claim
