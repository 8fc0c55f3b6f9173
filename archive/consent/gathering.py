"""From the catalogue's records to the facts a decision is made from."""

import datetime as dt

from django.utils import timezone

from archive.catalogue.models import Interview, Participation

from .facts import GrantFact, InterviewFacts, ParticipationFacts, RecordFact, StatusFact, WithdrawalFact
from .schedule import Audience

AUDIENCES = {
    "nobody": Audience.NOBODY,
    "staff": Audience.STAFF,
    "researchers": Audience.RESEARCHERS,
    "public": Audience.PUBLIC,
}


def gather(interview: Interview, *, only: set[str] | None = None) -> InterviewFacts:
    """The facts of ``interview``; ``only`` keeps the participations with these keys. Seven queries.

    A consent dated after today has not been given yet, and so does not outlive a withdrawal of today. Where nothing is
    withdrawn it is known already, so that what it narrows ends by itself on its day.
    """
    participations = interview.participations.select_related("person").prefetch_related(
        "person__statuses", "consent_records__grants", "withdrawals", "decisions"
    )
    return InterviewFacts(
        basis=interview.basis,
        is_basis_signed=interview.basis_signed_by_id is not None,
        policy=tuple((p.scope, AUDIENCES[p.widest]) for p in interview.collection.policy.order_by("scope")),
        is_stopped=interview.stops.filter(released_at__isnull=True).exists(),
        participations=tuple(_participation(p) for p in participations if only is None or p.key in only),
    )


def _participation(p: Participation) -> ParticipationFacts:
    withdrawals = list(p.withdrawals.all())
    return ParticipationFacts(
        key=p.key,
        role=p.role,
        born_earliest=p.person.born_earliest,
        born_latest=p.person.born_latest,
        statuses=tuple(
            StatusFact(kind=s.kind, starts_on=s.starts_on, ends_on=s.ends_on)
            for s in sorted(p.person.statuses.all(), key=lambda s: s.pk)
        ),
        records=tuple(
            RecordFact(
                giver=r.giver,
                signed_on=r.signed_on,
                grants=tuple(
                    GrantFact(scope=g.scope, audience=AUDIENCES[g.audience], starts_on=g.starts_on, ends_on=g.ends_on)
                    for g in r.grants.all()
                ),
            )
            for r in p.consent_records.all()
            if r.signed_on <= timezone.localdate() or not withdrawals
        ),
        withdrawals=tuple(WithdrawalFact(received_on=w.received_on, scopes=tuple(w.scopes)) for w in withdrawals),
        is_name_decided=any(d.matter == d.Matter.NAME for d in p.decisions.all()),
        decided=_decided(p),
    )


def _decided(p: Participation) -> tuple[StatusFact, ...]:
    """What the last decision on an appearance holds for; it was made in the knowledge of all that was known before."""
    made = [d for d in p.decisions.all() if d.matter == d.Matter.APPEARANCE]
    last = max(made, key=lambda d: d.pk, default=None)
    return tuple(map(_covered, last.covers)) if last else ()


def _covered(status: dict) -> StatusFact:
    starts_on, ends_on = (status[day] and dt.date.fromisoformat(status[day]) for day in ("starts_on", "ends_on"))
    return StatusFact(kind=status["kind"], starts_on=starts_on, ends_on=ends_on)
