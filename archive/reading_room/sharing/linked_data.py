"""What a page says of itself to machines: schema.org as JSON-LD (https://www.w3.org/TR/json-ld11/).

Only what the page shows, and of an interview no more than a list shows: copying the rest to other catalogues is for those
who agreed to it.
"""

import json
import re
from collections.abc import Iterable

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from archive.document.authority import AuthorityCard, CollectionCard
from archive.document.document import Document, Paper
from archive.document.guides import PathCard
from archive.document.text import Text, read

_DAY = r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)?"
"""A year, month or day. EDTF writes seasons as the months 21 to 41, which ISO 8601 does not have."""
_DATE, _COVERAGE = re.compile(_DAY), re.compile(f"{_DAY}(?:/{_DAY})?")
AUTHORITIES = {"place": "Place", "topic": "DefinedTerm", "event": "Event", "person": "Person", "question": "Question"}
"""What schema.org calls each kind of authority."""
_ESCAPED = {ord(sign): f"\\u{ord(sign):04X}" for sign in "<>&\u2028\u2029"}


def script(data: dict) -> SafeString:
    """The data as an element of the page, where there are any; nothing in it can end the element."""
    if not data:
        return SafeString()
    filled = {name: value for name, value in data.items() if value}
    written = json.dumps({"@context": "https://schema.org", **filled}, ensure_ascii=False).translate(_ESCAPED)
    return mark_safe(f'<script type="application/ld+json">{written}</script>')


def site(url: str, listing: str) -> dict:
    """The home page: the archive, and how to search it."""
    return {
        "@type": "WebSite",
        "name": settings.HOLOS_SITE_NAME,
        "url": url,
        "inLanguage": get_language(),
        "publisher": _archive(),
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{listing}?q={{search_term_string}}"},
            "query-input": "required name=search_term_string",
        },
    }


def interview(document: Document, *, reference: str, url: str, collection: CollectionCard, collection_url: str) -> dict:
    return {
        "@type": "ArchiveComponent",
        "name": _text(document.title),
        "identifier": reference,
        "url": url,
        "inLanguage": list(document.languages),
        "dateCreated": _iso(document.recorded, _DATE),
        "temporalCoverage": _iso(document.told, _COVERAGE),
        "isPartOf": {"@type": "Collection", "name": _text(collection.name), "url": collection_url},
        "holdingArchive": _archive(),
        "isAccessibleForFree": True,
    }


def collection(card: CollectionCard, url: str) -> dict:
    return {"@type": "Collection", "name": _text(card.name), "url": url, "publisher": _archive()}


def paper(document: Paper, url: str, *, interview_url: str) -> dict:
    """A letter, photograph or other paper, by its title alone."""
    return {
        "@type": "ArchiveComponent",
        "name": _text(document.title),
        "url": url,
        "isPartOf": {"@type": "ArchiveComponent", "url": interview_url},
        "holdingArchive": _archive(),
    }


def path(card: PathCard, url: str, interviews: Iterable[tuple[Text, str]]) -> dict:
    """A path with its testimonies in order, each by its title, where it has one, and its address."""
    stops = [
        {"@type": "ListItem", "position": number, "url": address} | ({"name": name} if (name := _text(title)) else {})
        for number, (title, address) in enumerate(interviews, 1)
    ]
    return {
        "@type": "ItemList",
        "name": _text(card.title),
        "url": url,
        "numberOfItems": len(stops),
        "itemListElement": stops,
    }


def authority(card: AuthorityCard, url: str, **related: dict) -> dict:
    """A place, topic, event, person or question; of an invented place nothing is said that a machine might believe."""
    if card.is_invented:
        return {}
    start, _, end = card.happened.partition("/")
    when = {"startDate": _iso(start, _DATE), "endDate": _iso(end, _DATE)}
    known = {name: value for name, value in when.items() if value}
    return {"@type": AUTHORITIES[card.kind], "name": _text(card.name), "url": url, **known, **related}


def _iso(edtf: str, form: re.Pattern) -> str:
    """What is certain enough to be of this form of ISO 8601 too, else nothing."""
    return edtf if form.fullmatch(edtf) else ""


def _archive() -> dict:
    return {"@type": "ArchiveOrganization", "name": settings.HOLOS_PUBLISHER or settings.HOLOS_SITE_NAME}


def _text(text: Text) -> str:
    reading = read(text, get_language())
    return reading.text if reading else ""
