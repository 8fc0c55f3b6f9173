from django.shortcuts import get_object_or_404, render

from archive.edition.listing import newest
from archive.edition.models import PublishedCollection
from archive.edition.snapshot import current

from ..records import records
from .authority import SHOWN


def collection_detail(request, slug):
    """A collection, whether it is a demonstration, and its latest interviews."""
    collection = get_object_or_404(PublishedCollection.objects, slug=slug)
    interviews = newest(current().having("collection", [slug]))
    context = {"card": collection.content, "count": len(interviews), "records": records(interviews[:SHOWN])}
    return render(request, "collection_detail/collection_detail.html", context)
