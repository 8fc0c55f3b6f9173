"""Numbers, bitmaps and revisions of the edition, as publications and withdrawals write them."""

import datetime as dt

import pytest
from pyroaring import BitMap

from archive import publishing
from archive.catalogue.models import Grant, PlaceMention, Publication
from archive.custody import acting
from archive.document import canonical
from archive.edition import bitmaps
from archive.edition.models import Edition, FacetBitmap, PublishedAuthority, PublishedInterview
from tests import cast

pytestmark = pytest.mark.django_db


def numbers() -> dict[str, int]:
    rows = PublishedInterview.everything.order_by("pk")
    return {row.content.title["en"]: row.pk for row in rows}


def sets() -> dict:
    return {(row.facet, row.value): list(BitMap.deserialize(bytes(row.members))) for row in FacetBitmap.objects.all()}


def withdraw(interview) -> None:
    publishing.withdraw(
        interview.participations.get(), by=cast.archivist(), requester="narrator", received_on=dt.date(2024, 1, 1)
    )


def about_izium(title: str, slug: str):
    interview = cast.interview(title, slug=slug)
    with acting(cast.archivist()):
        PlaceMention.objects.create(interview=interview, place=cast.izium(), precision="settlement")
    cast.approve(interview)
    return interview


def test_a_number_is_given_when_an_interview_is_first_public_and_kept():
    cast.interview("Draft", slug="draft")
    first = cast.published("First", slug="first")
    gone = cast.published("Second", slug="second")
    withdraw(gone)
    cast.published("Third", slug="third")
    publishing.publish(first, rewrite=True)
    assert numbers() == {"First": 1, "Third": 3}
    assert Publication.objects.get(interview=gone).ordinal == 2
    assert sets()["all", ""] == [1, 3]


def test_bitmaps_say_what_the_rows_say_after_every_act():
    first, second = about_izium("First", "first"), about_izium("Second", "second")
    assert sets()["place", "izium"] == [1, 2]
    withdraw(first)
    assert sets()["place", "izium"] == [2]
    publishing.stop(second, by=cast.archivist(), reason="A call.")
    assert sets() == {} and not PublishedAuthority.everything.exists()
    assert bitmaps.restate(version=1) is False


def test_the_end_of_a_permission_is_no_public_byte():
    interview = cast.published()
    revision = Edition.objects.current().revision
    before = PublishedInterview.objects.values("pk", "digest", "packed", "changed_at", "version").get()
    Grant.objects.filter(record__participation__interview=interview).update(ends_on=dt.date(2090, 1, 1))
    assert publishing.publish(interview) is False
    row = PublishedInterview.objects.get()
    assert row.valid_until is not None and Edition.objects.current().next_expiry_at == row.valid_until
    assert Edition.objects.current().revision == revision
    assert PublishedInterview.objects.values("pk", "digest", "packed", "changed_at", "version").get() == before


def test_what_has_run_out_is_written_anew_when_it_is_public_again():
    interview = cast.published()
    revision = Edition.objects.current().revision
    PublishedInterview.everything.update(valid_until=dt.datetime(2020, 1, 1, tzinfo=dt.UTC))
    assert publishing.publish(interview) is True
    assert PublishedInterview.objects.get().version == Edition.objects.current().revision > revision


@pytest.mark.parametrize("has_end", [True, False])
def test_a_digest_that_an_earlier_release_wrote_is_known_again_and_moves_no_date(has_end):
    interview = cast.published()
    row, changed_at = PublishedInterview.objects.get(), dt.datetime(2024, 1, 1, tzinfo=dt.UTC)
    content = {name: value for name, value in canonical.plain(row.content).items() if name != "mentions"}
    formerly = canonical.digest([content, row.valid_until] if has_end else content)
    Publication.objects.update(public_digest=formerly, changed_at=changed_at)
    publishing.publish(interview, rewrite=True)
    entry = Publication.objects.get()
    assert (entry.public_digest, entry.changed_at) == (row.digest, changed_at)
    Publication.objects.update(public_digest="0" * 64)
    publishing.publish(interview)
    assert Publication.objects.get().changed_at > changed_at
