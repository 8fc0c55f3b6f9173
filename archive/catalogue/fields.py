"""Fields that the catalogue's nouns share: uncertain dates and lists of choices."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from archive.language import dates


class UncertainDateField(models.CharField):
    """A date as EDTF (ISO 8601-2), entered as words or as EDTF.

    The model declares ``<name>_earliest`` and ``<name>_latest`` beside it; both are filled on save
    so that periods can be compared as intervals. An open end is NULL.
    """

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_length", 80)
        super().__init__(*args, **kwargs)

    def to_python(self, value):
        value = super().to_python(value)
        if not value:
            return value
        try:
            return dates.read(value).edtf
        except dates.UnreadableDate as error:
            raise ValidationError(
                _(
                    "This date could not be read. Write it as “September 2022”, “after 24 February 2022”, "
                    "“spring 2022?”, “24.02.2022” or “2022-02-24/2022-09-10”."
                ),
                code="unreadable_date",
            ) from error

    def pre_save(self, instance, add):
        edtf = self.to_python(getattr(instance, self.attname))
        setattr(instance, self.attname, edtf)
        earliest, latest = dates.bounds(edtf) if edtf else (None, None)
        setattr(instance, f"{self.attname}_earliest", earliest)
        setattr(instance, f"{self.attname}_latest", latest)
        return edtf


def bound():
    """The column for one end of an uncertain date, filled by the field it belongs to."""
    return models.DateField(null=True, blank=True, editable=False)


class ChoiceListField(models.JSONField):
    """A short list of codes out of ``choices``, kept in the order of the choices, each once."""

    def __init__(self, *args, choice_class=None, **kwargs):
        self.choice_class = choice_class
        kwargs.setdefault("default", list)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def validate(self, value, instance):
        super().validate(value, instance)
        unknown = [code for code in value or [] if code not in self.choice_class.values]
        if unknown:
            raise ValidationError(_("Choose only from the list."), code="unknown_choice")

    def formfield(self, **kwargs):
        return forms.MultipleChoiceField(
            choices=self.choice_class.choices,
            required=not self.blank,
            label=kwargs.get("label", self.verbose_name),
            help_text=self.help_text,
            widget=forms.CheckboxSelectMultiple,
        )

    def get_prep_value(self, value):
        if self.choice_class and isinstance(value, (list, tuple)):
            value = [code for code in self.choice_class.values if code in value]
        return super().get_prep_value(value)


def in_some_language(field: str) -> models.Q:
    """The condition that a translated text stands in at least one of the four languages."""
    condition = models.Q()
    for language in ("uk", "en", "pl", "ru"):
        column = f"{field}_{language}"
        condition |= models.Q(**{f"{column}__isnull": False}) & ~models.Q(**{column: ""})
    return condition


def any_language(field: str, *, model: str) -> models.CheckConstraint:
    """The constraint that a translated text stands in at least one of the four languages."""
    return models.CheckConstraint(
        condition=in_some_language(field),
        name=f"{model}_{field}_in_some_language",
        violation_error_message=_("Write this text in at least one language."),
    )
