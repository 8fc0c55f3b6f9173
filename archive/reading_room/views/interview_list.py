from dataclasses import dataclass

from django.core.paginator import Page
from django.shortcuts import render

from archive.edition.chips import address, chips
from archive.edition.filters import InterviewFilter
from archive.edition.histogram import histogram
from archive.edition.paging import page
from archive.edition.vocabulary import ORDERS

from ..answers import Answered
from ..bars import Drawn, drawn
from ..options import option_lists
from ..records import records

EXAMPLES = {"period": "2022-02..2022-09", "recorded": "2023"}


@dataclass(frozen=True, slots=True)
class PeriodChoice:
    """A period as it can be written, and the interviews in time to choose it from."""

    name: str
    label: str
    written: str
    example: str
    drawn: Drawn | None


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
        "filter": chosen,
        "page": found,
        "answered": answered,
        "shows_all": shows_all,
        "groups": answered.groups(records(found, held, chosen.written.get("q", ""), answered.note_of)),
        "lists": option_lists(chosen),
        "periods": [_period(chosen, name) for name in EXAMPLES],
        "chips": chips(chosen),
        "orders": [(code, label) for code, label in ORDERS.items() if code != "relevance" or chosen.is_searching],
    }


def _period(chosen: InterviewFilter, name: str) -> PeriodChoice:
    found, written = histogram(chosen, name), chosen.written.get(name)
    bars = drawn(found, query=address(chosen, but_for=[name]), reader=chosen.reader)
    return PeriodChoice(name, found.label, written.text if written else "", EXAMPLES[name], bars)
