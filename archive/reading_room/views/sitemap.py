"""The public addresses for search engines (https://www.sitemaps.org/protocol.html): an index, and parts of it by number."""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import override

from archive.edition.among import among
from archive.edition.columns import as_array
from archive.edition.models import PublishedInterview, PublishedPath
from archive.edition.snapshot import current

from ..authorities import of_kind

PART = 2_000
"""Interviews in one part: with three languages each far below the 50,000 addresses that a file may have."""
PAGES = (
    *("home", "interview-list", "map", "timeline", "place-list", "topic-list", "question-list", "path-list", "about"),
    *("consent", "safety", "privacy", "use", "contact", "accessibility", "search-help", "glossary"),
)
KINDS = ("place", "topic", "event", "person", "question")


def index(request):
    """Where the parts are; they are counted by what is public now, so that no gap tells of what was."""
    parts = range(-(-len(current().everything) // PART))
    addresses = [reverse("sitemap-pages"), *(reverse("sitemap-part", args=[part]) for part in parts)]
    return _xml(request, "sitemap/index.xml", {"addresses": [request.build_absolute_uri(each) for each in addresses]})


def pages(request):
    """The pages that always are there, those of everything interviews refer to, and paths."""
    named = [(f"{kind}-detail", [slug]) for kind in KINDS for slug in of_kind(kind)]
    named += [("path-detail", [slug]) for slug in PublishedPath.objects.values_list("slug", flat=True)]
    return _xml(
        request,
        "sitemap/part.xml",
        {
            "entries": [_entry(request, *each) for each in ((p, []) for p in PAGES)]
            + [_entry(request, *each) for each in named]
        },
    )


def part(request, number):
    """The interviews of one part; those that are not public any more are not there."""
    numbers = as_array(current().everything)[number * PART : (number + 1) * PART].tolist()
    rows = PublishedInterview.objects.filter(among(numbers)).order_by("pk")
    entries = [
        _entry(request, "interview-detail", [reference], changed_at)
        for reference, changed_at in rows.values_list("reference", "changed_at")
    ]
    if not entries:
        raise Http404
    return _xml(request, "sitemap/part.xml", {"entries": entries})


def _entry(request, name: str, args: list, changed_at=None) -> dict:
    """One page in every language; its address in each is an alternate of the others."""
    addresses = {}
    for code, _ in settings.LANGUAGES:
        with override(code):
            addresses[code] = request.build_absolute_uri(reverse(name, args=args))
    return {"addresses": addresses, "changed_at": changed_at}


def _xml(request, template: str, context: dict) -> HttpResponse:
    return render(request, template, context, content_type="application/xml; charset=utf-8")
