from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from archive.catalogue.models import ModeratorDecision, Participation

from .record import RecordAdmin, TabularPart, ViewOnly
from .site import workroom


class DecisionPart(ViewOnly, TabularPart):
    """Shown beside the rest; a moderator decides by an act of its own."""

    model = ModeratorDecision
    fields = ("matter", "reason", "decided_by", "decided_at")
    readonly_fields = fields
    verbose_name_plural = _("decisions of moderators")


@admin.register(Participation, site=workroom)
class ParticipationAdmin(ViewOnly, RecordAdmin):
    """Edited on the page of its interview; found here when an agreement is entered."""

    change_form_template = "admin/catalogue/participation_change_form.html"
    list_display = ("__str__", "role", "rendition")
    list_filter = ("role",)
    list_select_related = ("interview",)
    search_fields = ("interview__code__istartswith",)
    fields = ("interview", "person", "role", "rendition", "links_identity")
    inlines = (DecisionPart,)
    ordering = ("interview__code", "position", "pk")

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("interview", "person")
