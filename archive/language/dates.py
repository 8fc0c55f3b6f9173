"""Uncertain dates: read from what people write, kept as EDTF (ISO 8601-2), compared as intervals, shown in four languages."""

from dataclasses import dataclass
from datetime import date

from archive.language import dates_edtf, dates_read, dates_show
from archive.language.dates_edtf import UnreadableDate
from archive.language.dates_show import Parts
from archive.language.languages import CODES

__all__ = ["Parts", "UncertainDate", "UnreadableDate", "bounds", "parts", "read", "show", "sure"]


@dataclass(frozen=True)
class UncertainDate:
    """A date as it is known: its EDTF and the first and last day it may mean, both included; None is an open end."""

    edtf: str
    earliest: date | None
    latest: date | None


def read(text: str) -> UncertainDate:
    """The date a text states, as EDTF or in uk, en, pl, ru words: «після 24 лютого 2022», "spring 2022?", "24.02.2022".

    After and before include the date they name, so that no search by period loses it. Raises UnreadableDate.
    """
    stated = dates_read.read(text)
    return UncertainDate(str(stated), stated.earliest(), stated.latest())


def bounds(edtf: str) -> tuple[date | None, date | None]:
    """The first and the last day an EDTF date may mean; None is an open end. Raises UnreadableDate."""
    stated = dates_edtf.parse(edtf)
    return stated.earliest(), stated.latest()


def sure(edtf: str) -> tuple[date | None, date | None]:
    """From when until when an EDTF date surely reaches, as ``dates_edtf.sure`` says. Raises UnreadableDate."""
    return dates_edtf.sure(dates_edtf.parse(edtf))


def show(edtf: str, language: str) -> str:
    """The EDTF date in words of the language (English for one the archive does not speak). Raises UnreadableDate."""
    return dates_show.show(dates_edtf.parse(edtf), language if language in CODES else "en")


def parts(edtf: str, language: str) -> Parts:
    """The EDTF date as a sentence of the language takes it in (English as above). Raises UnreadableDate."""
    return dates_show.parts(dates_edtf.parse(edtf), language if language in CODES else "en")
