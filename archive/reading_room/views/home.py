from django.shortcuts import render

from archive.edition.models import PublishedCollection, PublishedInterview

from ..authorities import of_kind
from ..hero import hero
from ..records import records
from ..tree import in_order
from .authority import interview_counts

LATEST = 3


def home(request):
    """A voice, a search, a town to find, a topic to begin with, the latest records, and who collects this."""
    topics, counts = of_kind("topic"), interview_counts("topic")
    context = {
        "hero": hero(),
        "beginning": max(topics.values(), key=lambda card: (counts.get(card.slug, 0), card.slug), default=None),
        "latest": records(PublishedInterview.objects.all()[:LATEST]),
        "places": in_order(of_kind("place").values()),
        "collections": [collection.content for collection in PublishedCollection.objects.order_by("slug")],
    }
    return render(request, "home/home.html", context)
