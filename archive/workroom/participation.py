from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from archive.catalogue.models import Participation

from .record import RecordAdmin, ViewOnly
from .site import workroom


@admin.register(Participation, site=workroom)
class ParticipationAdmin(ViewOnly, RecordAdmin):
    """Edited on the page of its interview; found here when an agreement is entered."""

    change_form_template = "admin/catalogue/participation_change_form.html"
    list_display = ("__str__", "role", "rendition")
    list_filter = ("role",)
    list_select_related = ("interview",)
    search_fields = ("interview__code__istartswith",)
    fields = ("interview", "person", "role", "rendition", "links_identity", "decisions")
    readonly_fields = ("decisions",)
    ordering = ("interview__code", "position", "pk")

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("interview", "person")

    @admin.display(description=_("decisions of moderators"))
    def decisions(self, participation):
        return "; ".join(f"{d.get_matter_display()}: {d.reason}" for d in participation.decisions.all())
