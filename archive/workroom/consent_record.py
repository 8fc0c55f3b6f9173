from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from archive.catalogue.models import ConsentRecord, Grant
from archive.catalogue.vocabulary import Scope

from .fields import NamedFormSet
from .master import link_to_master
from .record import NeverDeleted, RecordAdmin, TabularPart
from .site import workroom


class GrantFormSet(NamedFormSet):
    def clean(self):
        """One answer for a scope and a beginning, "from the day it was given" counting as one."""
        super().clean()
        given = [form.cleaned_data for form in self.forms if form.has_changed() and hasattr(form, "cleaned_data")]
        answers = [(row.get("scope"), row.get("starts_on")) for row in given if not row.get("DELETE")]
        if len(answers) != len(set(answers)):
            raise forms.ValidationError(_("This is answered twice for the same time."), code="double")


class GrantPart(TabularPart):
    """A new record offers one row for each scope; a row without an answer is not saved, and means no."""

    model = Grant
    formset = GrantFormSet
    verbose_name_plural = _("What was agreed to, each apart; what is not answered is not agreed to")

    def has_delete_permission(self, request, obj=None):
        return False

    def get_extra(self, request, obj=None, **kwargs):
        return 0 if obj else len(Scope)


@admin.register(ConsentRecord, site=workroom)
class ConsentRecordAdmin(NeverDeleted, RecordAdmin):
    """One act of agreement, with the paper or recording that proves it."""

    list_display = ("__str__", "giver", "method", "signed_on", "review_by")
    list_filter = ("giver", "method")
    list_select_related = ("participation__interview",)
    search_fields = ("participation__interview__code",)
    autocomplete_fields = ("participation",)
    readonly_fields = ("paper", "entered_by")
    inlines = (GrantPart,)
    ordering = ("-signed_on", "pk")
    fieldsets = (
        (
            _("Who agreed, and how"),
            {
                "fields": ("participation", "giver", "giver_note", "method", "explained_in", "signed_on"),
                "description": _(
                    "One record for one act of agreement. A new agreement is a new record; the strictest of the records in "
                    "force decides, and a refusal always wins."
                ),
            },
        ),
        (
            _("Proof"),
            {
                "fields": ("evidence", "paper"),
                "description": _(
                    "A scan of the paper or the spoken agreement. Only somebody signed in by name opens it, and every opening is recorded."
                ),
            },
        ),
        (
            _("Voice, and when to ask again"),
            {"fields": ("voice_recognition_agreed", "review_by")},
        ),
        (_("For staff"), {"fields": ("private_note", "entered_by")}),
    )

    def get_fieldsets(self, request, obj=None):
        """What a record has only once it is saved stands on no page of a new one."""
        if obj:
            return super().get_fieldsets(request, obj)
        return [
            (title, options | {"fields": [name for name in options["fields"] if name not in self.readonly_fields]})
            for title, options in self.fieldsets
        ]

    def get_readonly_fields(self, request, obj=None):
        """Whose agreement it is never changes after it was entered."""
        return (*super().get_readonly_fields(request, obj), *(("participation",) if obj else ()))

    def get_formset_kwargs(self, request, obj, inline, prefix):
        kwargs = super().get_formset_kwargs(request, obj, inline, prefix)
        if isinstance(inline, GrantPart) and not obj.pk:
            kwargs["initial"] = [{"scope": scope} for scope in Scope.values]
        return kwargs

    def save_model(self, request, obj, form, change):
        if not change:
            obj.entered_by = request.user
        super().save_model(request, obj, form, change)

    @admin.display(description=_("the paper or recording kept"))
    def paper(self, record):
        return link_to_master(record.evidence) if record.evidence_id else ""
