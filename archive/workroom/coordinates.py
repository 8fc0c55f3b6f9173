"""Where a place lies, as one copies it from a map: “49.20697, 37.27679”, degrees of latitude and longitude (WGS 84)."""

import re
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from archive.catalogue.models import Place

WRITTEN = re.compile(r"(-?\d{1,2}\.\d+)\s*[,;\s]\s*(-?\d{1,3}\.\d+)", re.ASCII)
"""Both with decimals, or “49,21” would be two numbers."""
WITH_COMMAS = re.compile(r"(-?\d{1,2}),(\d+)\s*[;\s]\s*(-?\d{1,3}),(\d+)", re.ASCII)
"""Decimal commas, as Ukrainian and Polish have them, with a space or semicolon between the two numbers."""

KEPT = Decimal("0.00001")
"""A metre; no place is known more closely."""

Coordinates = tuple[Decimal, Decimal]


class CoordinatesInput(forms.CharField):
    """Gives (latitude, longitude), or None where nothing is written."""

    def __init__(self):
        super().__init__(
            required=False,
            label=_("Coordinates"),
            widget=forms.TextInput(attrs={"class": "vTextField", "autocomplete": "off"}),
            help_text=_(
                "Latitude and longitude as a map shows them: “49.21, 37.28”. They become public with the place and put it"
                " on the map, so take the middle of the town, village or raion, never a house. What you do not know,"
                " leave empty."
            ),
        )

    def prepare_value(self, value):
        return written(value) if isinstance(value, tuple) else value

    def to_python(self, value) -> Coordinates | None:
        text = super().to_python(value)
        return read(text) if text else None

    def has_changed(self, initial, data):
        return super().has_changed(self.prepare_value(initial), data)


def written(coordinates: Coordinates) -> str:
    return ", ".join(f"{number:f}" for number in coordinates)


def shown(place: Place) -> str:
    """Where a place lies, empty if nobody wrote it down."""
    return "" if place.latitude is None else written((place.latitude, place.longitude))


def read(text: str) -> Coordinates:
    """The coordinates that a text says; raises ValidationError with what to do."""
    numbers = _numbers(text.strip())
    if numbers is None:
        raise ValidationError(_("Write two numbers in degrees with a comma between them, such as “49.21, 37.28”."))
    latitude, longitude = (number.quantize(KEPT) for number in numbers)
    if abs(latitude) > 90 or abs(longitude) > 180:
        raise ValidationError(
            _("A latitude lies between −90 and 90, a longitude between −180 and 180. Is one mistyped?")
        )
    return latitude, longitude


def _numbers(text: str) -> Coordinates | None:
    if found := WITH_COMMAS.fullmatch(text):
        degrees, part, other_degrees, other_part = found.groups()
        return Decimal(f"{degrees}.{part}"), Decimal(f"{other_degrees}.{other_part}")
    if found := WRITTEN.fullmatch(text):
        return Decimal(found[1]), Decimal(found[2])
    return None
