"""A result list as RIS: one reference an interview, a tag and a value a line, UTF-8.

https://en.wikipedia.org/wiki/RIS_(file_format)
"""

from collections.abc import Iterator

from django.conf import settings
from django.utils import timezone

from ..crosswalk import Entry
from ..form import Form, line
from ..moments import date_parts, year
from ..selection import Selection

TYPES = {"recorded": "SOUND", "written": "MANSCPT", "letter": "PCOMM", "news-report": "GEN"}


def written(selection: Selection) -> Iterator[str]:
    today = f"{timezone.localdate():%Y/%m/%d}"
    for entry in selection:
        yield "".join(f"{tag}  - {line(value)}\r\n" for tag, value in _tags(entry, today) if value) + "ER  - \r\n\r\n"


def _tags(entry: Entry, today: str) -> Iterator[tuple[str, object]]:
    yield "TY", TYPES.get(entry.kind, "GEN")
    yield "ID", entry.reference
    for name in entry.authors:
        yield "AU", f"{name},"  # a comma at the end: the name is not to be taken apart
    yield "TI", entry.title
    if entry.recorded:
        yield "PY", year(entry.recorded)
        yield "DA", _date(entry.recorded)
    yield "M3", f"{entry.kind_word} {entry.reference}"
    yield "T2", entry.collection
    yield "PB", settings.HOLOS_SITE_NAME
    yield "AB", entry.summary or ""
    for label in (*entry.topics, *entry.places):
        yield "KW", label
    yield "LA", ", ".join(entry.languages)
    yield "N1", entry.mark
    yield "N1", "; ".join(entry.warning_words)
    yield "UR", entry.url
    yield "Y2", today


def _date(edtf: str) -> str:
    """The first day as ``YYYY/MM/DD/`` with empty places for what is not known; empty where nothing can be said."""
    parts = date_parts(edtf)
    return "/".join([*(f"{part:02}" for part in parts[0]), "", "", ""][:3]) + "/" if parts else ""


FORM = Form("ris", "ris", "application/x-research-info-systems; charset=utf-8", written)
