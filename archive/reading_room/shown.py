"""Texts as a page shows them: in the reader's language, or saying which other it is."""

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from archive.document.text import read


def shown(text, element: str = "span") -> SafeString | str:
    """A text for the reader; one that is not in the reader's language carries its own ``lang``."""
    reading = read(text, get_language()) if text else None
    if reading is None:
        return ""
    if not reading.is_fallback:
        return format_html("{}", reading.text)
    return format_html('<{0} lang="{1}">{2}</{0}>', element, reading.language, reading.text)
