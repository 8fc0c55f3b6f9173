from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from archive.catalogue.models import Document, DocumentPage
from archive.vault.derivatives import ready
from archive.vault.derivatives import request as request_files
from archive.vault.recipes import wanted

from .media_state import MediaState
from .numbered import NumberedForm, NumberedFormSet
from .record import TranslatedRecordAdmin, TranslatedStackedPart
from .site import workroom
from .upload import PICTURES


class PagePart(MediaState, TranslatedStackedPart):
    model = DocumentPage
    form, formset = NumberedForm, NumberedFormSet
    upload_kinds = PICTURES
    fields = ("number", "master", "processing", "alternative", "transcription")
    readonly_fields = ("processing",)
    show_change_link = True
    verbose_name_plural = _("Pages: one picture each; notes on parts of a picture are written on its own page")

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
                "fields": (
                    "language",
                    "transcription",
                    ("by_machine", "machine_checked"),
                    "custody",
                    "source",
                    "holder",
                    ("licence", "absence"),
                    "rights",
                ),
                "description": _(
                    "Who had it before, how it came, who holds it now: as far as is known (ISAD(G) 3.2.3)."
                ),
            },
        ),
        (_("For staff"), {"fields": ("private_note",), "classes": ("collapse",)}),
    )

    def get_readonly_fields(self, request, obj=None):
        return (*super().get_readonly_fields(request, obj), *(("interview",) if obj else ()))

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "source":
            document = request.resolver_match.kwargs.get("object_id")
            sources = db_field.related_model.objects.select_related("interview")
            kwargs["queryset"] = sources.filter(interview__documents=document) if document else sources.none()
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def save_related(self, request, form, formsets, change):
        """Pictures are made ready at once, so that notes can be drawn on them before anybody submits the interview."""
        super().save_related(request, form, formsets, change)
        document = form.instance
        for page in document.pages.select_related("master"):
            recipes = wanted(page.master.kind)
            if recipes and ready(page.master, recipes) is None:
                request_files(page.master, recipes, interview=document.interview)
