from django.shortcuts import render

from archive.language.queries import LONGEST, MOST_TERMS


def search_help(request):
    """How to ask, with examples that are searches."""
    return render(request, "search_help/search_help.html", {"longest": LONGEST, "most_terms": MOST_TERMS})
