from django.apps import apps
from django.contrib import admin
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from archive.catalogue.models import CustodyEvent

from .record import RecordAdmin, ViewOnly
from .site import workroom


@admin.register(CustodyEvent, site=workroom)
class CustodyEventAdmin(ViewOnly, RecordAdmin):
    """Who did what to which record, and when (PREMIS 3 event)."""

    list_display = ("at", "actor", "act", "noun", "object_key")
    list_filter = ("act",)
    list_select_related = ("actor",)
    search_fields = ("interview_key__exact", "object_key__exact")
    fields = ("at", "actor", "act", "noun", "object_key", "before", "after")
    readonly_fields = ("noun",)

    @admin.display(description=_("record"), ordering="object_type")
    def noun(self, event):
        """In words; what has no such noun any more keeps its code."""
        try:
            return capfirst(apps.get_model("catalogue", event.object_type)._meta.verbose_name)
        except LookupError:
            return event.object_type
