from django.contrib import admin
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from archive.catalogue.models import Collection, CollectionPolicy
from archive.publishing.collection_words import card_of, is_waiting, public_card

from .record import NeverDeleted, TabularPart, TranslatedRecordAdmin
from .site import workroom
from .unsaid import codes_of


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
        (
            _("What it is"),
            {
                "fields": ("description", "demonstration_mark", "state"),
                "description": _(
                    "Readers see these words once the archive has compared them with its public testimonies. Call no narrator by name here: these words stay when a testimony goes."
                ),
            },
        ),
        (_("For staff"), {"fields": ("private_note",)}),
    )

    def get_readonly_fields(self, request, obj=None):
        """The code begins accession codes already given, the address has been linked to: both stay."""
        return (*super().get_readonly_fields(request, obj), "state", *(("code", "slug") if obj else ()))

    @admin.display(description=_("today"))
    def state(self, collection):
        if not collection.pk:
            return gettext("Save first.")
        shown = public_card(collection)
        if shown is None:
            return gettext("Readers do not see it: none of its testimonies is public.")
        if shown == card_of(collection):
            return gettext("Readers see it.")
        if is_waiting(collection):
            return gettext(
                "Readers still see the former words, until the archive has looked through the testimonies for names. That takes "
                "a moment, with many testimonies some minutes."
            )
        return gettext(
            "Readers still see the former words: because of %(codes)s, a name in the new ones may not stand here. Say it "
            "without the name."
        ) % {"codes": codes_of(collection.looked_through["because_of"])}
