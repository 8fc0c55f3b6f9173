from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from archive import publishing
from archive.catalogue.models import Claim, ClaimRelation
from archive.document.text import LANGUAGES
from archive.publishing.assemble import text

from .record import TabularPart, TranslatedRecordAdmin
from .site import workroom

SIGNED = {"standing", "signed_on", *(f"signature_{language}" for language in LANGUAGES)}


class RelationPart(TabularPart):
    model = ClaimRelation
    fk_name = "claim"
    autocomplete_fields = ("other",)
    verbose_name_plural = _("Other claims that agree or differ; both sides are shown")


@admin.register(Claim, site=workroom)
class ClaimAdmin(TranslatedRecordAdmin):
    """A statement in an account, never a verdict."""

    list_display = ("__str__", "confidence", "standing", "answers", "source")
    list_filter = ("confidence", "standing")
    list_select_related = ("interview", "source__interview", "answers")
    search_fields = ("interview__code", "statement_uk", "statement_en", "statement_pl", "statement_ru")
    autocomplete_fields = ("interview", "answers")
    readonly_fields = ("signed_by",)
    inlines = (RelationPart,)
    fieldsets = (
        (
            _("Statement"),
            {
                "fields": (
                    "interview",
                    "source",
                    "passage",
                    "answers",
                    "question",
                    "statement",
                    "attribution",
                    "confidence",
                    "told",
                    "event",
                    "position",
                ),
                "description": _(
                    "Say what is stated, who states it and how it is known. No testimony is corrected: where another "
                    "account differs, relate the two."
                ),
            },
        ),
        (
            _("How it stands"),
            {
                "fields": ("standing", "signature", "signed_on", "signed_by"),
                "description": _(
                    "A judgement of the archive. Readers see it with who signed it and on which day, and after the next "
                    "approval; leave it empty where nobody signs."
                ),
            },
        ),
        (_("For staff"), {"fields": ("private_note",)}),
    )

    def get_readonly_fields(self, request, obj=None):
        return (*super().get_readonly_fields(request, obj), *(("interview",) if obj else ()))

    def write(self, request, obj, form, change):
        """A judgement that was made or changed is signed by whoever saves it."""
        if not SIGNED & set(form.changed_data):
            return super().write(request, obj, form, change)
        signature, on = text(obj, "signature"), obj.signed_on
        publishing.sign_claim(obj, by=request.user, standing=obj.standing, signature=signature, on=on)

    def formfield_for_choice_field(self, db_field, request, **kwargs):
        """A judgement is no way of knowing; one that was kept there before stays until it is changed."""
        if db_field.name == "confidence":
            known = request.resolver_match.kwargs.get("object_id")
            kept = Claim.objects.filter(pk=known).values_list("confidence", flat=True).first() if known else None
            kwargs["choices"] = [choice for choice in Claim.Confidence.choices if choice[0] in (*Claim.KNOWN, kept)]
        return super().formfield_for_choice_field(db_field, request, **kwargs)

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
