"""What two permissions have in common is never more than either."""

from archive.consent.permissions import NOTHING, SCOPES, dump, everything, intersect, load
from archive.consent.schedule import DAY, Audience

from .strategies import FIRST, LAST, PEOPLE, audiences, days, law, permissions

CALENDAR = [FIRST + n * DAY for n in range(-1, (LAST - FIRST).days + 2)]


def flat(found):
    """Every schedule there could be, of the whole and of each person."""
    return {
        **{("", scope): found.of_whole(scope) for scope in SCOPES},
        **{(key, scope): found.of_person(key, scope) for key in PEOPLE for scope in SCOPES},
    }


@law(permissions(), permissions())
def test_both_have_to_permit(a, b):
    both, one, other = flat(intersect(a, b)), flat(a), flat(b)
    for place, schedule in both.items():
        assert [schedule.on(day) for day in CALENDAR] == [
            min(one[place].on(day), other[place].on(day)) for day in CALENDAR
        ]


@law(permissions(), permissions())
def test_the_order_of_asking_does_not_matter_nor_asking_twice(a, b):
    assert flat(intersect(a, b)) == flat(intersect(b, a))
    assert intersect(a, a) == a
    assert intersect(intersect(a, b), b) == intersect(a, b)


@law(permissions())
def test_nothing_and_everything_are_its_ends(a):
    assert intersect(a, NOTHING) == NOTHING
    assert flat(intersect(a, everything(PEOPLE))) == flat(a)


@law(permissions())
def test_permissions_are_stored_without_loss(a):
    assert load(dump(a)) == a


@law(permissions(), days, audiences)
def test_the_next_change_is_the_first_of_any_scope(a, after, audience):
    later = [day for day in CALENDAR if day > after]

    def first(is_wanted):
        return next((day for day in later if any(is_wanted(s, day) for s in a.schedules())), None)

    assert a.next_narrowing(after, audience) == first(lambda s, day: s.on(day - DAY) >= audience > s.on(day))
    assert a.next_widening(after, audience) == first(lambda s, day: s.on(day - DAY) < audience <= s.on(day))


def test_what_nobody_spoke_of_is_for_nobody():
    assert all(schedule.on(FIRST) is Audience.NOBODY for schedule in flat(NOTHING).values())
