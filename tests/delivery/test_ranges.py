import pytest
from django.test import RequestFactory

from archive.delivery.ranges import deliver

# The end of an answer looks after the connection to the database, which another test may have opened.
pytestmark = pytest.mark.django_db

CONTENT = bytes(range(256)) * 1000
SIZE = len(CONTENT)


@pytest.fixture
def path(tmp_path):
    (tmp_path / "sound.m4a").write_bytes(CONTENT)
    return tmp_path / "sound.m4a"


@pytest.fixture
def ask(path):
    def ask(method="GET", **headers):
        request = RequestFactory().generic(method, "/media/sound", headers=headers)
        return deliver(request, path, media_type="audio/mp4", etag="abc")

    return ask


def body(response):
    return response.getvalue()


def test_without_a_range_the_whole_file_is_sent(ask):
    response = ask()
    assert response.status_code == 200
    assert body(response) == CONTENT
    assert response.headers["Content-Length"] == str(SIZE)


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        ("bytes=0-0", 0, 0),
        ("bytes=0-", 0, SIZE - 1),
        ("bytes=100-299", 100, 299),
        ("bytes=255990-999999999", 255990, SIZE - 1),
        ("bytes=-10", SIZE - 10, SIZE - 1),
        ("bytes=-999999999", 0, SIZE - 1),
        ("Bytes=100000-200000", 100_000, 200_000),
    ],
)
def test_one_range_is_answered_with_its_bytes(ask, asked, first, last):
    response = ask(Range=asked)
    assert response.status_code == 206
    assert body(response) == CONTENT[first : last + 1]
    assert response.headers["Content-Range"] == f"bytes {first}-{last}/{SIZE}"
    assert response.headers["Content-Length"] == str(last + 1 - first)


@pytest.mark.parametrize("asked", [f"bytes={SIZE}-", "bytes=999999999-", "bytes=-0"])
def test_a_range_behind_the_end_is_refused_with_the_size(ask, asked):
    response = ask(Range=asked)
    assert response.status_code == 416
    assert response.headers["Content-Range"] == f"bytes */{SIZE}"
    assert not response.content


@pytest.mark.parametrize(
    "asked",
    [
        "bytes=5-3",
        "bytes=-",
        "bytes=",
        "bytes",
        "lines=1-2",
        "bytes=a-b",
        "bytes=1-2,4-5",
        "bytes=٣-",
        "bytes=" + "9" * 400 + "-",
    ],
)
def test_a_range_that_is_no_single_range_is_answered_with_the_whole(ask, asked):
    response = ask(Range=asked)
    assert response.status_code == 200
    assert body(response) == CONTENT


def test_head_tells_of_the_whole_file_and_sends_nothing(ask):
    for response in (ask("HEAD"), ask("HEAD", Range="bytes=0-9")):
        assert response.status_code == 200
        assert response.headers["Content-Length"] == str(SIZE)
        assert body(response) == b""


@pytest.mark.parametrize("known", ['"abc"', 'W/"abc"', '"other", "abc"', "*"])
def test_who_has_the_bytes_is_told_so(ask, known):
    response = ask(**{"If-None-Match": known, "Range": "bytes=0-1"})
    assert response.status_code == 304
    assert not response.content
    assert response.headers["ETag"] == '"abc"'


def test_who_has_other_bytes_gets_these(ask):
    assert ask(**{"If-None-Match": '"other"'}).status_code == 200


@pytest.mark.parametrize(
    ("condition", "status"),
    [('"abc"', 206), ('"old"', 200), ('W/"abc"', 200), ("Wed, 21 Oct 2015 07:28:00 GMT", 200)],
)
def test_a_range_of_another_version_is_never_mixed_in(ask, condition, status):
    assert ask(**{"Range": "bytes=0-9", "If-Range": condition}).status_code == status


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_a_file_is_only_read(ask, method):
    response = ask(method)
    assert response.status_code == 405
    assert response.headers["Allow"] == "GET, HEAD"


@pytest.mark.parametrize("headers", [{}, {"Range": "bytes=0-9"}, {"Range": "bytes=999999999-"}, {"If-None-Match": "*"}])
def test_every_answer_is_revalidated_and_no_page(ask, headers):
    response = ask(**headers)
    assert response.headers["Cache-Control"] == "no-cache"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Content-Type"] == "audio/mp4"
    assert response.headers["Accept-Ranges"] == "bytes"
    assert "sandbox" in response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("inline", "disposition"),
    [
        (True, "inline; filename*=utf-8''%D0%B3%D0%BE%D0%BB%D0%BE%D1%81.m4a"),
        (False, "attachment; filename*=utf-8''%D0%B3%D0%BE%D0%BB%D0%BE%D1%81.m4a"),
    ],
)
def test_a_file_may_be_named_for_saving(path, inline, disposition):
    request = RequestFactory().get("/")
    response = deliver(request, path, media_type="audio/mp4", etag="abc", filename="голос.m4a", inline=inline)
    assert response.headers["Content-Disposition"] == disposition
    response.close()


def test_the_file_is_closed_with_the_answer_though_it_was_not_read_to_the_end(path):
    response = deliver(RequestFactory().get("/"), path, media_type="audio/mp4", etag="abc")
    next(iter(response))
    opened = response._resource_closers[0].__self__._file
    response.close()
    assert opened.closed


def test_a_file_that_is_gone_is_an_error_for_the_caller(path):
    path.unlink()
    with pytest.raises(FileNotFoundError):
        deliver(RequestFactory().get("/"), path, media_type="audio/mp4", etag="abc")


def test_an_empty_file_is_sent_whole_and_has_no_ranges(path):
    path.write_bytes(b"")
    whole = deliver(RequestFactory().get("/"), path, media_type="text/plain", etag="abc")
    part = deliver(RequestFactory().get("/", headers={"Range": "bytes=0-"}), path, media_type="text/plain", etag="abc")
    assert (whole.status_code, body(whole), part.status_code) == (200, b"", 416)
