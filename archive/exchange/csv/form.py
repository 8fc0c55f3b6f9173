"""A result list as CSV (RFC 4180): UTF-8 with a byte order mark, a row of names, every cell in quotes.

No cell begins like a formula (https://owasp.org/www-community/attacks/CSV_Injection): such a cell gets an apostrophe
in front, and so does such a part of a list.
"""

import csv
import re
from collections.abc import Iterator
from datetime import datetime
from io import StringIO

from ..form import Form
from ..selection import Selection

COLUMNS = (
    "id", "url", "title", "title_language", "kind", "narrators", "recorded", "told", "languages", "duration_seconds",
    "places", "topics", "warnings", "collection", "summary", "summary_language", "mark", "citation", "first_public_at",
    "changed_at",
)  # fmt: skip

MARK_OF_ORDER = "\ufeff"
FORMULA = re.compile(r"[\s\x00-\x1f\x7f\u200b-\u200f\ufeff]*[=+\-@＝＋－＠]|[\x00-\x1f]")


def written(selection: Selection) -> Iterator[str]:
    yield MARK_OF_ORDER + _row(COLUMNS)
    for entry in selection:
        record = entry.record()
        yield _row([cell(record[name]) for name in COLUMNS])


def cell(value) -> str:
    """A value as a spreadsheet takes it for text; the parts of a list are parted by "; "."""
    if isinstance(value, tuple | list):
        return "; ".join(map(cell, value))
    text = value.isoformat(timespec="seconds") if isinstance(value, datetime) else str(value).replace("\0", "")
    return f"'{text}" if FORMULA.match(text) else text


def _row(cells) -> str:
    text = StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL).writerow(cells)
    return text.getvalue()


FORM = Form("csv", "csv", "text/csv; charset=utf-8", written)
