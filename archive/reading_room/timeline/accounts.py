"""What testimonies claim of the time of an event: every account with who gives it, and no verdict."""

from collections import defaultdict
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
"""Testimonies whose claims are read, the newest."""


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


def accounts(filterset: InterviewFilter, events: Collection[str]) -> Mapping[str, Sequence[Account]]:
    """By event the claims on when it was and how long it lasted, in the interviews left by every filter but the period;
    one query, none where nobody claims anything."""
    dating = filterset.current.having("dates", events) & filterset.members_but_for("period")
    found = defaultdict(list)
    if not dating:
        return found
    for interview in PublishedInterview.objects.filter(among(newest(dating).numbers[:MOST_READ].tolist())):
        outline = canonical.load(interview.document, Claiming)
        for claim in outline.claims:
            if claim.event:
                found[claim.event].append(Account(claim, interview, outline.title))
    return found
