from datetime import timedelta

import pytest
from django.utils import timezone

from archive.edition.models import PublishedFile, PublishedInterview
from tests.reading_room import cast


@pytest.fixture
def address(archive):
    sound = PublishedFile.objects.get(role="sound")
    return f"/media/{sound.digest}.{sound.suffix}"


def test_a_public_file_is_there_and_can_be_asked_for_in_ranges(archive, address):
    whole = archive.get(address)
    assert (whole.status_code, whole["Content-Type"]) == (200, "audio/mp4")
    part = archive.get(address, range="bytes=4-9")
    assert (part.status_code, part.body) == (206, whole.body[4:10])
    assert archive.get(address, range="bytes=99999999-").status_code == 416


def test_the_waveform_is_served_in_the_same_way(archive):
    peaks = PublishedFile.objects.get(role="peaks")
    assert archive.get(f"/media/{peaks.digest}.json")["Content-Type"] == "application/json"


@pytest.mark.parametrize("headers", [{}, {"range": "bytes=0-3"}, {"if-none-match": "*"}])
def test_what_is_no_longer_public_answers_like_what_never_was(archive, address, headers):
    PublishedInterview.everything.update(valid_until=timezone.now() - timedelta(seconds=1))
    gone, never = archive.get(address, **headers), archive.get("/media/" + "0" * 64 + ".m4a", **headers)
    assert gone.status_code == never.status_code == 404
    assert gone.body == never.body


def test_a_file_that_is_ready_but_not_published_is_not_there(archive):
    ready = cast.file(b"ready, not public", "sound", "m4a", "audio/mp4")
    assert archive.get(f"/media/{ready.name}").status_code == 404


def test_another_suffix_and_a_way_out_of_the_storage_are_not_there(archive, address):
    for wrong in (address.replace(".m4a", ".html"), "/media/../db.sqlite3", "/media/%2e%2e%2fdb.sqlite3", "/media/x"):
        assert archive.get(wrong).status_code == 404


def test_a_file_lost_from_the_disk_is_not_there(archive, address, settings, tmp_path):
    settings.HOLOS_PUBLIC_ROOT = tmp_path
    assert archive.get(address).status_code == 404


def test_it_may_be_kept_but_is_asked_for_anew(archive, address):
    first = archive.get(address)
    assert first["Cache-Control"] == "no-cache"
    assert archive.get(address, **{"if-none-match": first["ETag"]}).status_code == 304
