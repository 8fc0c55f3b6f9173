"""What the script of a search box has to know: whom to ask, where names lead, and the words it says."""

import json

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

KINDS = ("place", "person", "topic", "event")
NAME = "_"
"""Stands in an address for the slug of a name."""


def attributes() -> SafeString:
    """``data-suggest`` is the address that a beginning is added to; ``data-kinds`` is JSON: by kind a heading and the
    address of a page, which only names have."""
    address = f"{reverse('api-suggest')}?lang={get_language()}&q="
    headings = {
        "place": _("Places"),
        "person": _("People"),
        "topic": _("Topics"),
        "event": _("Events"),
        "word": _("Words"),
    }
    pages = {kind: reverse(f"{kind}-detail", args=[NAME]) for kind in KINDS}
    kinds = {kind: [heading, pages.get(kind, "")] for kind, heading in headings.items()}
    said = _("Suggestions")
    return format_html(
        ' data-suggest="{}" data-kinds="{}" data-said="{}"', address, json.dumps(kinds, ensure_ascii=False), said
    )
