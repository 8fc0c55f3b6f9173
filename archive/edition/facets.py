"""How many interviews each further choice would leave."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from .filters import NOT, InterviewFilter
from .labels import Label, Labels, labels
from .vocabulary import WARNINGS

COUNTED = ("place", "topic", "event", "person", "language", "kind", "format", "collection")


class Option(NamedTuple):
    """One value. ``count`` is how many interviews choosing it alone would leave, None where nothing is counted;
    ``language`` is that of the label; ``parent`` is the broader value, if that is an option too."""

    value: str
    label: str
    count: int | None
    is_chosen: bool
    parent: str = ""
    language: str = ""
    is_excluded: bool = False


class FacetGroup(NamedTuple):
    """The options of one filter, most frequent first; ``name`` is its parameter, ``excluding`` the one that leaves
    out, empty where there is none."""

    name: str
    label: str
    options: tuple[Option, ...]
    excluding: str = ""


def counts(filterset: InterviewFilter) -> list[FacetGroup]:
    """Every facet with the interviews left for each value under all other filters, then the warnings.

    Values that would leave nothing are only there when chosen or left out. Warnings carry no counts: they are there
    to be left out.
    """
    numbers = _counted(filterset)
    words = labels(filterset.current.snapshot, filterset.reader)
    groups = [_group(filterset, name, numbers[name], words) for name in COUNTED]
    return [*groups, _warnings(filterset, words)]


def _counted(filterset: InterviewFilter) -> dict[str, dict[str, int]]:
    """Interviews by facet and value."""
    current = filterset.current
    free = [name for name in COUNTED if name not in filterset.chosen]
    numbers = current.counts(free, filterset.members)
    for name in COUNTED:
        if name in filterset.chosen:
            numbers |= current.counts([name], filterset.members_but_for(name))
    return numbers


def _group(filterset: InterviewFilter, name: str, numbers: Mapping[str, int], words: Labels) -> FacetGroup:
    chosen, excluded = _values(filterset, name), _values(filterset, NOT + name)
    numbers = dict.fromkeys((*chosen, *excluded), 0) | numbers
    rows = [(-number, words.get((name, value)) or Label(value, ""), value) for value, number in numbers.items()]
    rows.sort(key=lambda row: (row[0], row[1].place, row[2]))
    options = [
        Option(
            value,
            label.text,
            -number,
            value in chosen,
            label.parent if label.parent in numbers else "",
            label.language,
            value in excluded,
        )
        for number, label, value in rows
    ]
    return FacetGroup(name, str(filterset.filters[name].label), tuple(options), NOT + name)


def _values(filterset: InterviewFilter, name: str) -> Iterable[str]:
    return filterset.chosen.get(name, ())


def _warnings(filterset: InterviewFilter, words: Labels) -> FacetGroup:
    chosen = _values(filterset, "without")
    options = (
        Option(code, words["warning", code].text, None, code in chosen, "", filterset.reader) for code in WARNINGS
    )
    return FacetGroup("without", str(filterset.filters["without"].label), tuple(options))
