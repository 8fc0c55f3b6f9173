"""What somebody may do to an interview now."""

from archive.catalogue.models import Erasure, Interview

from .review import is_as_approved


def _erasing(interview: Interview, user) -> dict[str, bool]:
    """An erasure is proposed by one and confirmed by another."""
    proposal = Erasure.objects.filter(interview=interview).first()
    may_propose = user.has_perm("catalogue.propose_erasure")
    return {
        "propose_erasure": may_propose and proposal is None and not interview.is_preserved,
        "take_back_erasure": may_propose and proposal is not None,
        "erase_interview": proposal is not None
        and proposal.proposed_by_id != user.pk
        and not interview.is_preserved
        and user.has_perm("catalogue.confirm_erasure"),
    }


def acts(interview: Interview, user) -> list[str]:
    """Names of the acts that this person may do to the interview now."""
    is_stopped = interview.stops.filter(released_at__isnull=True).exists()
    in_review = interview.state == Interview.State.SUBMITTED
    may = user.has_perm
    possible = {
        "submit": may("catalogue.submit_interview") and not in_review and not is_as_approved(interview),
        "approve": in_review and may("catalogue.approve_interview"),
        "send_back": in_review and may("catalogue.approve_interview"),
        "sign_basis": may("catalogue.approve_interview")
        and interview.basis != Interview.Basis.AGREEMENT
        and interview.basis_signed_by_id is None,
        "stop": may("catalogue.stop_interview") and not is_stopped,
        "release": may("catalogue.release_interview") and is_stopped,
        "withdraw": may("catalogue.add_withdrawal"),
        **_erasing(interview, user),
    }
    return [act for act, is_possible in possible.items() if is_possible]
