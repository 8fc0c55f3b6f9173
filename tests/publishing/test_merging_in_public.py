"""The public sees two merged records as it did before until somebody else approves the kept one."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command

from archive import publishing
from archive.catalogue.models import (
    Authority,
    PlaceMention,
    Topic,
)
from archive.custody import acting
from archive.edition.models import FacetValue, FormerAddress, PublishedAuthority, PublishedInterview, SearchEntry
from archive.jobs.worker import drain
from tests import cast

from .test_rebuilding import edition, truncate
from .two_records import approve, merge, pages, speaking_of, twins

pytestmark = pytest.mark.django_db


def test_nothing_changes_in_public_until_somebody_else_approves(client):
    kept, merged = twins()
    made = cast.approve(speaking_of(places=[merged]))
    before = edition()
    merge(kept, merged)
    publishing.publish(made.pk)
    assert edition() == before
    assert pages(client, "places/izyum", "places/izium") == [200, 404]
    with pytest.raises(publishing.Refused):
        publishing.approve_authority(Authority.objects.get(slug="izium"), by=cast.archivist())


def test_after_the_approval_the_kept_record_stands_there_and_the_old_address_leads_to_it(client):
    kept, merged = twins()
    made = cast.approve(speaking_of(places=[merged]))
    merge(kept, merged)
    approve(kept)
    assert [p.place for p in PublishedInterview.objects.get().content.places] == ["izium"]
    answer = client.get("/uk/places/izyum/")
    assert (answer.status_code, answer["Location"]) == (301, "/uk/places/izium/")
    assert "no-cache" in answer["Cache-Control"]
    assert not PublishedAuthority.everything.filter(slug="izyum").exists()
    assert set(FacetValue.objects.filter(facet="place").values_list("value", flat=True)) == {
        "izium", "izium-raion", "kharkiv-oblast",
    }  # fmt: skip
    assert SearchEntry.objects.filter(kind="name", text="Izyum").exists()
    publishing.withdraw(
        made.participations.get(), by=cast.archivist(), requester="narrator", received_on=dt.date(2024, 1, 1)
    )
    assert pages(client, "places/izyum", "places/izium") == [404, 404]
    assert not FormerAddress.objects.exists()


def test_an_address_that_nobody_knew_leads_nowhere(client):
    kept, merged = twins()
    cast.approve(speaking_of(places=[kept]))
    merge(kept, merged)
    approve(kept)
    assert pages(client, "places/izyum", "places/izium", "places/never") == [404, 200, 404]
    assert not FormerAddress.objects.exists()


def test_a_rebuilding_after_merges_gives_equal_bytes():
    kept, merged = twins()
    cast.approve(speaking_of(places=[merged]))
    merge(kept, merged)
    approve(kept)
    drain()
    before = edition()
    assert before["FormerAddress"]
    truncate()
    call_command("publish_edition", verbosity=0)
    assert edition() == before


def test_a_record_merged_twice_is_followed_to_its_end(client):
    first, second, third = (cast.topic(slug) for slug in ("loaf", "bread", "food"))
    cast.approve(speaking_of(first))
    merge(second, first)
    approve(second)
    merge(third, Topic.objects.get(slug="bread"))
    assert PublishedInterview.objects.get().content.topics == ("bread",)
    assert client.get("/en/topics/loaf/")["Location"] == "/en/topics/bread/"
    approve(third)
    assert PublishedInterview.objects.get().content.topics == ("food",)
    assert [client.get(f"/en/topics/{slug}/")["Location"] for slug in ("loaf", "bread")] == ["/en/topics/food/"] * 2


def test_an_approved_version_that_named_both_shows_the_coarser():
    kept, merged = twins()
    made = speaking_of(places=[kept], precision="exact")
    with acting(cast.archivist()):
        PlaceMention.objects.create(interview=made, place=merged, precision="oblast")
    cast.approve(made)
    merge(kept, merged)
    approve(kept)
    assert [p.place for p in PublishedInterview.objects.get().content.places] == ["kharkiv-oblast"]


def test_a_part_of_a_merged_place_shows_the_kept_one_above_it():
    kept, merged = (cast.place(slug, "raion", name_en=slug.title()) for slug in ("raion-one", "raion-two"))
    village = cast.place("village", "settlement", merged)
    cast.approve(speaking_of(places=[village]))
    merge(kept, merged)
    approve(kept)
    assert PublishedAuthority.objects.get(slug="village").content.parent == "raion-one"
    assert set(FacetValue.objects.filter(facet="place").values_list("value", flat=True)) == {"village", "raion-one"}


def test_a_hidden_place_is_looked_for_under_the_kept_record_too():
    kept, merged = (cast.place(slug, "site", cast.izium(), name_en=slug.title()) for slug in ("mill", "watermill"))
    made = speaking_of(places=[merged], precision="settlement")
    cast.approve(made)
    merge(kept, merged)
    with acting(cast.archivist()):
        made.abstract_en = "By the Watermill."
        made.save()
    publishing.submit(made, by=cast.archivist())
    assert [s.found for s in publishing.look(made).sightings] == ["Watermill"]


def test_the_address_of_a_merged_record_is_never_given_again():
    kept, merged = cast.topic("bread"), cast.topic("loaf")
    merge(kept, merged)
    with acting(cast.archivist()), pytest.raises(ValidationError, match="address"):
        Topic.objects.create(slug="loaf", name_en="Another loaf")
