"""Entries as an Atom feed (RFC 4287)."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import NamedTuple
from uuid import UUID, uuid5
from xml.etree.ElementTree import Element, SubElement, tostring

from ..crosswalk import Entry

NAMESPACE = "http://www.w3.org/2005/Atom"
INTERVIEWS = UUID("6f2d1c0e-57b4-5d0f-9a63-3f1f6a0c7b11")
"""The name space of the identifiers below. It never changes: feed readers would show everything as new."""
NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""When an empty feed last changed: a day of its own would tell when something was withdrawn."""

UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Head(NamedTuple):
    """What a feed says of itself; ``own`` is its address and its identifier, ``page`` that of the same list to read."""

    title: str
    author: str
    language: str
    own: str
    page: str


def identifier(reference: str) -> str:
    """The identifier of an interview: made of its public reference alone, the same in every feed, language and host."""
    return uuid5(INTERVIEWS, reference).urn


def feed(head: Head, entries: Iterable[Entry]) -> bytes:
    entries = list(entries)
    root = Element("feed", {"xmlns": NAMESPACE, "xml:lang": head.language})
    _text(root, "id", head.own)
    _text(root, "title", head.title)
    _text(root, "updated", _moment(max((entry.changed_at for entry in entries), default=NEVER)))
    SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": head.own})
    SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": head.page})
    _text(SubElement(root, "author"), "name", head.author)
    for entry in entries:
        _entry(root, entry)
    return tostring(root, encoding="utf-8", xml_declaration=True)


def _entry(root: Element, entry: Entry) -> None:
    found = SubElement(root, "entry")
    _text(found, "id", identifier(entry.reference))
    _text(found, "title", entry.title.text, entry.title.language)
    _text(found, "published", _moment(entry.first_public_at))
    _text(found, "updated", _moment(entry.changed_at))
    SubElement(found, "link", {"rel": "alternate", "type": "text/html", "href": entry.url})
    for name in entry.authors:
        _text(SubElement(found, "author"), "name", name)
    for label in (*entry.topics, *entry.places):
        SubElement(found, "category", {"term": _legal(label)})
    # What is hard to read is named before it is read.
    if entry.warning_words or entry.summary:
        language = entry.summary.language if entry.summary else ""
        summary = entry.summary.text if entry.summary else ""
        warned = f"[{', '.join(entry.warning_words)}] " if entry.warning_words else ""
        _text(found, "summary", warned + summary, "" if warned else language)
    if entry.mark:
        _text(found, "rights", entry.mark)


def _text(parent: Element, name: str, text: str, language: str = "") -> None:
    SubElement(parent, name, {"xml:lang": language} if language else {}).text = _legal(text)


def _legal(text: str) -> str:
    """The text without what XML 1.0 cannot hold."""
    return UNWRITABLE.sub(" ", text)


def _moment(at: datetime) -> str:
    """A date-time of RFC 3339."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
