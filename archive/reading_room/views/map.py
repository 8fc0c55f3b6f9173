from django.shortcuts import render

from archive.edition.chips import address
from archive.edition.filters import InterviewFilter
from archive.edition.places import told_places

from ..choices import choices
from ..map.drawing import Drawn, drawn


def testimony_map(request):
    """Where the interviews of a choice tell of; the address is that of the listing, and the whole state."""
    chosen = InterviewFilter(request.GET)
    context = choices(chosen) | {"map": _drawn(chosen), "count": len(chosen.members)}
    return render(request, "map/map.html", context)


def _drawn(chosen: InterviewFilter) -> Drawn:
    """Where nothing is chosen, drawn once a revision and language."""

    def draw():
        return drawn(told_places(chosen), query=address(chosen, but_for="place"), reader=chosen.reader)

    if chosen.chosen or chosen.written.get("order"):
        return draw()
    return chosen.current.kept(("map", chosen.reader), draw)
