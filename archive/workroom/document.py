from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from archive.catalogue.models import Document, DocumentPage

from .media_state import MediaState
from .numbered import NumberedForm, NumberedFormSet
from .record import TranslatedRecordAdmin, TranslatedStackedPart
from .site import workroom
from .upload import PICTURES


class PagePart(MediaState, TranslatedStackedPart):
    model = DocumentPage
    form, formset = NumberedForm, NumberedFormSet
    upload_kinds = PICTURES
    fields = ("number", "master", "processing", "alternative")
    readonly_fields = ("processing",)
    verbose_name_plural = _("Pages: one picture each")

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("master", "document__interview")


@admin.register(Document, site=workroom)
class DocumentAdmin(TranslatedRecordAdmin):
    list_display = ("__str__", "title", "dated")
    list_filter = ("kind",)
    list_select_related = ("interview",)
    search_fields = ("interview__code", "title_uk", "title_en", "title_pl", "title_ru")
    autocomplete_fields = ("interview",)
    inlines = (PagePart,)
    fieldsets = (
        (
            _("Document"),
            {"fields": ("interview", ("kind", "position"), "title", "dated", "author", "recipient", "description")},
        ),
        (
            _("Text, custody and rights"),
            {
                "fields": ("transcription", "custody", "rights"),
                "description": _(
                    "Who had it before, how it came, who holds it now: as far as is known (ISAD(G) 3.2.3)."
                ),
            },
        ),
        (_("For staff"), {"fields": ("private_note",), "classes": ("collapse",)}),
    )

    def get_readonly_fields(self, request, obj=None):
        return (*super().get_readonly_fields(request, obj), *(("interview",) if obj else ()))
