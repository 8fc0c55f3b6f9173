"""Which values of the filters mean something to the public."""

from ..models import FacetValue, PublishedCollection
from ..vocabulary import FORMATS, KINDS, LANGUAGES, WARNINGS

CLOSED = {"language": LANGUAGES, "format": FORMATS, "kind": KINDS, "without": WARNINGS}
"""Filters whose values are known beforehand; the values of the others are what the edition holds now."""


def unknown_values(asked: dict[str, list[str]]) -> dict[str, list[str]]:
    """By filter, the values that are not known; filters without any are left out. At most two queries."""
    known = {(name, value) for name, values in CLOSED.items() for value in values}
    known |= {("collection", slug) for slug in _collections(asked.get("collection", []))}
    known |= _authorities({name: asked[name] for name in asked.keys() - CLOSED.keys() - {"collection"} if asked[name]})
    unknown = {name: [value for value in values if (name, value) not in known] for name, values in asked.items()}
    return {name: values for name, values in unknown.items() if values}


def _collections(slugs: list[str]):
    return PublishedCollection.objects.filter(slug__in=slugs).values_list("slug", flat=True) if slugs else ()


def _authorities(asked: dict[str, list[str]]) -> set[tuple[str, str]]:
    if not asked:
        return set()
    values = {value for values in asked.values() for value in values}
    rows = FacetValue.objects.filter(facet__in=asked.keys(), value__in=values)
    return set(rows.values_list("facet", "value").distinct())
