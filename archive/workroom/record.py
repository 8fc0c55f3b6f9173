"""What every page of the workroom's admin has in common. Default closed: look-ups, deletion, bulk actions, exports."""

from functools import partial

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.options import ShowFacets
from django.db import models
from django.shortcuts import redirect
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from modeltranslation.admin import TranslationAdmin, TranslationStackedInline
from modeltranslation.fields import TranslationField

from archive import publishing
from archive.catalogue.fields import UncertainDateField
from archive.catalogue.models import Master
from archive.catalogue.vocabulary import Language

from . import sent_form
from .fields import DayInput, LabelledChoice, LabelledChoices, NamedFormSet, TimeOnRecording, UncertainDateInput
from .upload import UploadField

TRANSFORMS = ("exact", "id__exact", "isnull", "gte", "lt")


class Cataloguing:
    """The form fields of a record or of a part of one: in the right widget, language and permission."""

    upload_kinds = ()
    formfield_overrides = {
        models.DateField: {"widget": DayInput},
        models.TextField: {"widget": forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"})},
    }

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.is_relation and db_field.related_model is Master:
            return UploadField(
                by=request.user,
                kinds=self.upload_kinds,
                required=not db_field.blank,
                label=capfirst(db_field.verbose_name),
                help_text=db_field.help_text,
            )
        if isinstance(db_field, UncertainDateField):
            kwargs["form_class"] = UncertainDateInput
        elif isinstance(db_field, models.URLField):
            kwargs["assume_scheme"] = "https"
        elif isinstance(db_field, models.PositiveIntegerField) and db_field.name.endswith("_ms"):
            return self._time(db_field)
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and db_field.many_to_many:
            _leave_out_clearing(field.widget)
        if field and field.label:
            field.label = capfirst(field.label)
        if field and isinstance(db_field, TranslationField):
            self._say_language(field, db_field)
        return field

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        kwargs.setdefault("form_class", partial(LabelledChoice, user=request.user))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        kwargs.setdefault("form_class", partial(LabelledChoices, user=request.user))
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def _time(self, db_field):
        name = capfirst(str(db_field.verbose_name).removesuffix(" (ms)"))
        initial = db_field.default if db_field.has_default() else None
        return TimeOnRecording(
            required=not db_field.blank and not db_field.has_default(),
            label=name,
            initial=initial,
            help_text=db_field.help_text,
        )

    def _say_language(self, field, db_field):
        field.label = f"{capfirst(db_field.translated_field.verbose_name)} · {Language(db_field.language).label}"
        field.widget.attrs.update({"lang": db_field.language, "spellcheck": "true"})
        if isinstance(db_field.translated_field, models.TextField):
            field.widget.attrs["rows"] = 4
        if db_field.language != "uk":
            field.help_text = ""


def _leave_out_clearing(widget):
    """A picker of several has a cross on each; one more, to clear all, makes its list invalid."""
    getattr(widget, "widget", widget).is_required = True


class Record(Cataloguing):
    """A page and a list of one noun."""

    actions = None
    date_hierarchy = None
    show_facets = ShowFacets.NEVER
    list_per_page = 50
    save_on_top = False
    view_on_site = False

    def changelist_view(self, request, extra_context=None):
        """Titles are the noun itself: a sentence around it would need its cases."""
        title = {"title": capfirst(self.opts.verbose_name_plural)}
        return super().changelist_view(request, title | (extra_context or {}))

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """A form narrows as a whole: its interviews are published once, in its transaction, before it ends.

        A form for a new record that comes a second time leads to the record that the first one made.
        """
        if request.method != "POST":
            return super().changeform_view(request, object_id, form_url, extra_context)
        if object_id is None and (made := sent_form.address_made_by(request)):
            return self._made_already(request, made)
        try:
            with publishing.together():
                return super().changeform_view(request, object_id, form_url, extra_context)
        except sent_form.SentBefore:
            return self._made_already(request, sent_form.address_made_by(request))

    def _made_already(self, request, address):
        messages.warning(request, _("This form arrived twice. It was saved once, and this is the record."))
        return redirect(address)

    def save_model(self, request, obj, form, change):
        self.write(request, obj, form, change)
        if not change:
            sent_form.remember(request, obj)

    def write(self, request, obj, form, change):
        """Save the record itself; a noun that is saved by an act does so here."""
        super().save_model(request, obj, form, change)

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        context["title"] = capfirst(self.opts.verbose_name)
        context["subtitle"] = str(obj) if obj else _("new record")
        if obj is None:
            context["form_key"] = sent_form.key_for(request)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def lookup_allowed(self, lookup, value, request=None):
        """Only what a filter of this list offers; anything else would tell whether a private value begins with …"""
        names = {item[0] if isinstance(item, tuple) else item for item in self.list_filter}
        plain = {name for name in names if isinstance(name, str)}
        simple = {item.parameter_name for item in names if not isinstance(item, str)}
        return lookup in simple | plain or any(
            lookup == f"{name}__{transform}" for name in plain for transform in TRANSFORMS
        )


class ViewOnly:
    """A record that comes into being by an act and is never edited here."""

    def has_add_permission(self, request, *args):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


class NeverDeleted:
    """Evidence: kept whoever asks."""

    def has_delete_permission(self, request, obj=None):
        return False


class RecordAdmin(Record, admin.ModelAdmin):
    pass


class TranslatedRecordAdmin(Record, TranslationAdmin):
    pass


class StackedPart(Cataloguing, admin.StackedInline):
    extra = 0


class TabularPart(Cataloguing, admin.TabularInline):
    formset = NamedFormSet
    extra = 0


class TranslatedStackedPart(Cataloguing, TranslationStackedInline):
    extra = 0
