"""The address without a language: ``/`` leads to the language the visitor's browser asks for."""

from django.http import HttpResponseRedirect
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request
from django.views.decorators.http import require_safe


@require_safe
def front_door(request):
    """Redirect to ``/uk/``, ``/en/`` or ``/pl/``; Ukrainian when the browser asks for none of them."""
    response = HttpResponseRedirect(f"/{get_language_from_request(request)}/")
    patch_vary_headers(response, ["Accept-Language"])
    return response
