from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from archive.catalogue.models import Topic

from .authority import AuthorityAdmin
from .site import workroom


@admin.register(Topic, site=workroom)
class TopicAdmin(AuthorityAdmin):
    list_display = ("__str__", "broader", "slug", "revision", "approval")
    list_select_related = ("broader",)
    autocomplete_fields = ("broader",)
    fieldsets = (
        (
            _("Concept"),
            {
                "fields": ("name", "slug", "broader", "scope_note"),
                "description": _(
                    "A concept of the thesaurus (SKOS): one preferred name in each language, one broader concept."
                ),
            },
        ),
        (_("For staff"), {"fields": ("private_note", "approval")}),
    )
