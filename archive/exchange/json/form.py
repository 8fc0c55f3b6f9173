"""A result list as one JSON object: ``count``, ``is_complete``, ``notices`` and ``results``, one interview a line."""

from collections.abc import Iterator

import msgspec

from ..form import Form
from ..selection import Selection


def written(selection: Selection) -> Iterator[str]:
    head = {"count": selection.total, "is_complete": not selection.is_cut, "notices": selection.filter.notices}
    yield _text(head).removesuffix("}") + ',"results":['
    comma = "\n"
    for entry in selection:
        yield comma + _text(entry.record())
        comma = ",\n"
    yield "\n]}\n"


def _text(value: dict) -> str:
    return msgspec.json.encode(value).decode()


FORM = Form("json", "json", "application/json", written)
