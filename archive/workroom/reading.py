"""The pages of approved researchers: what they may read, one interview of it, and its files. Nothing else is theirs."""

from functools import wraps

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from archive import publishing
from archive.catalogue.models import Publication
from archive.delivery.ranges import deliver
from archive.document.text import read
from archive.edition.models import PublishedFile
from archive.edition.paging import page
from archive.publishing.offering import files
from archive.vault.derivatives import derivative_path

from .preview import authorities
from .site import READS_AS_RESEARCHER, workroom


def for_researchers(view):
    """The view with the access in force today; without one the page says so, and other accounts are refused."""

    @require_safe
    @wraps(view)
    def admitted(request, *args, **kwargs):
        if not request.user.has_perm(READS_AS_RESEARCHER):
            raise PermissionDenied
        access = publishing.access_of(request.user)
        if access is None:
            return _closed(request)
        return view(request, *args, access=access, **kwargs)

    return admitted


@for_researchers
def reading_list(request, access):
    """Everything a researcher may read today, a page at a time; ``only=more`` leaves out what is as the public has it."""
    is_more = request.GET.get("only") == "more"
    offers = publishing.offered()
    context = {
        **workroom.each_context(request),
        "title": _("Interviews open to researchers"),
        "access": access,
        "offers": page(offers.beyond_the_public() if is_more else offers, request.GET.get("page")),
        "is_more": is_more,
    }
    return TemplateResponse(request, "workroom/reading/list.html", context)


@for_researchers
def reading(request, reference, access):
    """One interview as researchers may read it at this moment. That it was opened is written down first."""
    opened = publishing.open_reading(reference, by=request.user)
    if opened is None:
        raise Http404
    title = read(opened.document.title, get_language())
    context = {
        **workroom.each_context(request),
        "title": title,
        "access": access,
        "listing": opened.listing,
        "collection": opened.interview.collection,
        "document": opened.document,
        "names": authorities(opened.document),
        "addresses": _addresses(reference, opened.document),
        "public_page": _public_page(reference),
    }
    return TemplateResponse(request, "workroom/reading/reading.html", context)


@for_researchers
def file(request, reference, digest, suffix, access):
    """A file of an interview, if its document names it for researchers at this moment; asked on every range."""
    found = publishing.open_file(reference, by=request.user, digest=digest, suffix=suffix)
    if found is None:
        raise Http404
    try:
        response = deliver(
            request, derivative_path(found.digest, found.suffix), media_type=found.media_type, etag=found.digest
        )
    except FileNotFoundError as missing:
        raise Http404 from missing
    response["Cache-Control"] = "private, no-store"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def _addresses(reference: str, document) -> dict[str, str]:
    """Where each file is asked for: what is public where everybody asks for it, if this process serves the public."""
    named = {file.name: file for file in files(document)}
    public = set()
    if settings.HOLOS_ROLE == "all":
        digests = {file.digest for file in named.values()}
        public = set(PublishedFile.objects.filter(digest__in=digests).values_list("digest", flat=True))
    return {
        name: reverse("media", args=[file.digest, file.suffix])
        if file.digest in public
        else reverse("workroom:reading-file", args=[reference, file.digest, file.suffix])
        for name, file in named.items()
    }


def _public_page(reference: str) -> str:
    """Where the public reads of it, if this process serves the public and something is there."""
    is_public = Publication.objects.filter(reference=reference, is_public=True).exists()
    return reverse("interview-detail", args=[reference]) if is_public and settings.HOLOS_ROLE == "all" else ""


def _closed(request):
    context = {
        **workroom.each_context(request),
        "title": _("Your access is not in force"),
        "last": request.user.researcher_accesses.order_by("-ends_on").first(),
        "contact": settings.HOLOS_CONTACT_EMAIL,
    }
    return TemplateResponse(request, "workroom/reading/closed.html", context, status=403)
