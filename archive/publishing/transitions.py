"""The acts that change what an interview is: each keyword-only, atomic, and written down in the event log.

Each refuses with whole sentences (``Refused``) and then changes nothing.
"""

import datetime as dt

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from archive.catalogue.models import (
    Interview,
    ModeratorDecision,
    Participation,
    Publication,
    Recording,
    Redaction,
    Stop,
    Withdrawal,
)
from archive.consent.decision import GRAVE
from archive.custody import acting, narrowing
from archive.custody.edits import mark
from archive.custody.events import record

from .door import publish
from .refusal import Refused, refusing

State = Interview.State


def lock(interview: Interview) -> Interview:
    """The interview as it is now, its row locked until the transaction ends."""
    found = Interview.objects.select_for_update(of=("self",)).filter(pk=interview.pk).first()
    if found is None:
        raise Refused(_("This interview is not there any more; it has been erased."))
    return found


def require(by, permission: str, sentence: str) -> None:
    if not by.has_perm(f"catalogue.{permission}"):
        raise Refused(sentence)


@transaction.atomic
def submit(interview: Interview, *, by) -> None:
    """Hand an interview to the moderators. Its media are prepared meanwhile."""
    from .review import is_as_approved, prepare

    require(by, "submit_interview", _("You may not submit interviews for review."))
    interview = lock(interview)
    if interview.state == State.SUBMITTED:
        raise Refused(_("This interview is already in review."))
    if is_as_approved(interview):
        raise Refused(_("Nothing has changed since this interview was approved, so there is nothing to review."))
    if interview.basis == Interview.Basis.AGREEMENT:
        _require_consent(interview)
    Interview.objects.filter(pk=interview.pk).update(state=State.SUBMITTED, submitted_by=by, return_reason="")
    record("submitted", by=by, obj=interview, interview=interview)
    prepare(interview)


def _require_consent(interview: Interview) -> None:
    narrators = interview.participations.filter(role=Participation.Role.NARRATOR)
    if not narrators.exists():
        raise Refused(_("Enter the narrator before you submit the interview."))
    if narrators.filter(consent_records=None).exists():
        raise Refused(_("Enter a consent record for every narrator before you submit the interview."))


@transaction.atomic
def send_back(interview: Interview, *, by, reason: str) -> None:
    """Return a submitted interview to the archivist with a reason."""
    require(by, "approve_interview", _("Only a moderator can return an interview."))
    interview = lock(interview)
    if interview.state != State.SUBMITTED:
        raise Refused(_("This interview is not in review."))
    if not reason.strip():
        raise Refused(_("Write what the archivist should change."))
    Interview.objects.filter(pk=interview.pk).update(state=State.RETURNED, return_reason=reason.strip())
    record("returned", by=by, obj=interview, interview=interview)


@transaction.atomic
def stop(interview: Interview, *, by, reason: str) -> Stop:
    """End the display at once, until a moderator releases it."""
    require(by, "stop_interview", _("You may not stop the display of interviews."))
    interview = lock(interview)
    if not reason.strip():
        raise Refused(_("Write why the display has to stop."))
    if interview.stops.filter(released_at__isnull=True).exists():
        raise Refused(_("The display of this interview has already been stopped."))
    made = Stop.objects.create(interview=interview, placed_by=by, reason=reason.strip())
    record("stopped", by=by, obj=made, interview=interview)
    publish(interview)
    return made


@transaction.atomic
def release(interview: Interview, *, by, reason: str) -> None:
    """End a stop: what is approved and permitted is shown again."""
    require(by, "release_interview", _("Only a moderator can release a stop."))
    interview = lock(interview)
    made = interview.stops.filter(released_at__isnull=True).first()
    if made is None:
        raise Refused(_("The display of this interview has not been stopped."))
    if not reason.strip():
        raise Refused(_("Write why the interview may be shown again."))
    made.released_by, made.released_at, made.release_reason = by, timezone.now(), reason.strip()
    made.save()
    record("released", by=by, obj=made, interview=interview)
    publish(interview)


@transaction.atomic
def withdraw(
    participation: Participation,
    *,
    by,
    requester: str,
    received_on: dt.date,
    verified: str = Withdrawal.Verified.NOT_YET,
    scopes=(),
    wish: str = Withdrawal.Wish.NOT_SAID,
    answer: str = Withdrawal.Answer.TOMBSTONE,
    private_note: str = "",
) -> Withdrawal:
    """Record a narrator's no, wholly or for some scopes; it takes effect before this returns.

    Where others spoke in the same interview, the whole is stopped until a moderator has looked at what remains.
    """
    require(by, "add_withdrawal", _("You may not enter withdrawals."))
    if received_on > timezone.localdate():
        raise Refused(_("A withdrawal cannot have been received in the future."))
    interview = lock(participation.interview)
    _require_something_to_withdraw(participation, received_on)
    made = Withdrawal(
        participation=participation,
        requester=requester,
        received_on=received_on,
        verified=verified,
        scopes=list(scopes),
        wish=wish,
        answer=answer,
        private_note=private_note,
        entered_by=by,
    )
    with refusing():
        made.full_clean()
    with acting(by), narrowing():
        made.save()
    record("withdrawn", by=by, obj=made, interview=interview)
    if made.is_whole:
        Publication.objects.filter(interview=interview).update(answer=answer)
        _stop_for_the_others(interview, participation, by)
    publish(interview)
    return made


def _require_something_to_withdraw(participation: Participation, received_on: dt.date) -> None:
    """A withdrawal ends what was agreed to up to its day; one that leaves a later yes is a slip of the pen."""
    if participation.consent_records.filter(signed_on__gt=received_on, signed_on__lte=timezone.localdate()).exists():
        raise Refused(
            _("A consent of a later day would stay in force, so this would not end the display. Check both days.")
        )


def _stop_for_the_others(interview: Interview, participation: Participation, by) -> None:
    others = interview.participations.filter(role=Participation.Role.NARRATOR).exclude(pk=participation.pk)
    if others.exists() and not interview.stops.filter(released_at__isnull=True).exists():
        made = Stop.objects.create(
            interview=interview,
            placed_by=by,
            reason=_("One of the narrators has withdrawn. Look at what remains before it is shown again."),
        )
        record("stopped", by=by, obj=made, interview=interview)


@transaction.atomic
def redact(
    interview: Interview,
    *,
    by,
    reason: str,
    recording: Recording | None = None,
    start_ms: int | None = None,
    end_ms: int | None = None,
    alignment: str = "",
    quote: str = "",
    private_note: str = "",
) -> Redaction:
    """Withhold a passage in every language and in the sound; it takes effect before this returns."""
    require(by, "add_redaction", _("You may not withhold passages."))
    interview = lock(interview)
    made = Redaction(
        interview=interview,
        recording=recording,
        start_ms=start_ms,
        end_ms=end_ms,
        alignment=alignment,
        quote=quote,
        reason=reason,
        private_note=private_note,
        made_by=by,
    )
    with refusing():
        made.full_clean()
    with acting(by), narrowing():
        made.save()
    record("redacted", by=by, obj=made, interview=interview)
    publish(interview)
    return made


@transaction.atomic
def lift(redaction: Redaction, *, by, reason: str = "") -> None:
    """Propose to show a withheld passage again. It stays withheld until a moderator has approved the interview anew.

    The redaction stays on record, with whoever lifted it.
    """
    if not (by.has_perm("catalogue.add_redaction") and by.has_perm("catalogue.change_interview")):
        raise Refused(_("You may not propose to show withheld passages again."))
    interview = lock(redaction.interview)
    redaction.refresh_from_db()
    if redaction.lifted_at is not None:
        raise Refused(_("This passage has already been proposed to be shown again."))
    redaction.lifted_by, redaction.lifted_at, redaction.lift_reason = by, timezone.now(), reason.strip()
    with acting(by):
        redaction.save(update_fields=["lifted_by", "lifted_at", "lift_reason"])
    record("redaction-lifted", by=by, obj=redaction, interview=interview)


@transaction.atomic
def decide(participation: Participation, *, by, matter: str, reason: str) -> ModeratorDecision:
    """A moderator's reasoned word on a captive or missing person, or on a name. It shows nothing by itself.

    It holds for what is known today: whoever is captured later, or is missing besides, is decided about anew.
    """
    require(by, "add_moderatordecision", _("Only a moderator can decide this."))
    if not reason.strip():
        raise Refused(_("Write the reason for your decision."))
    if matter not in ModeratorDecision.Matter.values:
        raise Refused(_("This is not a matter that a moderator decides."))
    interview = lock(participation.interview)
    covers = _known_statuses(participation) if matter == ModeratorDecision.Matter.APPEARANCE else []
    if matter == ModeratorDecision.Matter.APPEARANCE and not covers:
        raise Refused(_("This person is not entered as captive or missing, so there is nothing to decide."))
    made = participation.decisions.filter(matter=matter).order_by("pk").last()
    if made is None or made.covers != covers:
        made = ModeratorDecision.objects.create(
            participation=participation, matter=matter, covers=covers, reason=reason.strip(), decided_by=by
        )
    record("decided", by=by, obj=made, interview=interview)
    return made


def _known_statuses(participation: Participation) -> list[dict]:
    """The captivities and absences of a participant as they are known now; a decision holds for these alone."""
    found = participation.person.statuses.filter(kind__in=GRAVE).order_by("kind", "starts_on", "ends_on")
    days = found.values_list("kind", "starts_on", "ends_on")
    return [
        {"kind": kind, "starts_on": starts and starts.isoformat(), "ends_on": ends and ends.isoformat()}
        for kind, starts, ends in days
    ]


@transaction.atomic
def sign_basis(interview: Interview, *, by) -> None:
    """A moderator vouches for a basis other than agreement."""
    require(by, "approve_interview", _("Only a moderator can sign the basis of a record."))
    interview = lock(interview)
    if interview.basis == Interview.Basis.AGREEMENT:
        raise Refused(_("This interview rests on agreement; there is no other basis to sign."))
    if interview.pending_edits.filter(editor=by).exists():
        raise Refused(_("You edited this record yourself; somebody else has to sign its basis."))
    Interview.objects.filter(pk=interview.pk).update(basis_signed_by=by)
    record("basis-signed", by=by, obj=interview, interview=interview)


def record_edit(interview: Interview, *, by) -> None:
    """Note an edit that no model's save has noted, such as passages written in bulk."""
    mark([interview.pk], by=by)
