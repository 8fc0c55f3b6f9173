"""What a page says of itself to machines: schema.org as JSON-LD (https://www.w3.org/TR/json-ld11/).

Only what the page shows, and of an interview no more than a list shows: copying the rest to other catalogues is for those
who agreed to it.
"""

import json
import re

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from archive.document.authority import AuthorityCard, CollectionCard
from archive.document.document import Document
from archive.document.text import Text, read

_DAY = r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)?"
"""A year, month or day. EDTF writes seasons as the months 21 to 41, which ISO 8601 does not have."""
_DATE, _COVERAGE = re.compile(_DAY), re.compile(f"{_DAY}(?:/{_DAY})?")
_ESCAPED = {ord(sign): f"\\u{ord(sign):04X}" for sign in "<>&\u2028\u2029"}


def script(data: dict) -> SafeString:
    """The data as an element of the page; nothing in it can end the element."""
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


def place(card: AuthorityCard, url: str) -> dict:
    """A place that there is; of an invented one nothing is said that a machine might believe."""
    return {} if card.is_invented else {"@type": "Place", "name": _text(card.name), "url": url}


def _iso(edtf: str, form: re.Pattern) -> str:
    """What is certain enough to be of this form of ISO 8601 too, else nothing."""
    return edtf if form.fullmatch(edtf) else ""


def _archive() -> dict:
    return {"@type": "ArchiveOrganization", "name": settings.HOLOS_SITE_NAME}


def _text(text: Text) -> str:
    reading = read(text, get_language())
    return reading.text if reading else ""
