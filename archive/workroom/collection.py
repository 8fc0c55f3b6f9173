from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from archive.catalogue.models import Collection, CollectionPolicy

from .record import NeverDeleted, TabularPart, TranslatedRecordAdmin
from .site import workroom


class PolicyPart(TabularPart):
    model = CollectionPolicy
    verbose_name_plural = _("Policy: the widest audience, whatever narrators allow")


@admin.register(Collection, site=workroom)
class CollectionAdmin(NeverDeleted, TranslatedRecordAdmin):
    list_display = ("code", "name")
    search_fields = ("code", "slug", "name_uk", "name_en", "name_pl", "name_ru")
    inlines = (PolicyPart,)
    fieldsets = (
        (
            _("Identity"),
            {
                "fields": ("code", "slug", "name"),
                "description": _("A body of interviews under one policy: ISAD(G) 3.1, reference code and title."),
            },
        ),
        (_("What it is"), {"fields": ("description", "demonstration_mark")}),
        (_("For staff"), {"fields": ("private_note",)}),
    )

    def get_readonly_fields(self, request, obj=None):
        """The code begins accession codes already given, the address has been linked to: both stay."""
        return (*super().get_readonly_fields(request, obj), *(("code", "slug") if obj else ()))
