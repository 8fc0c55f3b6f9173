from django.shortcuts import render

from ..design.specimens import specimens


def design(request):
    """The parts of pages in every state, on light and on dark ground. Has an address in development only."""
    return render(request, "design/design.html", {"specimens": specimens(request)})
