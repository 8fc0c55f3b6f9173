"""The page of one picture: notes on parts of it, each a rectangle that is drawn or written in percent."""

from django.contrib import admin
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from archive.catalogue.models import Derivative, DocumentPage, DocumentRegion

from .fields import EDGES, Percent
from .numbered import NumberedForm, NumberedFormSet
from .record import TranslatedRecordAdmin, TranslatedStackedPart
from .site import workroom

SHOWN = Derivative.Role.IMAGE_960_JPEG


class RegionPart(TranslatedStackedPart):
    model = DocumentRegion
    form, formset = NumberedForm, NumberedFormSet
    fields = ("number", EDGES, "note")
    verbose_name_plural = _("Notes on parts of the picture")

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name in EDGES:
            return Percent(label=_("%(edge)s, in percent") % {"edge": capfirst(db_field.verbose_name)})
        return super().formfield_for_dbfield(db_field, request, **kwargs)


@admin.register(DocumentPage, site=workroom)
class DocumentPageAdmin(TranslatedRecordAdmin):
    """Made on the page of its document; here it gets its notes."""

    change_form_template = "admin/catalogue/documentpage_change_form.html"
    list_display = ("__str__", "number")
    search_fields = ("document__interview__code",)
    readonly_fields = ("document", "number")
    fields = ("document", "number", "alternative")
    inlines = (RegionPart,)

    class Media:
        js = ("workroom/regions.js",)

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("document__interview", "master")

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        context["picture"] = obj.master.derivatives.filter(role=SHOWN).first() if obj else None
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)
