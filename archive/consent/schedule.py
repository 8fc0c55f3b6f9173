"""Who may see something on which day: a step function from dates to audiences."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import IntEnum
from functools import reduce

DAY = dt.timedelta(days=1)
EVER = dt.date.min


class Audience(IntEnum):
    """From the narrowest to the widest; each contains those before it."""

    NOBODY = 0
    STAFF = 1
    RESEARCHERS = 2
    PUBLIC = 3


@dataclass(frozen=True, slots=True)
class Schedule:
    """``steps`` are (first day, audience), the first at ``date.min``, neighbours unequal."""

    steps: tuple[tuple[dt.date, Audience], ...] = ((EVER, Audience.NOBODY),)

    def on(self, day: dt.date) -> Audience:
        """The audience on ``day``."""
        return next(audience for start, audience in reversed(self.steps) if start <= day)

    def next_narrowing(self, after: dt.date, audience: Audience) -> dt.date | None:
        """The first day after ``after`` on which ``audience`` loses what it had the day before."""
        return self._next_change(after, audience, lambda before, now: before and not now)

    def next_widening(self, after: dt.date, audience: Audience) -> dt.date | None:
        """The first day after ``after`` on which ``audience`` gains what it had not the day before."""
        return self._next_change(after, audience, lambda before, now: now and not before)

    def _next_change(self, after, audience, is_wanted: Callable[[bool, bool], bool]) -> dt.date | None:
        for (_, before), (start, now) in zip(self.steps, self.steps[1:], strict=False):
            if start > after and is_wanted(before >= audience, now >= audience):
                return start
        return None


def always(audience: Audience) -> Schedule:
    """The same audience on every day."""
    return Schedule(((EVER, audience),))


NEVER = always(Audience.NOBODY)


def between(audience: Audience, start: dt.date | None, end: dt.date | None, *, otherwise=Audience.NOBODY) -> Schedule:
    """``audience`` from ``start`` until and including ``end`` (None: open), ``otherwise`` on all other days."""
    steps = [(EVER, otherwise)]
    if start is None or start <= EVER:
        steps = [(EVER, audience)]
    else:
        steps.append((start, audience))
    if end is not None and end < dt.date.max:
        steps.append((end + DAY, otherwise))
    if start is not None and end is not None and end < start:
        return always(otherwise)
    return _normal(steps)


def meet(*schedules: Schedule) -> Schedule:
    """On each day the narrowest audience of all (∩). At least one schedule is needed."""
    return reduce(lambda a, b: _pointwise(a, b, min), schedules)


def join(*schedules: Schedule) -> Schedule:
    """On each day the widest audience of all (∪). At least one schedule is needed."""
    return reduce(lambda a, b: _pointwise(a, b, max), schedules)


def strictest(grants: Iterable[tuple[Audience, dt.date | None, dt.date | None]]) -> Schedule:
    """On each day the narrowest of the grants (audience, from, until) that cover it; nobody where none does."""
    grants = list(grants)
    days = {EVER}
    for _, start, end in grants:
        days.add(start or EVER)
        if end is not None and end < dt.date.max:
            days.add(end + DAY)

    def on(day: dt.date) -> Audience:
        covering = [a for a, start, end in grants if (start or EVER) <= day and (end is None or day <= end)]
        return min(covering, default=Audience.NOBODY)

    return _normal((day, on(day)) for day in sorted(days))


def _pointwise(a: Schedule, b: Schedule, choose: Callable) -> Schedule:
    days = sorted({day for day, _ in (*a.steps, *b.steps)})
    return _normal((day, choose(a.on(day), b.on(day))) for day in days)


def _normal(steps: Iterable[tuple[dt.date, Audience]]) -> Schedule:
    kept: list[tuple[dt.date, Audience]] = []
    for day, audience in steps:
        if not kept or kept[-1][1] != audience:
            kept.append((day, Audience(audience)))
    return Schedule(tuple(kept))
