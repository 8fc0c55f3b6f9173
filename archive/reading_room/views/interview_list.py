from django.core.paginator import Page
from django.shortcuts import render

from archive.edition.filters import InterviewFilter
from archive.edition.paging import page
from archive.edition.vocabulary import ORDERS

from ..answers import Answered
from ..choices import choices
from ..records import records


def interview_list(request):
    """All interviews, filtered and searched; the address is the whole state."""
    chosen = InterviewFilter(request.GET)
    found = page(chosen.listing, request.GET.get("page"))
    held = chosen.answer.passages([i.pk for i in found]) if chosen.is_searching else {}
    return render(request, "interview_list/interview_list.html", context(chosen, found, held))


def context(chosen: InterviewFilter, found: Page, held: dict, *, shows_all: bool = False) -> dict:
    """What a page of results shows: the choices, and the rows with what was found in them, ``shows_all`` of it or some."""
    answered = Answered(chosen)
    return {
        **choices(chosen),
        "page": found,
        "answered": answered,
        "shows_all": shows_all,
        "groups": answered.groups(records(found, held, chosen.written.get("q", ""), answered.note_of)),
        "orders": [(code, label) for code, label in ORDERS.items() if code != "relevance" or chosen.is_searching],
    }
