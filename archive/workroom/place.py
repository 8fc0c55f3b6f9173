from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from archive.catalogue.models import Place

from .authority import AuthorityAdmin
from .site import workroom


@admin.register(Place, site=workroom)
class PlaceAdmin(AuthorityAdmin):
    list_display = ("__str__", "level", "slug", "revision", "approval")
    list_filter = ("level", "is_invented")
    list_select_related = ("parent",)
    autocomplete_fields = ("parent",)
    fieldsets = (
        (
            _("Name and place in the whole"),
            {
                "fields": ("name", "slug", "level", "parent", "is_invented"),
                "description": _(
                    "Settlement, hromada, raion, oblast, as the Codifier of administrative units (KATOTTG) has them."
                ),
            },
        ),
        (
            _("Identifiers and coordinates"),
            {
                "fields": ("katottg", "geonames_id", "wikidata_id", ("latitude", "longitude")),
                "description": _("Check the KATOTTG code against the raion: many villages share a name."),
            },
        ),
        (_("For staff"), {"fields": ("private_note", "approval")}),
    )

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("parent")
