"""The feed of any search: the listing's parameters, the newest first whatever order they ask for."""

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from archive.edition.chips import chips

from ..selection import Selection
from .document import Head, feed

MOST_ENTRIES = 50


def atom(request):
    query = request.GET.copy()
    query.pop("page", None)
    asked = f"?{query.urlencode()}" if query else ""
    query["order"] = "newest"
    selection = Selection(query, language=get_language(), address=request.build_absolute_uri)
    head = Head(
        _title(selection),
        settings.HOLOS_SITE_NAME,
        selection.language,
        own=request.build_absolute_uri(request.path) + asked,
        page=request.build_absolute_uri(reverse("interview-list")) + asked,
    )
    body = feed(head, selection.entries(list(selection.filter.listing[:MOST_ENTRIES])))
    return HttpResponse(body, content_type="application/atom+xml; charset=utf-8")


def _title(selection: Selection) -> str:
    """The name of the site and all that was chosen, as the listing shows it."""
    chosen = ", ".join(chip.label for chip in chips(selection.filter))
    return " – ".join(filter(None, (settings.HOLOS_SITE_NAME, _("Testimonies"), chosen)))
