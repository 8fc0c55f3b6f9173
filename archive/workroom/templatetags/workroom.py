"""How a value that may not be changed is shown to staff, in the words in which it would be entered; where files are."""

from django import template
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from modeltranslation.fields import TranslationField

from archive.catalogue.fields import ChoiceListField, UncertainDateField
from archive.catalogue.models import DocumentRegion
from archive.catalogue.vocabulary import Language
from archive.document.document import Claim, Document
from archive.document.quoted import Quoted, quoted
from archive.language import dates, sizes, timecodes

from ..fields import EDGES

register = template.Library()
register.filter("size", sizes.show)


@register.simple_tag(takes_context=True)
def file_address(context, file) -> str:
    """Where a file of a drawn document is asked for: where the page says (``addresses``), else where staff ask."""
    if "addresses" in context:
        return context["addresses"][file.name]
    return reverse("workroom:derivative", args=[file.digest, file.suffix])


@register.filter
def passage_of(claim: Claim, document: Document) -> Quoted | None:
    """The passage a claim of the document is made from, None where it is made from none."""
    return quoted(claim.passage, document) if claim.passage else None


@register.filter
def contents(readonly):
    """The value of an ``AdminReadonlyField``: dates, times, choices and yes or no in words."""
    field = _field(readonly)
    value = getattr(readonly.form.instance, field.attname) if field else None
    if isinstance(field, UncertainDateField) and value:
        return dates.show(value, get_language() or "uk")
    if isinstance(field, ChoiceListField) and value:
        return ", ".join(str(field.choice_class(code).label) for code in value)
    if isinstance(field, models.BooleanField) and value is not None:
        return _("yes") if value else _("no")
    if isinstance(readonly.form.instance, DocumentRegion) and field and field.name in EDGES:
        return f"{value / 100:g} %"
    if isinstance(field, models.PositiveIntegerField) and field.name.endswith("_ms") and value is not None:
        return timecodes.show(value)
    if isinstance(field, TranslationField) and value:
        return format_html('<span lang="{}">{}</span>', field.language, readonly.contents())
    return readonly.contents()


@register.filter
def label(readonly):
    """Its label with the language in words, or in milliseconds no more."""
    field = _field(readonly)
    if isinstance(field, TranslationField):
        return f"{capfirst(field.translated_field.verbose_name)} · {Language(field.language).label}"
    return capfirst(str(readonly.field["label"]).removesuffix(" (ms)"))


def _field(readonly):
    """The column behind it, None for what a page computes."""
    try:
        field = readonly.form.instance._meta.get_field(readonly.field["field"])
    except (FieldDoesNotExist, TypeError):
        return None
    return field if field.concrete and not field.is_relation else None
