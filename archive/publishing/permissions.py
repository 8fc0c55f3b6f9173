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

from .assemble import in_order, redactions, rejections
from .former import follow


def latest_version(interview: Interview) -> ApprovedVersion | None:
    return interview.approved_versions.order_by("-number").first()


def dossier_of(version: ApprovedVersion) -> Dossier:
    """The dossier as it was approved, with records that were merged since under the kept one's address."""
    return follow(canonical.load(version.dossier, Dossier))


def ratchet(version: ApprovedVersion) -> tuple[Dossier, Permissions]:
    """The approved dossier and permissions after everything that now narrows them, which is stored.

    Only a stop is not stored, so that its release brings back what was approved. People who joined the
    record after the approval have no part in what was approved, and roles and the basis are those approved. Needs
    the interview's lock.
    """
    approved, stored = dossier_of(version), consent.load(version.permissions)
    dossier, narrowed, is_stopped = _narrowed(version, approved, stored)
    if narrowed != stored or dossier != approved:
        version.permissions = consent.dump(narrowed)
        version.dossier = canonical.dump(dossier)
        version.save(update_fields=["permissions", "packed"])
    return dossier, NOTHING if is_stopped else narrowed


def permitted(version: ApprovedVersion) -> tuple[Dossier, Permissions]:
    """The same for whoever only reads: nothing is stored, and no lock is needed."""
    dossier, narrowed, is_stopped = _narrowed(version, dossier_of(version), consent.load(version.permissions))
    return dossier, NOTHING if is_stopped else narrowed


def _narrowed(version: ApprovedVersion, dossier: Dossier, stored: Permissions) -> tuple[Dossier, Permissions, bool]:
    """Dossier and permissions as alive facts narrow them, and whether a stop stands."""
    facts = _as_approved(dossier, version.interview)
    narrowed = intersect(stored, decide(replace(facts, is_stopped=False)).permissions)
    kept = tuple(dict.fromkeys((*dossier.redactions, *redactions(version.interview))))
    rejected = in_order({*dossier.rejections, *rejections(version.interview)})
    gone = {(m.kind, m.slug, m.passage) for m in rejected}
    left = tuple(m for m in dossier.mentions if (m.kind, m.slug, m.passage) not in gone)
    return replace(dossier, redactions=kept, rejections=rejected, mentions=left), narrowed, facts.is_stopped


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
