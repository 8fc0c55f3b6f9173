"""A master opens to those who may, and every opening is on record."""

import hashlib

import pytest
from django.urls import reverse

from archive.catalogue.models import CustodyEvent, Master
from archive.vault import masters
from tests import cast

from .conftest import signed_in

BYTES = b"%PDF-1.4 a consent paper"


@pytest.fixture
def master(db) -> Master:
    digest = hashlib.sha256(BYTES).hexdigest()
    path = masters.master_path(digest)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    path.write_bytes(BYTES)
    return Master.objects.create(
        sha256=digest,
        size=len(BYTES),
        media_type="application/pdf",
        kind="document",
        original_name="kovalenko.pdf",
        received_by=cast.archivist(),
    )


def address(master):
    return reverse("workroom:master", args=[master.pk])


@pytest.mark.parametrize("account", [cast.archivist, cast.moderator])
def test_it_opens_and_is_recorded(master, account):
    user = account()
    answer = signed_in(user).get(address(master))
    assert b"".join(answer.streaming_content) == BYTES
    event = CustodyEvent.objects.get(act="opened")
    assert (event.actor, event.object_type, event.object_key) == (user, "master", str(master.pk))


def test_it_is_handed_over_as_a_download_that_can_do_nothing(master, archivist):
    answer = archivist.get(address(master))
    assert answer["Content-Disposition"] == f'attachment; filename="{master}"'
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in answer["Cache-Control"]
    assert "kovalenko" not in str(answer.headers)


def test_a_part_of_it_is_delivered(master, archivist):
    answer = archivist.get(address(master), headers={"range": "bytes=0-3"})
    assert (answer.status_code, b"".join(answer.streaming_content)) == (206, b"%PDF")


def test_those_who_may_not_are_refused_and_nothing_is_recorded(master, administrator, client):
    assert administrator.get(address(master)).status_code == 403
    assert client.get(address(master)).status_code == 302
    assert not CustodyEvent.objects.filter(act="opened").exists()


def test_a_master_that_is_gone_is_not_there(master, archivist):
    masters.master_path(master.sha256).unlink()
    assert archivist.get(address(master)).status_code == 404


def test_the_original_name_is_told_to_those_who_may_open_it(master, archivist, administrator):
    page = reverse("workroom:catalogue_master_change", args=[master.pk])
    assert "kovalenko.pdf" in archivist.get(page).content.decode()
    assert "kovalenko.pdf" not in administrator.get(page).content.decode()
