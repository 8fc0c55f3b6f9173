"""Leaks of papers: words, notes or names of files stay where the paper, its picture or its words may not be seen."""

from dataclasses import replace

from django.shortcuts import render

from archive.catalogue.models import Master
from archive.consent.narrowing import View
from archive.edition.models import PublishedInterview
from archive.publishing import pages
from archive.reading_room.views import paper_detail

from . import checks, stages
from .leaks import ended, leak, scoped


@leak("notes on a picture stay when the picture goes", scoped("images"))
def notes_stay(patch):
    narrow = View.paper
    patch.setattr(View, "paper", lambda view, paper: replace(narrow(view, paper), pages=paper.pages))


@leak("what a sheet says stays when the words go", scoped("transcript"))
def sheets_stay(patch):
    narrow = View.paper
    patch.setattr(View, "paper", lambda view, paper: replace(narrow(view, paper), page_texts=paper.page_texts))


@leak("the page of a paper names its master", stages.heard, checks.nothing_on_pages)
def master_is_named(patch):
    names, write = [], pages.write

    def writing(*args, **kwargs):
        names[:] = Master.objects.values_list("original_name", flat=True)
        return write(*args, **kwargs)

    def drawing(*args, **kwargs):
        response = render(*args, **kwargs)
        response.content = response.content.decode() + "".join(names)
        return response

    patch.setattr(pages, "write", writing)
    patch.setattr(paper_detail, "render", drawing)


@leak("a paper is read after its interview ran out", ended("run out"), checks.nothing_on_pages)
def paper_outlives(patch):
    class Everything:
        objects = PublishedInterview.everything

    patch.setattr(paper_detail, "PublishedInterview", Everything)
