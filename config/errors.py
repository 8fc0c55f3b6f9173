"""What is answered where a request cannot be understood."""

from django.http import HttpRequest, HttpResponseBadRequest
from django.template.loader import render_to_string


def not_understood(request: HttpRequest, exception: Exception) -> HttpResponseBadRequest:
    """The page of error 400. It knows that it is one, so it says no address: the host may be what was wrong."""
    return HttpResponseBadRequest(render_to_string("400.html", {"exception": exception}, request))
