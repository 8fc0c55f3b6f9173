from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from archive.catalogue.models import Term

from .record import TranslatedRecordAdmin
from .site import workroom


@admin.register(Term, site=workroom)
class TermAdmin(TranslatedRecordAdmin):
    list_display = ("slug", "name", "is_public")
    list_filter = ("is_public",)
    search_fields = ("slug", "name_uk", "name_en", "name_pl", "name_ru")
    fieldsets = (
        (
            _("Word"),
            {
                "fields": ("slug", "name", "variants", "explanation", "is_public"),
                "description": _(
                    "Explain what a word means, not what happened. Testimonies in which it is said lead here, in whatever form "
                    "they say it; where they do is found within minutes of saving."
                ),
            },
        ),
    )

    def get_readonly_fields(self, request, obj=None):
        """The address has been linked to and stays."""
        return (*super().get_readonly_fields(request, obj), *(("slug",) if obj else ()))
