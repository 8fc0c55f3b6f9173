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
def sharing(context, title: str = "", summary: str = "", reference: str = "") -> dict:
    """The address, title, summary and picture of a page; without a ``reference`` the picture is that of the site."""
    request, reader = context["request"], get_language()
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
def linked_place(context, card) -> SafeString:
    data = linked_data.place(card, _whole(context, "place-detail", card.slug))
    return linked_data.script(data) if data else SafeString()


def _whole(context, name: str, *args: str) -> str:
    return context["request"].build_absolute_uri(reverse(name, args=args))
