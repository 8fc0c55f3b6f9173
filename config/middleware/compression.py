"""Public pages travel packed: most readers have a telephone and a weak network."""

import gzip
import re

from django.utils.cache import patch_vary_headers

from config.middleware.workroom import is_workroom

LEAST = 1_024
"""Bytes below which packing saves nothing."""
LEVEL = 1
"""A page of the listing is a sixth of its size in two milliseconds; the best level takes three times as long for a tenth more."""
PACKED = ("text/", "application/json", "application/xml", "application/atom+xml", "image/svg+xml")

_asked = re.compile(r"\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?![.\d]))", re.IGNORECASE)


class CompressionMiddleware:
    """Packs what is public and text, whole and equal bytes for equal pages, where the reader's browser says it can.

    A packed answer tells by its length what else stands in it (BREACH): public pages hold no secret, no cookie and
    no token, and the workroom's are not packed. Files that are sent piece by piece are left as they are.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        is_known = response.status_code == 304
        if is_workroom(request) or not (is_known or _is_worth_packing(response)):
            return response
        patch_vary_headers(response, ("Accept-Encoding",))
        if _asked.search(request.headers.get("Accept-Encoding", "")):
            tag = response.get("ETag", "")
            if tag.startswith('"'):
                response["ETag"] = f"W/{tag}"  # the same page, in other bytes (RFC 9110, section 8.8.1)
            if not is_known:
                response.content = gzip.compress(response.content, LEVEL, mtime=0)
                response["Content-Length"] = str(len(response.content))
                response["Content-Encoding"] = "gzip"
        return response


def _is_worth_packing(response) -> bool:
    is_whole = not response.streaming and not response.has_header("Content-Encoding")
    kind = response.get("Content-Type", "")
    return is_whole and len(response.content) >= LEAST and kind.startswith(PACKED)
