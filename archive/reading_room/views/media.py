from django.http import Http404
from django.views.decorators.http import require_safe

from archive.delivery.files import derivative_path
from archive.delivery.ranges import deliver
from archive.edition.models import PublishedFile


@require_safe
def media(request, digest, suffix):
    """A public file, if a public interview names it at this very moment; asked on every request and every range."""
    file = PublishedFile.objects.filter(digest=digest, suffix=suffix).first()
    if file is None:
        raise Http404
    try:
        return deliver(request, derivative_path(file.digest, file.suffix), media_type=file.media_type, etag=file.digest)
    except FileNotFoundError:
        raise Http404 from None
