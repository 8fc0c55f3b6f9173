"""What a page says to those who share its address, and to machines."""

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from ..sharing import linked_data
from ..sharing.picture import HEIGHT, WIDTH

register = template.Library()


@register.inclusion_tag("components/sharing.html", takes_context=True)
def sharing(context, title: str = "", summary: str = "", reference: str = "", language: str = "") -> dict:
    """The address, title, summary and picture of a page; without a ``reference`` the picture is that of the site.

    ``language`` is that of a page which is not in the language of the interface.
    """
    request, reader = context["request"], language or get_language()
    picture = reverse("interview-picture", args=[reference]) if reference else reverse("site-picture")
    return {
        "address": request.build_absolute_uri(request.path),
        "title": title or settings.HOLOS_SITE_NAME,
        "summary": summary,
        "kind": "article" if reference else "website",
        "picture": request.build_absolute_uri(picture),
        "width": WIDTH,
        "height": HEIGHT,
        "site": settings.HOLOS_SITE_NAME,
        "reader": reader,
        "others": [code for code, _ in settings.LANGUAGES if code != reader],
    }


@register.simple_tag(takes_context=True)
def linked_site(context) -> SafeString:
    here, listing = _whole(context, "home"), _whole(context, "interview-list")
    return linked_data.script(linked_data.site(here, listing))


@register.simple_tag(takes_context=True)
def linked_interview(context, document, reference, collection) -> SafeString:
    return linked_data.script(
        linked_data.interview(
            document,
            reference=reference,
            url=_whole(context, "interview-detail", reference),
            collection=collection,
            collection_url=_whole(context, "collection-detail", collection.slug),
        )
    )


@register.simple_tag(takes_context=True)
def linked_collection(context, card) -> SafeString:
    return linked_data.script(linked_data.collection(card, _whole(context, "collection-detail", card.slug)))


@register.simple_tag(takes_context=True)
def linked_paper(context, paper, reference) -> SafeString:
    here, whole = _whole(context, "paper-detail", reference, paper.key), _whole(context, "interview-detail", reference)
    return linked_data.script(linked_data.paper(paper, here, interview_url=whole))


@register.simple_tag(takes_context=True)
def linked_path(context, card, stops) -> SafeString:
    rows = [record.interview for _stop, record in stops]
    told = [(row.in_outline.title, _whole(context, "interview-detail", row.reference)) for row in rows]
    return linked_data.script(linked_data.path(card, _whole(context, "path-detail", card.slug), told))


@register.simple_tag(takes_context=True)
def linked_authority(context, card, place=None) -> SafeString:
    """What machines learn of the page of an authority; ``place`` is where an event happened."""
    where = {"location": _authority(context, place)} if place else {}
    return linked_data.script(_authority(context, card, **where))


def _authority(context, card, **related: dict) -> dict:
    return linked_data.authority(card, _whole(context, f"{card.kind}-detail", card.slug), **related)


def _whole(context, name: str, *args: str) -> str:
    return context["request"].build_absolute_uri(reverse(name, args=args))
