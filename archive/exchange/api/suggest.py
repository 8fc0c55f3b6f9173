"""``GET /api/v1/suggest``: what a reader may mean by the beginning of a word."""

from urllib.parse import urlencode

import msgspec
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext, override

from archive.edition.filters.fields import plain
from archive.edition.search.suggest import WORD
from archive.edition.search.suggest import suggest as suggested

from .parameters import Parameters, reader_of

LIMIT, MOST = 10, 50
NAMES = {"q", "lang", "limit"}


def suggest(request):
    """Suggestions, each with the address of the interviews it would leave."""
    reader = reader_of(request.GET)
    with override(reader):
        asked = Parameters(request.GET)
        asked.check_language()
        asked.check_names(NAMES)
        found = suggested(plain(request.GET.get("q", "")), reader, asked.number("limit", LIMIT, 1, MOST))
        listing = request.build_absolute_uri(reverse("interview-list"))
        suggestions = [_suggestion(each, listing) for each in found]
        answer = {"language": reader, "notices": asked.notices, "suggestions": suggestions}
    response = HttpResponse(msgspec.json.encode(answer), content_type="application/json")
    response["Content-Language"] = reader
    return response


def _suggestion(each, listing: str) -> dict:
    chosen = {"q" if each.kind == WORD else each.kind: each.value}
    return {
        "text": each.text,
        "kind": each.kind,
        "language": each.language,
        "value": each.value,
        "note": gettext("invented place") if each.is_invented else "",
        "url": f"{listing}?{urlencode(chosen)}",
    }
