from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from archive.catalogue.keys import new_key
from archive.catalogue.models import Person, PersonIdentity, PersonStatus

from .authority import AuthorityAdmin, LabelPart
from .labels import may_know_person, may_know_persons
from .record import NeverDeleted, StackedPart, TabularPart
from .site import workroom


class StatusPart(TabularPart):
    model = PersonStatus
    verbose_name_plural = _("Statuses: what this person is, and from when until when")


class IdentityPart(NeverDeleted, StackedPart):
    """Legal name and contacts: encrypted in the database, in no list, in no search, in no dossier."""

    model = PersonIdentity
    verbose_name_plural = _("Identity: encrypted, never published")
    classes = ("collapse",)
    can_delete = False


@admin.register(Person, site=workroom)
class PersonAdmin(AuthorityAdmin):
    """Lists and searches by code; by name only for those who may know who a narrator is."""

    list_display = ("__str__", "is_what")
    ordering = ("-pk",)
    inlines = (StatusPart, LabelPart, IdentityPart)
    fieldsets = (
        (
            _("Person"),
            {
                "fields": ("name", "slug", "born"),
                "description": _(
                    "The name by which staff know this person (ISAAR(CPF) 5.1). Only public figures have a public page; "
                    "how a narrator is named is agreed for each interview apart."
                ),
            },
        ),
        (_("For staff"), {"fields": ("private_note", "approval")}),
    )

    def get_fieldsets(self, request, obj=None):
        """The name stands on the page of a public figure; of anybody else only for those who may know who they are."""
        if may_know_person(request.user, obj):
            return super().get_fieldsets(request, obj)
        return (
            (_("Person"), {"fields": ("slug", "born")}),
            (_("For staff"), {"fields": ("private_note", "approval")}),
        )

    def get_inlines(self, request, obj):
        parts = super().get_inlines(request, obj)
        return parts if may_know_person(request.user, obj) else [part for part in parts if part is not LabelPart]

    def get_changeform_initial_data(self, request):
        """Only a public figure needs an address with meaning; nobody is asked to make one up for a private person."""
        return {"slug": new_key()} | super().get_changeform_initial_data(request)

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("statuses")

    @admin.display(description=_("statuses"))
    def is_what(self, person):
        return ", ".join(status.get_kind_display() for status in person.statuses.all())

    def get_search_fields(self, request):
        return super().get_search_fields(request) if may_know_persons(request.user) else ("key__istartswith",)

    def get_search_results(self, request, queryset, search_term):
        """A code is written P-ABC123; it is kept without its letter and in small letters."""
        found, has_duplicates = super().get_search_results(request, queryset, search_term)
        if search_term.upper().startswith("P-"):
            found = found | queryset.filter(key__startswith=search_term[2:].lower())
        return found, has_duplicates
