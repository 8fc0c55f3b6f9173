"""What readers may write into an address, cleaned: none of these fields fails on anything but a date."""

from datetime import date
from typing import NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from archive.language import dates

MOST_VALUES = 50
LONGEST_DATE = 80


def plain(text: str) -> str:
    """The text without what no database takes: NUL characters and halves of surrogate pairs."""
    return str(text).replace("\0", " ").encode(errors="replace").decode().strip()


class Period(NamedTuple):
    """First and last day asked for, both included; None is an open end. ``text`` is what was written."""

    text: str
    earliest: date | None
    latest: date | None


def read_period(text: str) -> Period:
    """A date as the catalogue takes it, or two with ".." between: "2022-02..2022-09", "..2022".

    Raises ``dates.UnreadableDate``.
    """
    start, dots, end = text.partition("..")
    if not dots or "/" in text:
        return Period(text, *dates.bounds(dates.read(text).edtf))
    first = dates.bounds(dates.read(start).edtf)[0] if start.strip() else None
    last = dates.bounds(dates.read(end).edtf)[1] if end.strip() else None
    if first is None and last is None or (first and last and last < first):
        raise dates.UnreadableDate("order" if first else "open", text)
    return Period(text, first, last)


class TextField(forms.Field):
    """One line of text, whatever it holds."""

    widget = forms.TextInput

    def to_python(self, value):
        return plain(value or "")


class PeriodField(TextField):
    """A ``Period``, or None when nothing is written."""

    def to_python(self, value):
        text = super().to_python(value)
        if not text:
            return None
        if len(text) > LONGEST_DATE:
            text = text[:LONGEST_DATE] + "…"
        try:
            return read_period(text)
        except dates.UnreadableDate as error:
            sentence = _(
                "The dates “%(text)s” could not be read, so they were left out. Write them as “September 2022”, "
                "“2022-09-10” or “2022-02..2022-09”."
            )
            raise ValidationError(sentence, code="unreadable_date", params={"text": text}) from error


class ValuesField(forms.Field):
    """Several values of one name, each once, in their order, at most ``MOST_VALUES``."""

    widget = forms.SelectMultiple

    def to_python(self, value):
        values = value if isinstance(value, (list, tuple)) else [value] if value else []
        return list(dict.fromkeys(filter(None, map(plain, values))))[:MOST_VALUES]


class OrderField(TextField):
    """One of the orders offered, or nothing."""

    widget = forms.Select

    def __init__(self, *, choices, **kwargs):
        super().__init__(**kwargs)
        self.choices = self.widget.choices = list(choices)

    def to_python(self, value):
        text = super().to_python(value)
        return text if text in dict(self.choices) else ""
