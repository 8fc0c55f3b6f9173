from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from archive.catalogue.models import Place

from .authority import AuthorityAdmin, AuthorityForm
from .coordinates import CoordinatesInput, shown
from .site import workroom


class PlaceForm(AuthorityForm):
    coordinates = CoordinatesInput()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.latitude is not None:
            self.initial.setdefault("coordinates", (self.instance.latitude, self.instance.longitude))

    def clean(self):
        """An invented place lies nowhere; the two columns are filled from the one field."""
        cleaned = super().clean()
        coordinates = cleaned.get("coordinates")
        if coordinates and cleaned.get("is_invented"):
            self.add_error("coordinates", _("An invented place has no coordinates. Please leave this empty."))
        self.instance.latitude, self.instance.longitude = coordinates or (None, None)
        return cleaned


@admin.register(Place, site=workroom)
class PlaceAdmin(AuthorityAdmin):
    form = PlaceForm
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
                "fields": ("katottg", "geonames_id", "wikidata_id", "coordinates"),
                "description": _("Check the KATOTTG code against the raion: many villages share a name."),
            },
        ),
        (_("For staff"), {"fields": ("private_note", "approval")}),
    )

    @admin.display(description=_("Coordinates"))
    def coordinates(self, place):
        """For those who may only look."""
        return shown(place)

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("parent")
