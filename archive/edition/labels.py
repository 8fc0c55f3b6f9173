"""The words for the values of filters, in the language of the reader."""

from typing import NamedTuple

from django.utils.translation import gettext, override

from archive.document.text import Text, read

from .alphabet import sort_key
from .models import PublishedAuthority, PublishedCollection
from .snapshot import Snapshot
from .vocabulary import FORMATS, KINDS, LANGUAGES, WARNINGS

LISTS = {"language": LANGUAGES, "kind": KINDS, "format": FORMATS, "warning": WARNINGS}

Labels = dict[tuple[str, str], "Label"]


class Label(NamedTuple):
    """``language`` is that of ``text``, which may differ from the reader's; ``parent`` is the broader value; ``place``
    is where it stands in the reader's alphabet."""

    text: str
    language: str
    parent: str = ""
    place: str = ""


def labels(snapshot: Snapshot, reader: str) -> Labels:
    """The label of every value by facet and value, read once a revision and language.

    Names of what has run out are among them until the purge: ask only for values that are known.
    """
    if (found := snapshot.kept.get(("labels", reader))) is None:
        found = snapshot.kept["labels", reader] = _read(snapshot, reader)
    return found


def _read(snapshot: Snapshot, reader: str) -> Labels:
    found = {}
    with override(reader):
        for facet, words in LISTS.items():
            found.update({(facet, value): _placed(str(text), reader, reader) for value, text in words.items()})
        for row in PublishedAuthority.everything.all():
            if (row.kind, row.slug) in snapshot.sets:
                label = _label(row.content.name, reader, row.slug, row.content.parent)
                found[row.kind, row.slug] = _marked_as_invented(label) if row.content.is_invented else label
                if row.kind == "event":
                    found["dates", row.slug] = label
    for row in PublishedCollection.everything.all():
        found["collection", row.slug] = _label(row.content.name, reader, row.slug)
    return found


def _marked_as_invented(label: Label) -> Label:
    """An invented place says so wherever it is named."""
    return label._replace(text=gettext("%(place)s (invented place)") % {"place": label.text})


def _label(text: Text, reader: str, slug: str, parent: str = "") -> Label:
    reading = read(text, reader)
    return _placed(reading.text if reading else slug, reading.language if reading else "", reader, parent)


def _placed(text: str, language: str, reader: str, parent: str = "") -> Label:
    return Label(text, language, parent, sort_key(text, reader))
