"""The public addresses for search engines (https://www.sitemaps.org/protocol.html): an index, and parts of it by number."""

from collections.abc import Iterable

from django.conf import settings
from django.db.models import F, QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import override

from archive.edition.among import Among, among
from archive.edition.columns import as_array
from archive.edition.models import (
    PublishedAuthority,
    PublishedCollection,
    PublishedInterview,
    PublishedPath,
    SearchEntry,
)
from archive.edition.snapshot import current

PART = 1_000
"""Records in one part."""
ADDRESSES = 50_000
"""What one file may have by the protocol. Papers beyond are left out; their interviews lead to them."""
PAGES = (
    *("home", "interview-list", "map", "timeline", "place-list", "topic-list", "question-list", "path-list", "about"),
    *("event-list", "person-list", "collection-list"),
    *("consent", "safety", "privacy", "use", "contact", "accessibility", "search-help", "glossary"),
)
WITHOUT_LANGUAGE = ("consent-russian", "safety-russian")
LANGUAGES = tuple(code for code, _ in settings.LANGUAGES)
KINDS = ("place", "topic", "event", "person", "question")


def index(request):
    """Where the parts are; they are counted by what is public now, so that no gap tells of what was."""
    addresses = [reverse("sitemap-pages")]
    addresses += [reverse("sitemap-names", args=[part]) for part in _parts(_names().count())]
    addresses += [reverse("sitemap-part", args=[part]) for part in _parts(len(current().everything))]
    return _xml(request, "sitemap/index.xml", {"addresses": [request.build_absolute_uri(each) for each in addresses]})


def pages(request):
    """The pages that always are there, collections and paths."""
    entries = [_entry(request, name, []) for name in PAGES]
    entries += [_entry(request, name, [], languages=[settings.LANGUAGE_CODE]) for name in WITHOUT_LANGUAGE]
    for name, model in (("collection-detail", PublishedCollection), ("path-detail", PublishedPath)):
        entries += [_entry(request, name, [slug]) for slug in model.objects.values_list("slug", flat=True)]
    return _xml(request, "sitemap/part.xml", {"entries": entries})


def names(request, number):
    """One part of the places, topics, events, persons and questions that interviews refer to."""
    if number not in _parts(_names().count()):
        raise Http404
    rows = _names().order_by("kind", "slug")[number * PART : (number + 1) * PART]
    return _part(
        request, [_entry(request, f"{kind}-detail", [slug]) for kind, slug in rows.values_list("kind", "slug")]
    )


def part(request, number):
    """The interviews of one part with their papers; those that are not public any more are not there."""
    numbers = as_array(current().everything)[number * PART : (number + 1) * PART].tolist()
    rows = PublishedInterview.objects.filter(among(numbers)).order_by("pk")
    found = list(rows.values_list("pk", "reference", "changed_at"))
    papers = _papers(numbers)
    named = [("interview-detail", [reference], changed_at) for _pk, reference, changed_at in found]
    named += [("paper-detail", [ref, key], changed_at) for pk, ref, changed_at in found for key in papers.get(pk, ())]
    return _part(request, [_entry(request, *each) for each in named[: ADDRESSES // len(LANGUAGES)]])


def _papers(numbers: list[int]) -> dict[int, list[str]]:
    """The keys of the papers of these interviews, as the index has them: every paper has a title."""
    said = SearchEntry.objects.filter(Among(F("interview"), numbers), kind=SearchEntry.Kind.PAPER)
    found: dict[int, list[str]] = {}
    for pk, key in said.values_list("interview", "part").distinct().order_by("interview", "part"):
        found.setdefault(pk, []).append(key)
    return found


def _parts(count: int) -> range:
    return range(-(-count // PART))


def _names() -> QuerySet:
    return PublishedAuthority.objects.filter(kind__in=KINDS)


def _part(request, entries: list[dict]) -> HttpResponse:
    if not entries:
        raise Http404
    return _xml(request, "sitemap/part.xml", {"entries": entries})


def _entry(request, name: str, args: list, changed_at=None, languages: Iterable[str] = LANGUAGES) -> dict:
    """One page in every language it has; its address in each is an alternate of the others."""
    addresses = {}
    for code in languages:
        with override(code):
            addresses[code] = request.build_absolute_uri(reverse(name, args=args))
    return {"addresses": addresses, "changed_at": changed_at}


def _xml(request, template: str, context: dict) -> HttpResponse:
    return render(request, template, context, content_type="application/xml; charset=utf-8")
