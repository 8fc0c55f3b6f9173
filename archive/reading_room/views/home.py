from django.shortcuts import render

from archive.edition.listing import newest
from archive.edition.models import PublishedCollection, PublishedPath
from archive.edition.snapshot import current

from ..authorities import of_kind
from ..hero import hero
from ..paths import outlines
from ..records import records
from ..tree import in_order

LATEST = 3


def home(request):
    """A voice, a search, a town to find, a path or a topic to begin with, the latest records, and who collects this."""
    edition, topics = current(), of_kind("topic")
    counts = edition.counts(["topic", "place"])
    context = {
        "hero": hero(edition),
        "paths": outlines(PublishedPath.objects.all()[:1]),
        "beginning": max(
            topics.values(), key=lambda card: (counts["topic"].get(card.slug, 0), card.slug), default=None
        ),
        "latest": records(newest(edition.everything)[:LATEST]),
        "places": in_order(card for slug, card in of_kind("place").items() if slug in counts["place"]),
        "collections": [collection.content for collection in PublishedCollection.objects.order_by("slug")],
    }
    return render(request, "home/home.html", context)
