from django.contrib import admin
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.catalogue.models import Opening, Path, PathStop
from archive.edition.models import PublishedOpening, PublishedPath, PublishedStop
from archive.publishing.own_words import of_path, of_stop

from .record import RecordAdmin, TranslatedRecordAdmin, TranslatedStackedPart
from .site import workroom
from .unsaid import objecting

ORDERED = ("recording__sitting__interview", "interview")


class StopPart(TranslatedStackedPart):
    model = PathStop
    fields = (("position", "interview"), ("starts_at_ms", "recording"), "sentence", "today")
    autocomplete_fields = ("interview", "recording")
    readonly_fields = ("today",)
    verbose_name_plural = gettext_lazy("Stops: each testimony, and in one sentence why it is here")

    def get_queryset(self, request):
        return super().get_queryset(request).select_related(*ORDERED)

    @admin.display(description=gettext_lazy("today"))
    def today(self, stop):
        if not stop.pk:
            return _("Save first.")
        if PublishedStop.objects.filter(key=stop.key).exists():
            return _("Readers see it.")
        if codes := objecting(of_stop(stop)):
            return _(
                "Readers do not see it: because of %(codes)s, a name in the sentence may not stand here. Say it without the name."
            ) % {"codes": codes}
        return _("Readers do not see it: the path or the testimony is not public.")


@admin.register(Path, site=workroom)
class PathAdmin(TranslatedRecordAdmin):
    list_display = ("slug", "title", "position", "is_public", "today")
    search_fields = ("slug", "title_uk", "title_en", "title_pl", "title_ru")
    inlines = (StopPart,)
    fieldsets = (
        (
            gettext_lazy("Path"),
            {
                "fields": ("slug", "title", "introduction", ("position", "is_public"), "state"),
                "description": gettext_lazy(
                    "A way into the archive: a few testimonies in an order, with the reason for each. Readers see it as it is "
                    "saved. Call no narrator by name here: these words stay when a testimony goes."
                ),
            },
        ),
    )

    def get_queryset(self, request):
        shown = PublishedPath.objects.filter(slug=OuterRef("slug"))
        return super().get_queryset(request).annotate(is_shown=Exists(shown))

    def get_readonly_fields(self, request, obj=None):
        """The address has been linked to and stays."""
        return (*super().get_readonly_fields(request, obj), "state", *(("slug",) if obj else ()))

    @admin.display(description=gettext_lazy("today"))
    def state(self, path):
        if not path.pk:
            return _("Save first.")
        if PublishedPath.objects.filter(slug=path.slug).exists():
            return _("Readers see it.")
        if codes := objecting(of_path(path)):
            return _(
                "Readers do not see it: because of %(codes)s, a name in the title or the introduction may not stand here. Say it without the name."
            ) % {"codes": codes}
        return _("Readers do not see it: it is not public, or none of its testimonies is.")

    @admin.display(description=gettext_lazy("readers see it"), boolean=True)
    def today(self, path):
        return path.is_shown


@admin.register(Opening, site=workroom)
class OpeningAdmin(RecordAdmin):
    list_display = ("__str__", "position", "is_public", "today")
    list_select_related = ("interview",)
    autocomplete_fields = ("interview", "recording")
    fieldsets = (
        (
            gettext_lazy("Opening sentence"),
            {
                "fields": ("interview", ("starts_at_ms", "recording"), ("position", "is_public")),
                "description": gettext_lazy(
                    "A passage of a narrator. Its first sentence that is neither very short nor long opens the first page, with the "
                    "content notice. While none of those chosen is public, the archive takes a sentence of its newest recording."
                ),
            },
        ),
    )

    def get_queryset(self, request):
        shown = PublishedOpening.objects.filter(key=OuterRef("key"))
        return super().get_queryset(request).annotate(is_shown=Exists(shown))

    @admin.display(description=gettext_lazy("readers may see it"), boolean=True)
    def today(self, opening):
        return opening.is_shown
