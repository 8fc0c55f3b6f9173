"""A result list as CSL-JSON: an array of items after the schema of CSL 1.0.2.

https://resource.citationstyles.org/schema/v1.0/input/json/csl-data.json
"""

from collections.abc import Iterator

import msgspec
from django.conf import settings
from django.utils import timezone

from archive.language import dates

from ..crosswalk import Entry
from ..form import Form
from ..moments import date_parts
from ..selection import Selection

TYPES = {
    "recorded": "interview",
    "written": "manuscript",
    "letter": "personal_communication",
    "news-report": "document",
}


def written(selection: Selection) -> Iterator[str]:
    today = timezone.localdate()
    accessed = {"date-parts": [[today.year, today.month, today.day]]}
    comma = "["
    for entry in selection:
        item = _item(entry, selection.language) | {"accessed": accessed}
        yield f"{comma}\n{msgspec.json.encode({name: value for name, value in item.items() if value}).decode()}"
        comma = ","
    yield "[]\n" if comma == "[" else "\n]\n"


def _item(entry: Entry, reader: str) -> dict:
    return {
        "id": entry.reference,
        "type": TYPES.get(entry.kind, "document"),
        "title": entry.title.text,
        "author": [{"literal": name} for name in entry.authors],
        "issued": _date(entry.recorded, reader),
        "genre": entry.kind_word,
        "number": entry.reference,
        "collection-title": entry.collection,
        "archive": settings.HOLOS_SITE_NAME,
        "archive_location": entry.reference,
        "publisher": settings.HOLOS_SITE_NAME,
        "language": ", ".join(entry.languages),
        "abstract": str(entry.summary or ""),
        "keyword": ", ".join((*entry.topics, *entry.places)),
        "note": ". ".join(filter(None, (entry.mark, "; ".join(entry.warning_words)))),
        "URL": entry.url,
    }


def _date(edtf: str, reader: str) -> dict | None:
    """A CSL date: parts where they are known, with ``circa`` for doubt, else the date in words."""
    if not edtf:
        return None
    parts = date_parts(edtf)
    if not parts:
        return {"literal": dates.show(edtf, reader)}
    return {"date-parts": parts} | ({"circa": True} if set(edtf) & set("?~%") else {})


FORM = Form("csl-json", "csl.json", "application/vnd.citationstyles.csl+json", written)
