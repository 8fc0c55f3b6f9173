"""How a page is cited: in which style, and where what it shows is kept."""

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from archive.document.authority import CollectionCard
from archive.edition.citation import STYLES


def style_of(request: HttpRequest) -> str:
    """The code of the style of citations that the address asks for, or of the archive's own."""
    asked = request.GET.get("cite", "")
    return asked if asked in STYLES else "archive"


def kept(reference: str, card: CollectionCard) -> dict:
    """What a citation says of where something is kept, looked at today."""
    return {
        "reference": reference,
        "collection": card.name,
        "mark": card.demonstration_mark,
        "site": settings.HOLOS_SITE_NAME,
        "accessed": timezone.localdate(),
    }
