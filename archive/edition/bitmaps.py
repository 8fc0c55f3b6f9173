"""The bitmaps of facet values, written beside the rows whose sets they are.

Whoever calls these functions holds the lock on the edition's row.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from pyroaring import BitMap

from .models import FacetBitmap, FacetValue, PublishedInterview

Key = tuple[str, str]
"""A facet and its value."""

ALL: Key = ("all", "")
UNCOUNTED = (FacetValue.Facet.CLAIM, FacetValue.Facet.RELATES)
"""Claims are many, each of one interview, and nobody counts them."""


def keys(interview: PublishedInterview) -> set[Key]:
    """The bitmaps that the rows of an interview put it in."""
    values = _counted().filter(interview=interview).values_list("facet", "value")
    return keys_of(interview.kind, interview.collection.slug, values)


def keys_of(kind: str, collection: str, values: Iterable[Key]) -> set[Key]:
    """The bitmaps of an interview with these facet values."""
    counted = (key for key in values if key[0] not in UNCOUNTED)
    return {ALL, ("kind", kind), ("collection", collection), *counted}


def add(numbers: Mapping[Key, Iterable[int]], *, version: int) -> None:
    """Put interviews that were in none into the bitmaps of these keys."""
    rows, written = _rows({*numbers}), []
    for key in sorted(numbers):
        row = rows.get(key) or FacetBitmap(facet=key[0], value=key[1])
        members = BitMap.deserialize(bytes(row.members)) if row.members else BitMap()
        row.members, row.version = packed(members | BitMap(numbers[key])), version
        written.append(row)
    _save(written, [])


def put(number: int, before: set[Key], after: set[Key], *, version: int) -> set[Key]:
    """Take the interview out of the bitmaps it no longer belongs to and into those it now does.

    Returns the keys that no interview has any more; their rows are gone.
    """
    changed = before ^ after
    rows = _rows(changed)
    written, emptied = [], set()
    for key in sorted(changed):
        row = rows.get(key) or FacetBitmap(facet=key[0], value=key[1])
        members = BitMap.deserialize(bytes(row.members)) if row.members else BitMap()
        (members.add if key in after else members.discard)(number)
        if members:
            row.members, row.version = packed(members), version
            written.append(row)
        else:
            emptied.add(key)
    _save(written, [rows[key].pk for key in emptied if key in rows])
    return emptied


def restate(*, version: int) -> bool:
    """Make all bitmaps anew from the rows; true if any of them said something else."""
    found: dict[Key, BitMap] = defaultdict(BitMap)
    for number, kind, slug in PublishedInterview.everything.values_list("pk", "kind", "collection__slug").iterator():
        for key in (ALL, ("kind", kind), ("collection", slug)):
            found[key].add(number)
    for facet, value, number in _counted().values_list("facet", "value", "interview").iterator():
        found[facet, value].add(number)
    rows = {(row.facet, row.value): row for row in FacetBitmap.objects.all()}
    written = []
    for key, members in sorted(found.items()):
        row, now = rows.get(key) or FacetBitmap(facet=key[0], value=key[1]), packed(members)
        if bytes(row.members) != now:
            row.members, row.version = now, version
            written.append(row)
    gone = [row.pk for key, row in rows.items() if key not in found]
    _save(written, gone)
    return bool(written or gone)


def packed(members: BitMap) -> bytes:
    """The bytes of a set: the same for equal sets, however they came about."""
    fresh = BitMap(members.to_array())
    fresh.run_optimize()
    return fresh.serialize()


def _counted():
    """The rows that have bitmaps."""
    return FacetValue.everything.exclude(facet__in=UNCOUNTED)


def _rows(wanted: set[Key]) -> dict[Key, FacetBitmap]:
    facets, values = {facet for facet, _ in wanted}, {value for _, value in wanted}
    rows = FacetBitmap.objects.filter(facet__in=facets, value__in=values)
    return {key: row for row in rows if (key := (row.facet, row.value)) in wanted}


def _save(written: Iterable[FacetBitmap], gone: list[int]) -> None:
    FacetBitmap.objects.bulk_create(
        written,
        update_conflicts=True,
        unique_fields=["facet", "value"],
        update_fields=["members", "version"],
        batch_size=500,
    )
    if gone:
        FacetBitmap.objects.filter(pk__in=gone).delete()
