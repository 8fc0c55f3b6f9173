from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from archive.catalogue.models import Claim, ClaimRelation

from .record import TabularPart, TranslatedRecordAdmin
from .site import workroom


class RelationPart(TabularPart):
    model = ClaimRelation
    fk_name = "claim"
    autocomplete_fields = ("other",)
    verbose_name_plural = _("Other claims that agree or differ; both sides are shown")


@admin.register(Claim, site=workroom)
class ClaimAdmin(TranslatedRecordAdmin):
    """A statement in an account, never a verdict."""

    list_display = ("__str__", "confidence", "source")
    list_filter = ("confidence",)
    list_select_related = ("interview", "source__interview")
    search_fields = ("interview__code", "statement_uk", "statement_en", "statement_pl", "statement_ru")
    autocomplete_fields = ("interview",)
    inlines = (RelationPart,)
    fieldsets = (
        (
            _("Statement"),
            {
                "fields": (
                    "interview",
                    "source",
                    "question",
                    "statement",
                    "attribution",
                    "confidence",
                    "event",
                    "position",
                ),
                "description": _(
                    "Say what is stated, who states it and how it is known. No testimony is corrected: where another "
                    "account differs, relate the two."
                ),
            },
        ),
        (_("For staff"), {"fields": ("private_note",)}),
    )

    def get_readonly_fields(self, request, obj=None):
        return (*super().get_readonly_fields(request, obj), *(("interview",) if obj else ()))

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "source":
            claim = request.resolver_match.kwargs.get("object_id")
            sources = db_field.related_model.objects.select_related("interview")
            kwargs["queryset"] = sources.filter(interview__claims=claim) if claim else sources.none()
        if db_field.name == "event":
            claim = request.resolver_match.kwargs.get("object_id")
            events = db_field.related_model.objects
            kwargs["queryset"] = events.filter(interviews__claims=claim) if claim else events.none()
        return super().formfield_for_foreignkey(db_field, request, **kwargs)
