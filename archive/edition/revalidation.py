"""Every page is asked for anew and answered with 304 while the edition is what it was: withdrawn is gone at once."""

import hashlib
from collections.abc import Callable
from functools import cache, wraps
from pathlib import Path

from django.conf import settings
from django.utils.cache import patch_cache_control
from django.views.decorators.http import condition, require_safe

from .models import Edition

ROOMS = ("reading_room", "exchange", "edition", "document", "delivery", "language")
"""Those that make pages and every room these may import."""

MADE_OF = {"*.html", "*.xml", "*.txt", "*.css", "*.js", "*.mo", "*.py", "*.geojson"}


def revalidated(view, *, moving: Callable[[], object] = str):
    """Wrap a view of the edition: GET and HEAD alone, ``no-cache``, an entity tag, 304 after one query.

    ``moving`` gives what an answer holds besides the edition, such as today's date. While an expiry waits to be
    purged no tag is given, for several may pass under one revision.
    """

    @wraps(view)
    def answer(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        if hasattr(response, "render"):
            response.render()
        patch_cache_control(response, no_cache=True)
        return response

    def entity_tag(request, *args, **kwargs) -> str | None:
        edition = Edition.objects.current()
        if edition.has_expired_rows:
            return None
        return '"{}"'.format("-".join(filter(None, (edition.validator, house(), str(moving())))))

    return require_safe(condition(etag_func=entity_tag)(answer))


@cache
def house() -> str:
    """A short digest of what pages are made of besides the edition: templates, styles, words, settings."""
    found = hashlib.sha256(repr([settings.HOLOS_SITE_NAME, settings.HOLOS_CONTACT_EMAIL]).encode())
    found.update(repr([settings.HOLOS_QUICK_EXIT_URL, settings.HOLOS_DEMONSTRATION]).encode())
    for room in ("templates", "static", "locale", *(f"archive/{room}" for room in ROOMS)):
        for file in sorted(Path(settings.BASE_DIR, room).rglob("*")):
            if any(file.match(pattern) for pattern in MADE_OF):
                found.update(file.read_bytes())
    return found.hexdigest()[:12]
