"""The words for the values of filters, in the language of the reader."""

from typing import NamedTuple

from django.utils.translation import gettext, override

from archive.document.text import Text, read

from .models import PublishedAuthority, PublishedCollection
from .vocabulary import FORMATS, KINDS, LANGUAGES, WARNINGS

AUTHORITIES = ("place", "topic", "event", "person")
LISTS = {"language": LANGUAGES, "kind": KINDS, "format": FORMATS, "without": WARNINGS}


class Label(NamedTuple):
    """``language`` is that of ``text``, which may differ from the reader's; ``parent`` is the broader value."""

    text: str
    language: str
    parent: str = ""


def labels(asked: dict[str, set[str]], reader: str) -> dict[tuple[str, str], Label]:
    """The label of every value by filter and value, in at most two queries; values without one are left out."""
    found = {}
    with override(reader):
        for name in asked.keys() & LISTS.keys():
            found.update({(name, value): Label(str(text), reader) for value, text in LISTS[name].items()})
    if any(asked.get(kind) for kind in AUTHORITIES):
        kinds = [kind for kind in AUTHORITIES if asked.get(kind)]
        for row in PublishedAuthority.objects.filter(kind__in=kinds):
            if row.slug in asked[row.kind]:
                label = _label(row.content.name, reader, row.slug, row.content.parent)
                found[row.kind, row.slug] = _marked_as_invented(label, reader) if row.content.is_invented else label
    if asked.get("collection"):
        for row in PublishedCollection.objects.all():
            found["collection", row.slug] = _label(row.content.name, reader, row.slug)
    return found


def _marked_as_invented(label: Label, reader: str) -> Label:
    """An invented place says so wherever it is named."""
    with override(reader):
        return label._replace(text=gettext("%(place)s (invented place)") % {"place": label.text})


def _label(text: Text, reader: str, slug: str, parent: str = "") -> Label:
    reading = read(text, reader)
    return Label(reading.text, reading.language, parent) if reading else Label(slug, "", parent)
