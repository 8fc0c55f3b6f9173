from django.contrib import admin

from archive.catalogue.models import CustodyEvent

from .record import RecordAdmin, ViewOnly
from .site import workroom


@admin.register(CustodyEvent, site=workroom)
class CustodyEventAdmin(ViewOnly, RecordAdmin):
    """Who did what to which record, and when (PREMIS 3 event)."""

    list_display = ("at", "actor", "act", "object_type", "object_key")
    list_filter = ("act",)
    list_select_related = ("actor",)
    search_fields = ("interview_key__exact", "object_key__exact")
    fields = ("at", "actor", "act", "object_type", "object_key", "before", "after")
