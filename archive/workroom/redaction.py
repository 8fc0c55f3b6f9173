from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from archive import publishing
from archive.catalogue.models import Redaction
from archive.language import timecodes

from .record import RecordAdmin, TabularPart, ViewOnly
from .site import workroom


class Anchored:
    """Says where the words stand that are withheld."""

    @admin.display(description=_("where"))
    def where(self, redaction):
        if redaction.start_ms is not None:
            times = f"{timecodes.show(redaction.start_ms)}–{timecodes.show(redaction.end_ms)}"
            return f"{redaction.recording}: {times}"
        return _("passage %(key)s") % {"key": redaction.alignment}


class RedactionPart(Anchored, ViewOnly, TabularPart):
    """Shown beside the rest; a passage is withheld by an act of its own, which takes effect at once."""

    model = Redaction
    fields = ("where", "quote", "reason", "made_by")
    readonly_fields = fields
    show_change_link = True


@admin.register(Redaction, site=workroom)
class RedactionAdmin(Anchored, ViewOnly, RecordAdmin):
    list_display = ("__str__", "reason", "where", "made_by")
    list_filter = ("reason",)
    list_select_related = ("interview", "recording__sitting__interview", "made_by")
    search_fields = ("interview__code",)
    fields = ("interview", "where", "quote", "reason", "private_note", "made_by")
    readonly_fields = ("where",)

    def has_delete_permission(self, request, obj=None):
        """Those who catalogue may propose to show a passage again; it takes an approval to do so."""
        user = request.user
        return user.has_perm("catalogue.add_redaction") and user.has_perm("catalogue.change_interview")

    def delete_model(self, request, obj):
        publishing.lift(obj, by=request.user)
