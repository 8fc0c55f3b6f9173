"""The narrowed document as a page for staff: every language at once, with the files that are not yet public."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.views.decorators.http import require_safe

from archive.catalogue.models import Authority, Derivative
from archive.delivery.files import derivative_path
from archive.delivery.ranges import deliver
from archive.document import canonical
from archive.document.authority import AuthorityCard
from archive.document.document import Document, PlaceReference

MAY_VIEW = "catalogue.view_interview"


@dataclass(frozen=True)
class Authorities:
    """What a document names, as last approved: pairs of card and reference for places, cards for the rest."""

    places: list[tuple[AuthorityCard, PlaceReference]]
    topics: list[AuthorityCard]
    events: list[AuthorityCard]
    people: list[AuthorityCard]


def authorities(document: Document) -> Authorities:
    """The names behind the slugs of a document."""
    slugs = {*(p.place for p in document.places), *document.topics, *document.events, *document.people}
    approved = Authority.objects.filter(slug__in=slugs).exclude(snapshot="")
    cards = {(a.kind, a.slug): canonical.load(a.snapshot, AuthorityCard) for a in approved}
    return Authorities(
        places=[(cards["place", p.place], p) for p in document.places if ("place", p.place) in cards],
        topics=[cards["topic", slug] for slug in document.topics if ("topic", slug) in cards],
        events=[cards["event", slug] for slug in document.events if ("event", slug) in cards],
        people=[cards["person", slug] for slug in document.people if ("person", slug) in cards],
    )


@require_safe
def derivative(request, digest, suffix):
    """A file made for the public, for staff who look at an interview before it is public."""
    if not request.user.has_perm(MAY_VIEW):
        raise PermissionDenied
    made = Derivative.objects.filter(file=digest, suffix=suffix).first()
    if made is None:
        raise Http404
    try:
        return deliver(request, derivative_path(made.file, made.suffix), media_type=made.media_type, etag=made.file)
    except FileNotFoundError as missing:
        raise Http404 from missing
