from django.shortcuts import render

from archive.edition.filters import InterviewFilter
from archive.edition.timeline import timeline as made

from ..choices import choices
from ..timeline.page import page


def timeline(request):
    """What testimonies tell about in time; filtered by the address of the listing, which is the whole state."""
    chosen = InterviewFilter(request.GET)
    told = made(chosen)
    shown = {"told": told, "page": page(chosen, told) if told.span else None}
    return render(request, "timeline/timeline.html", choices(chosen, undrawn=["period"]) | shown)
