"""Security headers of every answer, error pages and static files included."""

from django.conf import settings

from config.middleware.workroom import is_workroom

PERMISSIONS_POLICY = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer",
        "browsing-topics",
        "camera",
        "display-capture",
        "geolocation",
        "gyroscope",
        "hid",
        "magnetometer",
        "microphone",
        "midi",
        "payment",
        "publickey-credentials-get",
        "serial",
        "usb",
        "xr-spatial-tracking",
    )
)


class SecurityHeadersMiddleware:
    """Stands outermost, so that redirects and refusals of the other middleware carry the headers too.

    A view may set a header itself, and then it stays: a file offered to other sites sets its own
    ``Cross-Origin-Resource-Policy``.
    """

    def __init__(self, get_response):
        self.get_response = get_response
        self.robots = "noindex, noarchive" if settings.HOLOS_DEMONSTRATION else "noarchive"

    def __call__(self, request):
        response = self.get_response(request)
        workroom = is_workroom(request)
        if "Content-Security-Policy" in response:
            # django-csp writes the directives in an order that differs from process to process; equal pages
            # shall be equal bytes.
            directives = response["Content-Security-Policy"].split("; ")
            response["Content-Security-Policy"] = "; ".join(sorted(directives))
        response.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        response.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.setdefault("X-Robots-Tag", "noindex, nofollow, noarchive" if workroom else self.robots)
        # Nothing of the workroom is kept anywhere. Everything public is asked for anew, so that what is
        # withdrawn is gone on the next request.
        response.setdefault("Cache-Control", "private, no-store" if workroom else "no-cache")
        # A browser that sends no referrer sends ``Origin: null`` with a form, which the CSRF check refuses.
        response["Referrer-Policy"] = "same-origin" if workroom else "no-referrer"
        return response
