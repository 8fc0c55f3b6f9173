"""Which values of the filters mean something to the public."""

from ..snapshot import Current
from ..vocabulary import FORMATS, KINDS, LANGUAGES, WARNINGS

CLOSED = {"language": LANGUAGES, "format": FORMATS, "kind": KINDS, "warning": WARNINGS}
"""Facets whose values are known beforehand; the values of the others are what the edition holds now."""


def is_known(current: Current, facet: str, value: str) -> bool:
    return value in CLOSED[facet] if facet in CLOSED else current.is_known(facet, value)
