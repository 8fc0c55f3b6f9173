from django.http import Http404
from django.shortcuts import render
from django.utils import timezone

from archive.edition.citation import STYLES, Item, styled
from archive.edition.models import PublishedInterview

from ..citing import kept, style_of
from ..interview_page import Choice
from ..marking import Marking
from ..paper_page import paper_page
from .interview_detail import absent


def paper_detail(request, reference, key):
    """One paper of an interview, which answers like its interview where that is absent; a paper that is not shown is
    like one that never was."""
    interview = PublishedInterview.objects.select_related("collection").filter(reference=reference).first()
    if interview is None:
        return absent(request, reference)
    document, choice = interview.content, Choice.read(request.GET)
    paper = next((paper for paper in document.papers if paper.key == key), None)
    if paper is None:
        raise Http404
    place = document.papers.index(paper)
    marking = Marking(interview, choice.q) if choice.q else None
    card, style, url = interview.collection.content, style_of(request), request.build_absolute_uri(request.path)
    context = {
        "page": paper_page(document, paper, choice=choice, marking=marking),
        "paper": paper,
        "before": document.papers[place - 1] if place else None,
        "after": next(iter(document.papers[place + 1 :]), None),
        "document": document,
        "interview": interview,
        "collection": card,
        "styles": STYLES.values(),
        "style": style,
        "today": timezone.localdate(),
        "citation": styled(style, Item.of_paper(paper, url=url, **kept(reference, card))),
    }
    return render(request, "paper_detail/paper_detail.html", context)
