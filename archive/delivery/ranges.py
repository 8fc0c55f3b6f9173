"""Serving a file so that a player can seek in it: byte ranges and validators after RFC 9110 (sections 13 and 14)."""

import re
from collections.abc import Iterator
from pathlib import Path

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, StreamingHttpResponse
from django.utils.http import content_disposition_header, parse_etags

CHUNK = 64 * 1024
CONTENT_SECURITY_POLICY = "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox"

HEADERS = {
    "Accept-Ranges": "bytes",
    "Cache-Control": "no-cache",
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
}
"""Sent with every answer: withdrawn means gone on the next request, and no file is ever a page."""

_RANGE = re.compile(r"bytes=(?=\s*(?:\d|-\d))\s*(\d{0,18})-(\d{0,18})\s*", re.ASCII | re.IGNORECASE)


class Slice:
    """The bytes of an open file from ``start``, ``length`` of them, in chunks; the file is closed with it."""

    def __init__(self, file, start: int, length: int) -> None:
        self._file, self._left = file, length
        file.seek(start)

    def __iter__(self) -> Iterator[bytes]:
        while self._left and (chunk := self._file.read(min(CHUNK, self._left))):
            self._left -= len(chunk)
            yield chunk

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def deliver(
    request: HttpRequest,
    path: Path,
    *,
    media_type: str,
    etag: str,
    filename: str | None = None,
    inline: bool = True,
) -> HttpResponse:
    """Answer GET and HEAD with the file, or the one range asked for: 200, 206, 304, 405 or 416.

    ``path`` is never made from what the visitor sent; ``etag`` is the bare digest of the bytes. Several ranges in one
    question are answered with the whole file, as the standard allows. Raises ``FileNotFoundError`` if there is no
    file. Whether the visitor may have it is the caller's question, asked before.
    """
    if request.method not in ("GET", "HEAD"):
        return HttpResponseNotAllowed(["GET", "HEAD"])
    tag = f'"{etag}"'
    file = path.open("rb")
    response = _answer(request, file, file.seek(0, 2), tag)
    if not response.streaming:
        file.close()
    response.headers["Content-Type"] = media_type
    for name, value in {"ETag": tag, **HEADERS}.items():
        response.headers[name] = value
    if disposition := content_disposition_header(not inline, filename):
        response.headers["Content-Disposition"] = disposition
    return response


def _answer(request: HttpRequest, file, size: int, tag: str) -> HttpResponse:
    if _is_known(request, tag):
        return HttpResponse(status=304)
    asked = _asked(request, tag)
    if asked is None:
        return _content(request, file, range(size), status=200)
    part = _part(asked, size)
    if not part:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    response = _content(request, file, part, status=206)
    response.headers["Content-Range"] = f"bytes {part.start}-{part.stop - 1}/{size}"
    return response


def _content(request: HttpRequest, file, part: range, *, status: int) -> HttpResponse:
    body = Slice(file, part.start, len(part) if request.method == "GET" else 0)
    return StreamingHttpResponse(body, status=status, headers={"Content-Length": str(len(part))})


def _is_known(request: HttpRequest, tag: str) -> bool:
    """Whether the visitor holds these bytes already (If-None-Match, compared weakly)."""
    known = [known.removeprefix("W/") for known in parse_etags(request.headers.get("If-None-Match", ""))]
    return tag in known or "*" in known


def _asked(request: HttpRequest, tag: str) -> re.Match | None:
    """Return the one range asked for; None when the whole file is the right answer.

    Ranges belong to GET alone; one that cannot be read is passed over, and one of another version (If-Range) too.
    """
    if request.method != "GET" or request.headers.get("If-Range", tag) != tag:
        return None
    found = _RANGE.fullmatch(request.headers.get("Range", ""))
    if found and all(found.groups()) and int(found[1]) > int(found[2]):
        return None
    return found


def _part(asked: re.Match, size: int) -> range:
    """Return the bytes of the range within the file; empty if there are none."""
    first, last = asked.groups()
    if first:
        return range(int(first), min(int(last), size - 1) + 1 if last else size)
    return range(max(0, size - int(last)), size)
