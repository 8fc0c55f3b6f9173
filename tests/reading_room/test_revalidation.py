from datetime import timedelta

import pytest
from django.utils import timezone

from archive.edition.models import Edition

PAGES = [
    "/en/",
    "/en/interviews/",
    "/en/interviews/7K2-QX9/",
    "/en/places/",
    "/en/topics/bread/",
    "/en/people/",
    "/en/events/",
    "/en/collections/",
    "/en/map/",
    "/en/timeline/",
    "/en/about/",
    "/ru/consent/",
]


@pytest.mark.parametrize("address", PAGES)
def test_a_page_already_known_is_answered_after_one_query(archive, address, django_assert_num_queries):
    first = archive.get(address)
    assert "no-cache" in first["Cache-Control"]
    with django_assert_num_queries(1):
        again = archive.client.get(address, headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_change_of_the_edition_changes_every_tag(archive):
    tags = [archive.get(address)["ETag"] for address in PAGES]
    Edition.objects.update(revision=99)
    assert all(archive.get(address)["ETag"] != tag for address, tag in zip(PAGES, tags, strict=True))


def test_while_something_has_run_out_and_is_not_purged_no_page_is_taken_from_memory(archive):
    Edition.objects.update(next_expiry_at=timezone.now() - timedelta(seconds=1))
    assert "ETag" not in archive.get("/en/")


def test_an_edition_never_filled_is_read_without_writing(archive):
    Edition.objects.all().delete()
    assert archive.get("/en/").status_code == 200


def test_public_pages_are_read_only_and_set_no_cookie(archive):
    assert archive.client.post("/en/").status_code == 405
    assert not archive.get("/en/").cookies
