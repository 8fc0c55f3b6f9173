from django.shortcuts import render

from archive.edition.filters import InterviewFilter
from archive.edition.paging import page

from .interview_list import context


def passage_list(request):
    """Every passage that holds the words, in the order of time under its interview; the address is that of the listing."""
    chosen = InterviewFilter(request.GET)
    found = page(chosen.listing if chosen.is_searching else (), request.GET.get("page"))
    held = chosen.answer.all_passages([i.pk for i in found]) if chosen.is_searching else {}
    return render(request, "passage_list/passage_list.html", context(chosen, found, held, shows_all=True))
