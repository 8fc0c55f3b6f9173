"""How to cite an interview or a passage of it."""

from collections.abc import Sequence
from typing import Protocol

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from archive.document.document import Speaker
from archive.document.text import Text, read
from archive.language import dates, timecodes

from .words import word


class Cited(Protocol):
    """What is cited of a document, read whole or in part."""

    kind: str
    title: Text
    recorded: str
    narrators: Sequence[Speaker]


def cite(
    document: Cited, *, reference: str, collection: Text, mark: Text, site: str, url: str, at_ms: int | None = None
) -> str:
    """One paragraph: who tells, title, kind and reference, when recorded, collection, archive, address."""
    parts = [
        "; ".join(narrators(document)),
        _text(document.title),
        f"{word(document.kind, 'kind').capitalize()} {reference}",
        _made(document) if document.recorded else "",
        _("at %(time)s") % {"time": timecodes.show(at_ms)} if at_ms is not None else "",
        _text(collection),
        site,
        _text(mark),
    ]
    return ". ".join(part.rstrip(".") for part in parts if part) + f". {url}"


def narrators(document: Cited) -> list[str]:
    """Who tells, each in the rendition they agreed to, or by role, in the active language."""
    return [_text(speaker.name) or word(speaker.role, "role") for speaker in document.narrators]


def _text(text: Text) -> str:
    reading = read(text, get_language())
    return reading.text if reading else ""


def _made(document: Cited) -> str:
    made = {"made": word(document.kind, "made"), "date": dates.show(document.recorded, get_language())}
    return _("%(made)s: %(date)s") % made
