"""What leaves by the exchange may be read by any site, is asked for anew each time, and is kept by no search engine."""

from collections.abc import Callable
from functools import wraps

from archive.edition.revalidation import revalidated

HEADERS = {
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "X-Robots-Tag": "noindex, noarchive",
}


def offered(view: Callable, *, moving: Callable[[], object] = str) -> Callable:
    """Wrap a view of the exchange; ``moving`` as in ``revalidated``. Refusals and 304 carry the headers too."""
    answering = revalidated(view, moving=moving)

    @wraps(view)
    def answer(request, *args, **kwargs):
        response = answering(request, *args, **kwargs)
        for name, value in HEADERS.items():
            response[name] = value
        return response

    return answer
