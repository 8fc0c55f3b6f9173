from django.shortcuts import render

from archive.edition.facets import chips, counts
from archive.edition.filters import InterviewFilter
from archive.edition.paging import page
from archive.edition.vocabulary import ORDERS

from ..records import records


def interview_list(request):
    """All interviews, filtered and searched; the address is the whole state."""
    chosen = InterviewFilter(request.GET)
    found = page(chosen.listing, request.GET.get("page"))
    hits = chosen.answer.passages([i.pk for i in found]) if chosen.is_searching else {}
    context = {
        "filter": chosen,
        "page": found,
        "records": records(found, hits, chosen.written.get("q", "")),
        "groups": counts(chosen),
        "chips": chips(chosen),
        "orders": [(code, label) for code, label in ORDERS.items() if code != "relevance" or chosen.is_searching],
    }
    return render(request, "interview_list/interview_list.html", context)
