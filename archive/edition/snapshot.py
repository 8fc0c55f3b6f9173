"""The edition's sets and columns in memory, one for all requests of a process while the revision stays the same.

What is read inside an open transaction may be undone, so it is read anew there and never kept.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from threading import Lock
from typing import TypeVar

import numpy as np
from django.db import connection
from pyroaring import BitMap

from .bitmaps import ALL, Key
from .columns import READ, Columns
from .models import Edition, FacetBitmap, PublishedInterview
from .models.liveness import run_out

TRIES = 3

T = TypeVar("T")


@dataclass(frozen=True)
class Snapshot:
    """The edition at one revision. ``sets`` and ``versions`` are by facet and value; ``kept`` holds what is made of
    them for the first who asks (orders by title, labels)."""

    revision: int = 0
    sets: Mapping[Key, BitMap] = field(default_factory=dict)
    versions: Mapping[Key, int] = field(default_factory=dict)
    columns: Columns = field(default_factory=Columns.empty)
    kept: dict = field(default_factory=dict)

    def by_title(self, language: str) -> np.ndarray:
        """All numbers in the alphabet of the language."""
        if (order := self.kept.get(("title", language))) is None:
            numbers = PublishedInterview.everything.order_by(f"order_{language}", "pk").values_list("pk", flat=True)
            order = self.kept["title", language] = np.fromiter(numbers.iterator(), np.int64)
        return order[order < len(self.columns)]


@dataclass(frozen=True)
class Current:
    """A snapshot as it may be seen at this moment: ``everything`` are the interviews in force."""

    snapshot: Snapshot
    everything: BitMap

    def having(self, facet: str, values: Iterable[str]) -> BitMap:
        """The interviews in force that have any of the values."""
        sets = [found for value in values if (found := self.snapshot.sets.get((facet, value)))]
        return BitMap.union(*sets) & self.everything if sets else BitMap()

    def is_known(self, facet: str, value: str) -> bool:
        """Whether any interview in force has the value."""
        found = self.snapshot.sets.get((facet, value))
        return found is not None and not found.isdisjoint(self.everything)

    def counts(self, facets: Iterable[str], members: BitMap | None = None) -> dict[str, dict[str, int]]:
        """By facet and value, how many of these interviews (default: all in force) have it; values of none are left out."""
        facets = set(facets)
        inside = self.everything if members is None else members & self.everything
        is_whole = len(inside) == len(self.snapshot.sets.get(ALL, ()))
        found = {facet: {} for facet in facets}
        for (facet, value), numbers in self.snapshot.sets.items():
            if facet in facets and (number := len(numbers) if is_whole else numbers.intersection_cardinality(inside)):
                found[facet][value] = number
        return found

    @property
    def is_whole(self) -> bool:
        """Whether nothing of the snapshot has run out."""
        return len(self.everything) == len(self.snapshot.sets.get(ALL, ()))

    def kept(self, key: Hashable, make: Callable[[], T]) -> T:
        """What ``make`` makes of everything, made once a revision; anew while something has run out."""
        if not self.is_whole:
            return make()
        if (found := self.snapshot.kept.get(key)) is None:
            found = self.snapshot.kept[key] = make()
        return found


def current() -> Current:
    """The edition as it may be seen now. Two queries while the revision is the one in memory."""
    snapshot = _read(Snapshot()) if connection.in_atomic_block else _shared.at_this_revision()
    expired = PublishedInterview.everything.filter(run_out()).order_by().values_list("pk", flat=True)
    everything = snapshot.sets.get(ALL, BitMap())
    if everything and everything.max() >= len(snapshot.columns):  # withdrawn while the two were read
        everything = everything & BitMap(range(len(snapshot.columns)))
    if numbers := list(expired):
        everything = everything - BitMap(numbers)
    return Current(snapshot, everything)


class _Shared:
    """The snapshot that the threads of a process share; replaced as a whole."""

    def __init__(self):
        self.lock, self.snapshot = Lock(), Snapshot()

    def at_this_revision(self) -> Snapshot:
        held = self.snapshot
        if Edition.objects.current().revision == held.revision:
            return held
        with self.lock:
            for _ in range(TRIES):
                read = _read(self.snapshot)
                if Edition.objects.current().revision == read.revision:
                    self.snapshot = read
                    break
            return read

    def forget(self) -> None:
        self.snapshot = Snapshot()


_shared = _Shared()


def forget() -> None:
    """Let go of what this process holds in memory, as if it had just been started."""
    _shared.forget()


def _read(held: Snapshot) -> Snapshot:
    """The edition as the database has it; only what changed since ``held`` is fetched."""
    revision = Edition.objects.current().revision
    if revision == held.revision and held.revision:
        return held
    if revision < held.revision or not held.sets:
        held = Snapshot()
    sets, versions = _bitmaps(held)
    before, now = held.sets.get(ALL, BitMap()), sets.get(ALL, BitMap())
    rows = PublishedInterview.everything.order_by().values_list(*READ)
    if held.sets:
        rows = rows.filter(version__gt=held.revision)
    columns = held.columns.changed(rows.iterator(), before - now)
    return Snapshot(revision, sets, versions, columns)


def _bitmaps(held: Snapshot) -> tuple[dict[Key, BitMap], dict[Key, int]]:
    if not held.sets:
        rows = list(FacetBitmap.objects.values_list("facet", "value", "version", "members"))
        versions = {(facet, value): version for facet, value, version, _ in rows}
        return {(facet, value): _set(members) for facet, value, _, members in rows}, versions
    found = {(facet, value): (pk, version) for pk, facet, value, version in _versions()}
    versions = {key: version for key, (_, version) in found.items()}
    sets = {key: numbers for key, numbers in held.sets.items() if held.versions[key] == versions.get(key)}
    wanted = [pk for key, (pk, _) in found.items() if key not in sets]
    rows = FacetBitmap.objects.filter(pk__in=wanted).values_list("facet", "value", "members")
    sets.update({(facet, value): _set(members) for facet, value, members in rows})
    return sets, {key: version for key, version in versions.items() if key in sets}


def _versions():
    return FacetBitmap.objects.values_list("pk", "facet", "value", "version")


def _set(members) -> BitMap:
    return BitMap.deserialize(bytes(members))
