"""``GET /api/v1/search``: interviews that answer, each with the passages that say why."""

import msgspec
from django.http import HttpResponse
from django.utils.translation import override

from archive.edition.facets import counts
from archive.edition.filters import InterviewFilter
from archive.edition.links import link
from archive.edition.search import MEANT, SAID, SOME, Answer, Found, Hit

from ..crosswalk import Entry
from ..selection import Selection
from .parameters import Parameters, reader_of

LIMIT, MOST, FARTHEST = 20, 100, 999_999_999
OWN = {"lang", "limit", "offset", "page", "facets", "order"}
FOUND_BY = {SAID: "words", MEANT: "meaning", SOME: "some-words", "": None}


def search(request):
    """Results with the listing's parameters and order; ``docs/api.md`` names every field."""
    reader = reader_of(request.GET)
    with override(reader):
        response = HttpResponse(msgspec.json.encode(_answer(request, reader)), content_type="application/json")
    response["Content-Language"] = reader
    return response


def _answer(request, reader: str) -> dict:
    asked = Parameters(request.GET)
    selection = Selection(request.GET, language=reader, address=request.build_absolute_uri)
    chosen = selection.filter
    asked.check_language()
    asked.check_names(OWN | chosen.filters.keys())
    limit = asked.number("limit", LIMIT, 1, MOST)
    page = asked.number("page", 1, 1, FARTHEST)
    offset = asked.number("offset", (page - 1) * limit, 0, FARTHEST)
    has_facets = asked.flag("facets")
    entries = selection.entries(list(chosen.listing[offset : offset + limit]))
    answer = {
        "count": selection.total,
        "offset": offset,
        "limit": limit,
        "language": reader,
        "notices": [*asked.notices, *chosen.notices],
        "results": _results(entries, chosen.answer if chosen.is_searching else None, chosen.written.get("q", "")),
    }
    return answer | ({"facets": _facets(chosen)} if has_facets else {})


def _results(entries: list[Entry], answer: Answer | None, query: str) -> list[dict]:
    found = answer.passages([entry.number for entry in entries]) if answer else {}
    return [
        entry.record()
        | {
            "found_by": FOUND_BY[answer.tier_of(entry.number) if answer else ""],
            "passages": [_passage(hit, entry, query) for hit in found.get(entry.number, Found()).hits],
        }
        for entry in entries
    ]


def _passage(hit: Hit, entry: Entry, query: str) -> dict:
    """``marks`` are [start, end) in code points of ``text``; ``start`` is seconds on a recording."""
    marks, length = [], 0
    for piece in hit.pieces:
        if piece.is_marked:
            marks.append([length, length + len(piece.text)])
        length += len(piece.text)
    is_timed = hit.part in entry.recordings and hit.start_ms is not None
    return {
        "text": "".join(piece.text for piece in hit.pieces),
        "marks": marks,
        "start": hit.start_ms // 1000 if is_timed else None,
        "language": hit.language,
        "kind": hit.kind,
        "url": entry.url + link(hit, query, is_timed=is_timed),
    }


def _facets(chosen: InterviewFilter) -> list[dict]:
    return [
        {
            "name": group.name,
            "label": group.label,
            "excluding": group.excluding,
            "values": [
                {
                    "value": option.value,
                    "label": option.label,
                    "language": option.language,
                    "count": option.count,
                    "is_chosen": option.is_chosen,
                    "is_excluded": option.is_excluded,
                    "parent": option.parent,
                }
                for option in group.options
            ],
        }
        for group in counts(chosen)
    ]
