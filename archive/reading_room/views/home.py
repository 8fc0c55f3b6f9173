from django.shortcuts import render

from archive.edition.models import PublishedCollection, PublishedInterview

from ..authorities import of_kind
from ..hero import hero
from ..records import records
from ..tree import in_order

LATEST = 3


def home(request):
    """A voice, a search, a town to find, the latest records, and who collects this."""
    context = {
        "hero": hero(),
        "latest": records(PublishedInterview.objects.all()[:LATEST]),
        "places": in_order(of_kind("place").values()),
        "collections": [collection.content for collection in PublishedCollection.objects.order_by("slug")],
    }
    return render(request, "home/home.html", context)
