from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from archive.catalogue.models import IndexPoint, Recording

from .media_state import MediaState
from .record import RecordAdmin, TranslatedStackedPart
from .site import workroom
from .upload import MEDIA


class IndexPart(TranslatedStackedPart):
    model = IndexPoint
    autocomplete_fields = ("topics",)
    fields = ("at_ms", "title", "synopsis", "warnings", "topics")
    verbose_name_plural = _("Contents: what is told from here on (OHMS index)")


@admin.register(Recording, site=workroom)
class RecordingAdmin(MediaState, RecordAdmin):
    """Made on the page of its interview; here it gets its contents."""

    upload_kinds = MEDIA
    list_display = ("__str__", "kind", "starts_ms")
    search_fields = ("interview__code",)
    readonly_fields = ("interview", "sitting", "processing")
    inlines = (IndexPart,)
    fieldsets = (
        (
            _("Recording"),
            {
                "fields": ("interview", "sitting", "number", "starts_ms", "master", "processing"),
                "description": _("One file of one sitting. “Starts at” is its place on the timeline of the sitting."),
            },
        ),
        (_("For staff"), {"fields": ("private_note",), "classes": ("collapse",)}),
    )

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("sitting__interview", "master")

    def has_add_permission(self, request):
        return False

    @admin.display(description=_("kind"))
    def kind(self, recording):
        return recording.master.get_kind_display() if recording.master else None
