"""The effective permissions of an interview: a schedule for each scope, as a whole and for each participant."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

from archive.document import canonical

from .schedule import NEVER, Audience, Schedule, always, meet

SCOPES = (
    "listing",
    "description",
    "name",
    "transcript",
    "audio",
    "video",
    "images",
    "documents",
    "exact-place",
    "download",
    "harvest",
    "ai-use",
    "legal-use",
)

Scopes = dict[str, Schedule]


@dataclass(frozen=True, slots=True)
class Permissions:
    """``whole`` holds for the interview, ``people`` for each participation by its key. What is not said is no."""

    whole: Scopes = field(default_factory=dict)
    people: dict[str, Scopes] = field(default_factory=dict)

    def of_whole(self, scope: str) -> Schedule:
        return self.whole.get(scope, NEVER)

    def of_person(self, key: str, scope: str) -> Schedule:
        return self.people.get(key, {}).get(scope, NEVER)

    def schedules(self) -> Iterable[Schedule]:
        yield from self.whole.values()
        for scopes in self.people.values():
            yield from scopes.values()

    def next_narrowing(self, after: dt.date, audience: Audience) -> dt.date | None:
        """The next day on which anything is lost to ``audience``."""
        return min(filter(None, (s.next_narrowing(after, audience) for s in self.schedules())), default=None)

    def next_widening(self, after: dt.date, audience: Audience) -> dt.date | None:
        """The next day on which anything is gained by ``audience``."""
        return min(filter(None, (s.next_widening(after, audience) for s in self.schedules())), default=None)


NOTHING = Permissions()


def everything(people: Iterable[str] = ()) -> Permissions:
    """All scopes for everyone for ever: for tests of laws and for a moderator's full view."""
    scopes = {scope: always(Audience.PUBLIC) for scope in SCOPES}
    return Permissions(whole=dict(scopes), people={key: dict(scopes) for key in people})


def intersect(a: Permissions, b: Permissions) -> Permissions:
    """What both permit, pointwise; a scope or person that one does not know is permitted by neither."""
    return Permissions(
        whole=_scopes(a.whole, b.whole),
        people={key: _scopes(a.people[key], b.people[key]) for key in a.people if key in b.people},
    )


def _scopes(a: Scopes, b: Scopes) -> Scopes:
    return {scope: meet(a[scope], b[scope]) for scope in a if scope in b}


def dump(permissions: Permissions) -> str:
    return canonical.dump(permissions)


def load(text: str) -> Permissions:
    return canonical.load(text, Permissions)
