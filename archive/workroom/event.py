from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from archive.catalogue.models import Event

from .authority import AuthorityAdmin
from .site import workroom


@admin.register(Event, site=workroom)
class EventAdmin(AuthorityAdmin):
    list_display = ("__str__", "happened", "location", "slug", "revision", "approval")
    list_select_related = ("location",)
    autocomplete_fields = ("location",)
    fieldsets = (
        (
            _("Event"),
            {
                "fields": ("name", "slug", "happened", "attribution", "location"),
                "description": _("Where accounts differ on a date, say who dates it so."),
            },
        ),
        (_("For staff"), {"fields": ("private_note", "approval")}),
    )
