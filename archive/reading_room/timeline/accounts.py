"""What testimonies claim of the time of an event: every account with who gives it, and no verdict."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from archive.document import canonical
from archive.document.document import Claim
from archive.document.text import Text
from archive.edition.among import among
from archive.edition.filters import InterviewFilter
from archive.edition.listing import newest
from archive.edition.models import PublishedInterview

MOST_READ = 40
"""Testimonies whose claims are read for all events together. Each event has the same share of them, the newest; what one
leaves is shared among the others."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Claiming:
    """The part of a document that is needed here."""

    title: Text
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Account:
    claim: Claim
    interview: PublishedInterview
    title: Text


@dataclass(frozen=True, slots=True)
class Accounts:
    """Those of one event, of the newest testimony first; ``more`` is how many testimonies give others."""

    shown: Sequence[Account] = ()
    more: int = 0


def accounts(filterset: InterviewFilter, events: Collection[str]) -> Mapping[str, Accounts]:
    """By event the claims on when it was and how long it lasted, in the interviews left by every filter but the period;
    one query, none where nobody claims anything."""
    members, having = filterset.members_but_for("period"), filterset.current.having
    dating = {
        event: newest(found).numbers.tolist() for event in events if (found := having("dates", [event]) & members)
    }
    if not dating:
        return {}
    share = _share([len(numbers) for numbers in dating.values()])
    wanted = {number for numbers in dating.values() for number in numbers[:share]}
    rows = {row.pk: row for row in PublishedInterview.objects.filter(among(wanted))}
    outlines = {number: canonical.load(row.document, Claiming) for number, row in rows.items()}

    def given(event: str, numbers: Sequence[int]) -> Accounts:
        shown = [
            Account(claim, rows[number], outlines[number].title)
            for number in numbers[:share]
            if number in rows
            for claim in outlines[number].claims
            if claim.event == event
        ]
        return Accounts(shown, len(numbers[share:]))

    return {event: given(event, numbers) for event, numbers in dating.items()}


def _share(counts: Collection[int]) -> int:
    """How many testimonies of one event are read at most, so that all events together keep within the room there is; at
    least one."""
    room = MOST_READ
    for left, count in zip(range(len(counts), 0, -1), sorted(counts), strict=True):
        if count > room // left:
            return max(1, room // left)
        room -= count
    return max(counts)
