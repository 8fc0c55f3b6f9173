"""Public pages travel packed to browsers that say they can open them, and are otherwise the same pages."""

import gzip

import pytest

PAGE = "/en/interviews/"


def test_a_packed_page_is_the_same_page_in_fewer_bytes(archive):
    plain, packed = archive.get(PAGE), archive.get(PAGE, **{"accept-encoding": "br, gzip"})
    assert packed.headers["Content-Encoding"] == "gzip" and "Content-Encoding" not in plain.headers
    assert gzip.decompress(packed.body) == plain.body
    assert int(packed.headers["Content-Length"]) == len(packed.body) < len(plain.body) / 2
    assert "Accept-Encoding" in plain.headers["Vary"] and "Accept-Encoding" in packed.headers["Vary"]


def test_equal_pages_are_packed_into_equal_bytes(archive):
    assert (
        archive.get(PAGE, **{"accept-encoding": "gzip"}).body == archive.get(PAGE, **{"accept-encoding": "gzip"}).body
    )


def test_what_is_known_packed_is_not_sent_again(archive):
    tag = archive.get(PAGE, **{"accept-encoding": "gzip"}).headers["ETag"]
    assert tag.startswith('W/"')
    known = archive.get(PAGE, **{"accept-encoding": "gzip", "if-none-match": tag})
    assert known.status_code == 304
    assert known.headers["ETag"] == tag and "Accept-Encoding" in known.headers["Vary"]


@pytest.mark.parametrize("accepted", ["", "br", "gzip;q=0", "gzip; Q=0.0"])
def test_nobody_gets_what_they_cannot_open(archive, accepted):
    assert "Content-Encoding" not in archive.get(PAGE, **{"accept-encoding": accepted}).headers


def test_the_workroom_and_what_is_small_stay_as_they_are(archive):
    for address in ("/workroom/login/", "/robots.txt"):
        assert "Content-Encoding" not in archive.client.get(address, headers={"accept-encoding": "gzip"}).headers


@pytest.mark.parametrize("accepted", ["gzip;q=0.5", "GZIP", "br;q=1, gzip;q=0.05"])
def test_whoever_can_open_it_gets_it_packed(archive, accepted):
    assert archive.get(PAGE, **{"accept-encoding": accepted}).headers["Content-Encoding"] == "gzip"
