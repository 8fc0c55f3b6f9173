"""How many interviews each further choice would leave, and the choices in force."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count
from django.http import QueryDict

from .alphabet import sort_key
from .filters import InterviewFilter
from .filters.fields import Period
from .labels import Label, labels
from .models import FacetValue
from .vocabulary import WARNINGS

COUNTED = ("place", "topic", "event", "person", "language", "kind", "format", "collection")
COLUMNS = {"kind": "kind", "collection": "collection__slug"}
VALUES = tuple(name for name in COUNTED if name not in COLUMNS)


@dataclass(frozen=True, slots=True)
class Option:
    """One value. ``count`` is how many interviews choosing it alone would leave, None where nothing is counted;
    ``language`` is that of the label; ``parent`` is the broader value, if that is an option too."""

    value: str
    label: str
    count: int | None
    is_chosen: bool
    parent: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class FacetGroup:
    """The options of one filter, most frequent first; ``name`` is its parameter."""

    name: str
    label: str
    options: tuple[Option, ...]


def counts(filterset: InterviewFilter) -> list[FacetGroup]:
    """Every facet with the interviews left for each value under all other filters, then the warnings.

    The number of queries depends on which filters are in use, never on how much there is. Values that would leave
    nothing are only there when chosen. Warnings carry no counts: they are there to be left out.
    """
    numbers = _counted(filterset)
    for name in COUNTED:
        for value in filterset.chosen.get(name, ()):
            numbers[name].setdefault(value, 0)
    words = labels({name: set(found) for name, found in numbers.items()} | {"without": set(WARNINGS)}, filterset.reader)
    groups = [_group(filterset, name, numbers[name], words) for name in COUNTED]
    return [*groups, _warnings(filterset, words)]


def _counted(filterset: InterviewFilter) -> dict[str, Counter]:
    """Interviews by value for every facet; facets that are not chosen from share one query."""
    numbers = {name: Counter() for name in COUNTED}
    free = [name for name in VALUES if name not in filterset.chosen]
    for names in filter(None, (free, *([name] for name in VALUES if name in filterset.chosen))):
        interviews = filterset.narrowed(except_for=names[0])
        rows = FacetValue.objects.filter(facet__in=names, interview__in=interviews.values("pk"))
        for facet, value, number in rows.values_list("facet", "value").annotate(number=Count("pk")):
            numbers[facet][value] = number
    for name, column in COLUMNS.items():
        rows = filterset.narrowed(except_for=name).values_list(column)
        numbers[name].update(dict(rows.annotate(number=Count("pk"))))
    return numbers


def _group(filterset: InterviewFilter, name: str, numbers: Counter, words: dict) -> FacetGroup:
    options = []
    for value, number in numbers.items():
        label = words.get((name, value), Label(value, ""))
        parent = label.parent if label.parent in numbers else ""
        is_chosen = value in filterset.chosen.get(name, ())
        options.append(Option(value, label.text, number, is_chosen, parent, label.language))
    options.sort(key=lambda option: (-option.count, sort_key(option.label, filterset.reader), option.value))
    return FacetGroup(name, str(filterset.filters[name].label), tuple(options))


def _warnings(filterset: InterviewFilter, words: dict) -> FacetGroup:
    chosen = filterset.chosen.get("without", ())
    options = (
        Option(code, words["without", code].text, None, code in chosen, "", filterset.reader) for code in WARNINGS
    )
    return FacetGroup("without", str(filterset.filters["without"].label), tuple(options))


@dataclass(frozen=True, slots=True)
class Chip:
    """One choice. ``group`` names its filter, ``query`` is the query string without it (and without a page)."""

    name: str
    group: str
    label: str
    language: str
    query: str


def chips(filterset: InterviewFilter) -> list[Chip]:
    """A chip for every value in use, in the order of the filters. What was left out has none."""
    many = {name: set(value) for name, value in filterset.chosen.items() if isinstance(value, list)}
    words = labels(many, filterset.reader)
    found = []
    for name, chosen in filterset.chosen.items():
        for value in chosen if isinstance(chosen, list) else [chosen]:
            shown = value.text if isinstance(value, Period) else value
            label = words.get((name, value), Label(shown, "")) if name in many else Label(shown, "")
            group = str(filterset.filters[name].label)
            found.append(
                Chip(name, group, label.text, label.language, _without(filterset.chosen, name, value, filterset))
            )
    return found


def _without(chosen: dict, name: str, value, filterset: InterviewFilter) -> str:
    query = QueryDict(mutable=True)
    for other, values in chosen.items():
        for kept in values if isinstance(values, list) else [values]:
            if (other, kept) != (name, value):
                query.appendlist(other, kept.text if isinstance(kept, Period) else kept)
    if asked := filterset.written.get("order"):
        query["order"] = asked
    return query.urlencode()
