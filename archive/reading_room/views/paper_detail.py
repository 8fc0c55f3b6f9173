from django.http import Http404
from django.shortcuts import render

from archive.edition.models import PublishedInterview

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
    marking = Marking(interview, choice.q) if choice.q else None
    context = {
        "page": paper_page(document, paper, choice=choice, marking=marking),
        "paper": paper,
        "document": document,
        "interview": interview,
        "collection": interview.collection.content,
    }
    return render(request, "paper_detail/paper_detail.html", context)
