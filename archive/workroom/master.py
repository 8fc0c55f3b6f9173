"""Masters and consent papers: listed by checksum, opened one at a time, every opening on record."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from archive.catalogue.models import Master
from archive.custody import record
from archive.delivery.ranges import deliver
from archive.language import sizes
from archive.vault import masters

from .record import RecordAdmin, ViewOnly
from .site import workroom

MAY_OPEN = "catalogue.open_master"
PLAYED = (Master.Kind.AUDIO, Master.Kind.VIDEO, Master.Kind.IMAGE)
"""Kinds a browser shows without running anything; all others are handed over as a download."""


@admin.register(Master, site=workroom)
class MasterAdmin(ViewOnly, RecordAdmin):
    """The original name may tell who speaks: it stands on the page of those who may open the file, in no list."""

    list_display = ("__str__", "kind", "media_type", "size_in_words", "received_at")
    list_filter = ("kind",)
    search_fields = ("sha256__startswith",)

    def get_fields(self, request, obj=None):
        private = ("original_name", "open") if request.user.has_perm(MAY_OPEN) else ()
        facts = ("sha256", "kind", "media_type", "size_in_words", "width", "height", "duration_ms")
        return (*facts, "received_at", "received_by", *private)

    def get_readonly_fields(self, request, obj=None):
        return self.get_fields(request, obj)

    @admin.display(description=_("size"), ordering="size")
    def size_in_words(self, master):
        return sizes.show(master.size)

    @admin.display(description=_("the file"))
    def open(self, master):
        return link_to_master(master)


def link_to_master(master):
    return format_html(
        '<a href="{}">{}</a> ({}, {})',
        reverse("workroom:master", args=[master.pk]),
        _("Open the file; this is recorded"),
        master.get_kind_display(),
        sizes.show(master.size),
    )


@require_safe
def open_master(request, pk):
    """Deliver a master to somebody who may open it. Custody is told before the first byte goes out."""
    if not request.user.has_perm(MAY_OPEN):
        raise PermissionDenied
    master = get_object_or_404(Master, pk=pk)
    try:
        path = masters.open_master(master)
    except FileNotFoundError as missing:
        raise Http404 from missing
    record("opened", by=request.user, obj=master)
    response = deliver(request, path, media_type=master.media_type, etag=master.sha256)
    shown = "inline" if master.kind in PLAYED else "attachment"
    response["Content-Disposition"] = f'{shown}; filename="{master}"'
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
