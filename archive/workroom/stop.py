from django.contrib import admin

from archive.catalogue.models import Stop

from .record import RecordAdmin, ViewOnly
from .site import workroom


@admin.register(Stop, site=workroom)
class StopAdmin(ViewOnly, RecordAdmin):
    """Placed and released on the page of the interview."""

    list_display = ("__str__", "placed_by", "placed_at", "released_by", "released_at")
    list_select_related = ("interview", "placed_by", "released_by")
    search_fields = ("interview__code",)
    fields = ("interview", "reason", "placed_by", "placed_at", "release_reason", "released_by", "released_at")
