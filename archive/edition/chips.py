"""The choices in force, each with the address that takes it back."""

from collections.abc import Collection
from dataclasses import dataclass

from django.http import QueryDict

from .filters import InterviewFilter
from .filters.fields import Period
from .labels import Label, labels


@dataclass(frozen=True, slots=True)
class Chip:
    """One choice. ``group`` names its filter, ``query`` is the query string without it (and without a page)."""

    name: str
    group: str
    label: str
    language: str
    query: str


def chips(filterset: InterviewFilter) -> list[Chip]:
    """A chip for every value in use, in the order of the filters; what could not be read has none."""
    words = labels(filterset.current.snapshot, filterset.reader)
    found = []
    for name, value in pairs(filterset):
        given, text = filterset.filters[name], _text(value)
        label = words.get((given.field_name, text)) or Label(text, "")
        query = address(filterset, without=(name, value))
        found.append(Chip(name, str(given.label), label.text, label.language, query))
    return found


def pairs(filterset: InterviewFilter) -> list[tuple]:
    """Every name with each of its values in use."""
    return [
        (name, value)
        for name, chosen in filterset.chosen.items()
        for value in (chosen if isinstance(chosen, list) else [chosen])
    ]


def address(filterset: InterviewFilter, *, without=None, but_for: Collection[str] = ()) -> str:
    """The query string of the choices in force and the order asked for, without one pair or all of some names."""
    query = QueryDict(mutable=True)
    for name, value in pairs(filterset):
        if (name, value) != without and name not in but_for:
            query.appendlist(name, _text(value))
    if asked := filterset.written.get("order"):
        query["order"] = asked
    return query.urlencode()


def _text(value: Period | str) -> str:
    return value.text if isinstance(value, Period) else value
