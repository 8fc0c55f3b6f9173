"""Which permissions hold: those approved, narrowed by those alive."""

from dataclasses import replace

from archive.catalogue.models import ApprovedVersion, Interview
from archive.consent import permissions as consent
from archive.consent.decision import decide
from archive.consent.dossier import Dossier
from archive.consent.facts import InterviewFacts
from archive.consent.gathering import gather
from archive.consent.permissions import NOTHING, Permissions, intersect
from archive.document import canonical

from .assemble import redactions


def latest_version(interview: Interview) -> ApprovedVersion | None:
    return interview.approved_versions.order_by("-number").first()


def dossier_of(version: ApprovedVersion) -> Dossier:
    return canonical.load(version.dossier, Dossier)


def ratchet(version: ApprovedVersion) -> tuple[Dossier, Permissions]:
    """The approved dossier and permissions after everything that now narrows them, which is stored.

    Only a stop is not stored, so that its release brings back what was approved. People who joined the
    record after the approval have no part in what was approved, and roles and the basis are those approved. Needs
    the interview's lock.
    """
    dossier = dossier_of(version)
    facts = _as_approved(dossier, version.interview)
    stored = consent.load(version.permissions)
    narrowed = intersect(stored, decide(replace(facts, is_stopped=False)).permissions)
    kept = tuple(dict.fromkeys((*dossier.redactions, *redactions(version.interview))))
    if narrowed != stored or kept != dossier.redactions:
        dossier = replace(dossier, redactions=kept)
        version.permissions = consent.dump(narrowed)
        version.dossier = canonical.dump(dossier)
        version.save(update_fields=["permissions", "dossier"])
    return dossier, NOTHING if facts.is_stopped else narrowed


def _as_approved(dossier: Dossier, interview: Interview) -> InterviewFacts:
    """The facts of today about the people, roles and basis that were approved; an approval vouches for its basis."""
    roles = {p.key: p.role for p in dossier.participations}
    facts = gather(interview, only=roles.keys())
    return replace(
        facts,
        basis=dossier.basis,
        is_basis_signed=True,
        participations=tuple(replace(p, role=roles[p.key]) for p in facts.participations),
    )
