"""While the archive is being looked after, every address answers with one page that says so."""

from django.conf import settings
from django.shortcuts import render

RETRY_SECONDS = 900


class MaintenanceMiddleware:
    """Asks for the sign on each request, so that putting it up and taking it down needs no restart.

    It stands behind what picks the language and what hands out style sheets, and before everything that asks the
    database.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return closed(request) if settings.HOLOS_MAINTENANCE_SIGN.exists() else self.get_response(request)


def closed(request):
    """503 in the site's look (RFC 9110, section 15.6.4)."""
    response = render(request, "503.html", {"exception": None}, status=503)
    response["Retry-After"] = str(RETRY_SECONDS)
    response["Cache-Control"] = "no-store"
    return response
