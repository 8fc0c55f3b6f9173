"""Sizes of files as readers see them."""

from django.utils.formats import number_format
from django.utils.translation import gettext as _

STEP = 1024


def show(size: int) -> str:
    """A number of bytes in the largest unit of which there is one, in the reader's language: "1.4 MB"."""
    if size < STEP**2:
        return _said(_("%(number)s KB"), size / STEP)
    if size < STEP**3:
        return _said(_("%(number)s MB"), size / STEP**2)
    return _said(_("%(number)s GB"), size / STEP**3)


def _said(words: str, number: float) -> str:
    return (words % {"number": number_format(round(number, 1), 1)}).replace(" ", "\N{NO-BREAK SPACE}")
