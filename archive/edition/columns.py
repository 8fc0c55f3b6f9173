"""What periods and orders need of every interview, as arrays indexed by its number."""

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from functools import cached_property

import numpy as np
from pyroaring import BitMap

READ = (
    "pk",
    "told_earliest",
    "told_latest",
    "recorded_earliest",
    "recorded_latest",
    "surely_earliest",
    "surely_latest",
    "duration_ms",
)

EPOCH = date(1970, 1, 1).toordinal()
BEGINNING, END = -(2**31), 2**31 - 1
"""Days before and after all that can be written: open ends. An interview without any date has them crossed."""


@dataclass(frozen=True)
class Columns:
    """Days are counted as ``date.toordinal`` does. Numbers that no interview has look like ones without dates.

    ``surely`` is the part of ``told`` that is beyond doubt; its days may be crossed where a whole month or year is sure.
    """

    told_earliest: np.ndarray
    told_latest: np.ndarray
    recorded_earliest: np.ndarray
    recorded_latest: np.ndarray
    surely_earliest: np.ndarray
    surely_latest: np.ndarray
    duration_ms: np.ndarray

    @classmethod
    def empty(cls) -> "Columns":
        return cls(*(np.empty(0, np.int32) for _ in fields(cls)))

    def __len__(self):
        return len(self.duration_ms)

    def changed(self, rows: Iterable[tuple], gone: BitMap) -> "Columns":
        """Other columns that hold these rows (as ``READ`` names their parts) and nothing of the numbers gone."""
        rows = list(rows)
        size = max(len(self), max((row[0] for row in rows), default=0) + 1)
        numbers = np.fromiter((row[0] for row in rows), np.int64, len(rows))
        bounds = [bound for place in (1, 3, 5) for bound in _bounds(rows, place)]
        durations = np.fromiter((min(row[7], END) for row in rows), np.int32, len(rows))
        away = as_array(gone)
        empty = (*(END, BEGINNING) * 3, 0)
        arrays = []
        for field, new, nothing in zip(fields(self), (*bounds, durations), empty, strict=True):
            column = np.full(size, nothing, np.int32)
            column[: len(self)] = getattr(self, field.name)
            column[away] = nothing
            column[numbers] = new
            arrays.append(column)
        return Columns(*arrays)

    def meeting(self, name: str, earliest: date | None, latest: date | None) -> np.ndarray:
        """Whether each number's interval ``name`` meets the days from ``earliest`` to ``latest``; None is an open end."""
        start, end = self.interval(name)
        found = start <= (latest.toordinal() if latest else END - 1)
        return found & (end >= (earliest.toordinal() if earliest else BEGINNING + 1))

    def interval(self, name: str) -> tuple[np.ndarray, np.ndarray]:
        return getattr(self, f"{name}_earliest"), getattr(self, f"{name}_latest")

    @cached_property
    def months(self) -> dict[str, tuple[np.ndarray, np.ndarray]]:
        """The intervals by name in months since January of year 0; open ends and crossed bounds as in days."""
        return {name: tuple(map(_months, self.interval(name))) for name in ("told", "recorded", "surely")}

    @cached_property
    def oldest_recording_first(self) -> np.ndarray:
        """All numbers; those without a first day last, the newest of equals first."""
        known = np.where(self.recorded_earliest == BEGINNING, END, self.recorded_earliest)
        return _sorted(known)

    @cached_property
    def longest_first(self) -> np.ndarray:
        return _sorted(-self.duration_ms.astype(np.int64))


def as_array(numbers: BitMap) -> np.ndarray:
    """The numbers of a set, lowest first."""
    return np.asarray(numbers.to_array(), dtype=np.uint32)


def as_set(numbers: np.ndarray) -> BitMap:
    return BitMap(array("I", np.asarray(numbers, np.uint32).tobytes()))


def _sorted(values: np.ndarray) -> np.ndarray:
    newest = np.arange(len(values) - 1, -1, -1, dtype=np.int64)
    return newest[np.argsort(values[newest], kind="stable")]


def _months(days: np.ndarray) -> np.ndarray:
    dates = (np.clip(days, 1, date.max.toordinal()) - EPOCH).astype("datetime64[D]").astype("datetime64[M]")
    months = dates.astype(np.int64) + 1970 * 12
    months[days == BEGINNING] = BEGINNING
    months[days == END] = END
    return months


def _bounds(rows: list[tuple], place: int) -> tuple[np.ndarray, np.ndarray]:
    start, end = np.empty(len(rows), np.int32), np.empty(len(rows), np.int32)
    for n, row in enumerate(rows):
        earliest, latest = row[place], row[place + 1]
        if earliest is None and latest is None:
            start[n], end[n] = END, BEGINNING
        else:
            start[n] = earliest.toordinal() if earliest else BEGINNING
            end[n] = latest.toordinal() if latest else END
    return start, end
