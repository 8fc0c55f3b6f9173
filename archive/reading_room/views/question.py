from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import get_language

from archive.document.text import read
from archive.edition.alphabet import sort_key
from archive.edition.among import among
from archive.edition.columns import as_array
from archive.edition.models import PublishedInterview
from archive.edition.snapshot import current

from ..authorities import cards, now_at, of_kind
from ..questions.accounts import accounts

PER_PAGE = 20
"""Testimonies on one page of a question."""


def question_list(request):
    """Every question that a public account answers, in the reader's alphabet, with the number of testimonies."""
    counts = current().counts(["question"])["question"]
    reader = get_language()
    found = [(card, counts[slug]) for slug, card in of_kind("question").items() if slug in counts]
    found.sort(key=lambda each: sort_key(str(read(each[0].name, reader) or each[0].slug), reader))
    return render(request, "question_list/question_list.html", {"questions": found})


def question_detail(request, slug):
    """The accounts of one question side by side; where none is left there is no such page."""
    members = current().having("question", [slug])
    card = cards([("question", slug)]).get(("question", slug)) if members else None
    if card is None:
        return _elsewhere(slug)
    found = Paginator(as_array(members).tolist(), PER_PAGE).get_page(request.GET.get("page"))
    rows = PublishedInterview.objects.filter(among(found.object_list)).select_related("collection").order_by("pk")
    event = cards([("event", card.event)] if card.event else []).get(("event", card.event))
    found_accounts = accounts(slug, rows)
    context = {
        "card": card,
        "event": event,
        "page": found,
        "accounts": found_accounts,
        "has_times": any(account.told for account in found_accounts),
        "count": len(members),
    }
    return render(request, "question_detail/question_detail.html", context)


def _elsewhere(slug: str):
    """What was merged into a question that is public now is found there."""
    target = now_at("question", slug)
    if target is None:
        raise Http404
    return redirect("question-detail", target, permanent=True)
