from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def robots(request):
    """For crawlers (RFC 9309): pages may be found, media not copied, and no one trains machines on these voices."""
    return render(request, "robots.txt", content_type="text/plain; charset=utf-8")
