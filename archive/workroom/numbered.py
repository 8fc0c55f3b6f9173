"""Parts that are told apart by a number: two may change places in one save, and a new one takes the next."""

from django import forms
from django.utils.translation import gettext as _

from .fields import NamedFormSet

LARGEST = 32767
"""The largest number the column holds (PositiveSmallIntegerField)."""


class NumberedForm(forms.ModelForm):
    """The form set compares its number with those it stands beside; those in the database may be changing places."""

    def _get_validation_exclusions(self):
        return super()._get_validation_exclusions() | {"number"}


class NumberedFormSet(NamedFormSet):
    """``beside`` names the field, if any, within whose record a number stands once."""

    beside = None

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if "number" in form.fields and not form.instance.pk:
            number = form.fields["number"]
            number.required, number.initial = False, None
            number.widget.attrs["placeholder"] = _("next")

    def clean(self):
        super().clean()
        shown = {form.instance.pk for form in self.forms}
        taken = {self._place(row.number, row) for row in self.get_queryset() if row.pk not in shown}
        kept = [form for form in self.forms if self._is_kept(form)]
        for form in kept:
            self._take(form, taken)
        for form in kept:
            self._take_next(form, taken)

    @staticmethod
    def _is_kept(form) -> bool:
        is_filled_in = form.instance.pk is not None or form.has_changed()
        return is_filled_in and hasattr(form, "cleaned_data") and not form.cleaned_data.get("DELETE")

    def _place(self, number, row):
        return (getattr(row, f"{self.beside}_id") if self.beside else None, number)

    def _take(self, form, taken) -> None:
        number = form.cleaned_data.get("number")
        if number is None:
            return
        if self._place(number, form.instance) in taken:
            form.add_error("number", _("This number is used twice. Give each its own."))
        taken.add(self._place(number, form.instance))

    def _take_next(self, form, taken) -> None:
        if "number" in form.errors or form.cleaned_data.get("number") is not None:
            return
        beside, _none = self._place(None, form.instance)
        number = max((number for other, number in taken if other == beside), default=0) + 1
        form.instance.number = form.cleaned_data["number"] = number
        taken.add((beside, number))

    def save(self, commit=True):
        if commit:
            self._make_room()
        return super().save(commit)

    def _make_room(self) -> None:
        """Rows that change places first give up theirs: a database compares each row as it is written."""
        going = {"number", self.beside, "DELETE"}
        moving = [form.instance.pk for form in self.initial_forms if going & set(form.changed_data)]
        if len(moving) < 2:
            return
        used = {row.number for row in self.get_queryset()}
        free = (number for number in range(LARGEST, 0, -1) if number not in used)
        for pk, number in zip(moving, free, strict=False):
            self.model.objects.filter(pk=pk).update(number=number)
