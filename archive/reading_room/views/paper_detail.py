from django.conf import settings
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone

from archive.document.authority import CollectionCard
from archive.document.document import Paper
from archive.edition.citation import STYLES, Item, styled
from archive.edition.models import PublishedInterview

from ..interview_page import Choice
from ..marking import Marking
from ..paper_page import paper_page
from .interview_detail import absent, style_of


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
    card, style = interview.collection.content, style_of(request)
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
        "citation": styled(style, _cited(paper, reference, card, request.build_absolute_uri(request.path))),
    }
    return render(request, "paper_detail/paper_detail.html", context)


def _cited(paper: Paper, reference: str, card: CollectionCard, url: str) -> Item:
    return Item.of_paper(
        paper,
        reference=reference,
        collection=card.name,
        mark=card.demonstration_mark,
        site=settings.HOLOS_SITE_NAME,
        url=url,
        accessed=timezone.localdate(),
    )
