from django.shortcuts import get_object_or_404, render

from archive.edition.listing import newest
from archive.edition.models import PublishedCollection
from archive.edition.snapshot import current

from ..gathered import chosen_alone, gathered
from ..records import records
from ..tree import in_order
from .authority import SHOWN


def collection_list(request):
    """Every collection with something public in it, in the reader's alphabet."""
    counts = current().counts(["collection"])["collection"]
    found = in_order(row.content for row in PublishedCollection.objects.all())
    context = {"collections": [(card, counts[card.slug]) for card in found if card.slug in counts]}
    return render(request, "collection_list/collection_list.html", context)


def collection_detail(request, slug):
    """A collection, whether it is a demonstration, what its testimonies tell of, and the latest of them."""
    collection = get_object_or_404(PublishedCollection.objects, slug=slug)
    filterset = chosen_alone("collection", slug)
    interviews = newest(filterset.members)
    context = {
        "card": collection.content,
        "count": len(interviews),
        "records": records(interviews[:SHOWN]),
        "gathered": gathered(filterset),
    }
    return render(request, "collection_detail/collection_detail.html", context)
