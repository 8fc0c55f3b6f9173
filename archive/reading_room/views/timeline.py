from django.shortcuts import render

from archive.edition.chips import address, chips
from archive.edition.filters import InterviewFilter
from archive.edition.timeline import timeline as made

from ..timeline.page import page


def timeline(request):
    """What testimonies tell about in time; filtered by the address of the listing, which is the whole state."""
    chosen = InterviewFilter(request.GET)
    told = made(chosen)
    return render(
        request,
        "timeline/timeline.html",
        {
            "filter": chosen,
            "told": told,
            "page": page(chosen, told) if told.span else None,
            "chips": chips(chosen),
            "query": address(chosen),
        },
    )
