"""Schedules are step functions over days with the laws of a lattice."""

import datetime as dt

from hypothesis import strategies as st

from archive.consent.schedule import DAY, EVER, NEVER, Audience, always, between, join, meet, strictest

from .strategies import FIRST, LAST, audiences, days, ends, law, schedules

CALENDAR = [FIRST + n * DAY for n in range(-2, (LAST - FIRST).days + 3)]
PROBES = [EVER, *CALENDAR, dt.date.max]
terms = st.tuples(audiences, ends, ends)


@law(schedules(), schedules())
def test_on_each_day_the_narrower_or_the_wider_holds(a, b):
    assert [meet(a, b).on(day) for day in PROBES] == [min(a.on(day), b.on(day)) for day in PROBES]
    assert [join(a, b).on(day) for day in PROBES] == [max(a.on(day), b.on(day)) for day in PROBES]


@law(schedules(), schedules(), schedules())
def test_meet_and_join_form_a_distributive_lattice(a, b, c):
    assert meet(a, a) == a == join(a, a)
    assert meet(a, b) == meet(b, a) and join(a, b) == join(b, a)
    assert meet(a, meet(b, c)) == meet(meet(a, b), c) == meet(a, b, c)
    assert join(a, join(b, c)) == join(join(a, b), c) == join(a, b, c)
    assert meet(a, join(a, b)) == a == join(a, meet(a, b))
    assert meet(a, join(b, c)) == join(meet(a, b), meet(a, c))


@law(schedules())
def test_nobody_and_everyone_are_its_ends(a):
    assert meet(a, NEVER) == NEVER and join(a, NEVER) == a
    assert meet(a, always(Audience.PUBLIC)) == a and join(a, always(Audience.PUBLIC)) == always(Audience.PUBLIC)


@law(schedules())
def test_a_schedule_has_one_written_form(a):
    starts = [start for start, _ in a.steps]
    values = [audience for _, audience in a.steps]
    assert starts[0] == EVER and starts == sorted(set(starts))
    assert all(one != next_ for one, next_ in zip(values, values[1:], strict=False))


@law(audiences, ends, ends, audiences)
def test_between_includes_both_its_days(audience, start, end, otherwise):
    schedule = between(audience, start, end, otherwise=otherwise)
    for day in PROBES:
        is_inside = (start is None or start <= day) and (end is None or day <= end)
        assert schedule.on(day) == (audience if is_inside else otherwise)


@law(st.lists(terms, max_size=4))
def test_of_overlapping_grants_the_strictest_holds_and_none_is_nobody(grants):
    schedule = strictest(grants)
    for day in PROBES:
        covering = [a for a, start, end in grants if (start or EVER) <= day <= (end or dt.date.max)]
        assert schedule.on(day) == min(covering, default=Audience.NOBODY)


@law(schedules(), days, audiences)
def test_the_next_change_is_the_one_a_search_day_by_day_finds(a, after, audience):
    later = [day for day in CALENDAR if day > after]
    lost = [day for day in later if a.on(day - DAY) >= audience > a.on(day)]
    gained = [day for day in later if a.on(day - DAY) < audience <= a.on(day)]
    assert a.next_narrowing(after, audience) == (lost[0] if lost else None)
    assert a.next_widening(after, audience) == (gained[0] if gained else None)


def test_the_ends_of_time_are_days_like_others():
    assert between(Audience.PUBLIC, dt.date.min, dt.date.max) == always(Audience.PUBLIC)
    assert between(Audience.PUBLIC, dt.date.max, None).on(dt.date.max) is Audience.PUBLIC
    assert between(Audience.PUBLIC, None, dt.date.min).on(dt.date.min) is Audience.PUBLIC
    assert between(Audience.PUBLIC, None, dt.date.min).on(dt.date.min + DAY) is Audience.NOBODY
