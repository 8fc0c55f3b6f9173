"""Form fields of cataloguing: uncertain dates in words, times on a recording, records under their permitted label."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from archive.language import dates, timecodes

from .labels import label

EDGES = ("left", "top", "width", "height")
"""The columns of a rectangle on a picture, in ten-thousandths."""


class DayInput(forms.DateInput):
    """The browser's own choice of a day; the value is always ISO 8601."""

    input_type = "date"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%Y-%m-%d")


class UncertainDateInput(forms.CharField):
    """Shows a stored EDTF date in words where those words are read back as the same date."""

    def __init__(self, **kwargs):
        kwargs["widget"] = forms.TextInput(attrs={"class": "vTextField", "autocomplete": "off"})
        super().__init__(**kwargs)
        self.help_text = _join_sentences(
            self.help_text,
            _("Write it as “September 2022”, “after 24 February 2022”, “spring 2022?” or “24.02.2022”."),
        )

    def prepare_value(self, value):
        if not value:
            return value
        try:
            words = dates.show(value, get_language() or "uk")
            return words if dates.read(words).edtf == dates.read(value).edtf else value
        except (dates.UnreadableDate, ValueError):
            return value

    def has_changed(self, initial, data):
        try:
            return (dates.read(data).edtf if data else "") != (initial or "")
        except dates.UnreadableDate:
            return True


class TimeOnRecording(forms.Field):
    """A place on a recording's timeline, written as 1:02:03 or 2:03.5 and kept in milliseconds."""

    widget = forms.TextInput

    def __init__(self, **kwargs):
        kwargs.setdefault("widget", forms.TextInput(attrs={"class": "time-on-recording", "inputmode": "numeric"}))
        super().__init__(**kwargs)

    def to_python(self, value):
        if value in self.empty_values:
            return None
        if isinstance(value, int):
            return value
        try:
            return timecodes.read(value)
        except timecodes.UnreadableTime as error:
            raise ValidationError(
                _("Write a time on the recording as 1:02:03, or 2:03 for two minutes."), code="time"
            ) from error

    def prepare_value(self, value):
        if not isinstance(value, int):
            return value
        return timecodes.show(value) if value % 1000 == 0 else timecodes.vtt(value)

    def has_changed(self, initial, data):
        try:
            return self.to_python(data) != initial
        except ValidationError:
            return True


class Percent(forms.DecimalField):
    """A part of a length, written in percent and kept in ten-thousandths."""

    def __init__(self, **kwargs):
        super().__init__(min_value=0, max_value=100, decimal_places=2, **kwargs)

    def clean(self, value):
        value = super().clean(value)
        return None if value is None else int(value * 100)

    def prepare_value(self, value):
        return f"{value / 100:g}" if isinstance(value, int) else value

    def has_changed(self, initial, data):
        return super().has_changed(None if initial is None else initial / 100, data)


class LabelledChoice(forms.ModelChoiceField):
    """One record out of many, each under the label that ``user`` may see."""

    def __init__(self, *args, user=None, **kwargs):
        self.user = user
        super().__init__(*args, **kwargs)

    def label_from_instance(self, record):
        return label(record, self.user)


class LabelledChoices(forms.ModelMultipleChoiceField):
    """Several records, each under the label that ``user`` may see."""

    def __init__(self, *args, user=None, **kwargs):
        self.user = user
        super().__init__(*args, **kwargs)

    def label_from_instance(self, record):
        return label(record, self.user)


class NamedFormSet(forms.BaseInlineFormSet):
    """Rows of a table: each field carries the name that the head of its column shows."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        for field in form.fields.values():
            inner = getattr(field.widget, "widget", field.widget)
            if field.label and not inner.is_hidden:
                inner.attrs["aria-label"] = field.label


def _join_sentences(first, second):
    return f"{first} {second}" if first else second
