"""What a moderator looks at, and the approval bound to exactly that."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from django.db import DatabaseError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.catalogue.models import ApprovedVersion, Authority, Edit, Interview, VersionEditor, Waiver
from archive.consent import permissions as consent
from archive.consent.decision import Decision, decide
from archive.consent.dossier import Dossier
from archive.consent.gathering import gather
from archive.consent.narrowing import narrow
from archive.consent.permissions import Permissions
from archive.consent.schedule import Audience
from archive.custody.events import record
from archive.document import canonical
from archive.document.document import Document
from archive.edition.models import PublishedInterview

from .assemble import assemble
from .comparison import Change, changes
from .door import publish
from .people import Somebody, forget_former_names, people_now
from .permissions import latest_version
from .refusal import Refused
from .settle import Settled, settle
from .sightings import Sighting, sightings
from .transitions import lock, require
from .withheld import ScopeReason, Withheld, scope_reasons, withheld

CHECKLIST = {
    "third-persons": gettext_lazy("Nobody else who is named or described could be harmed."),
    "places": gettext_lazy("No place is named more closely than was agreed."),
    "minors": gettext_lazy("No child can be recognised without a guardian's agreement."),
    "warnings": gettext_lazy("The content notice and the warnings fit what is told."),
    "self-naming": gettext_lazy("I have listened: nobody says a withheld name in the sound."),
    "voice": gettext_lazy("The narrator knows that a voice can be recognised, and agreed."),
}
SOUND_ONLY = ("self-naming", "voice")


@dataclass(frozen=True, kw_only=True)
class Review:
    """All that a moderator sees of an interview at one moment; ``digest`` binds an approval to it.

    ``lasting`` are the permissions that an approval stores: those that hold once no stop stands in the way.
    ``coming`` is everything the public would ever see under them, ``readings`` whatever researchers would read besides,
    ``reading`` what they would read today if that is more than the public sees.
    """

    interview: Interview
    dossier: Dossier
    decision: Decision
    lasting: Permissions
    document: Document | None
    settled: Settled | None
    coming: list[Document]
    readings: list[Document]
    reading: Document | None
    public: Document | None
    digest: str
    sightings: list[Sighting]

    @property
    def permissions(self) -> Permissions:
        return self.decision.permissions

    @property
    def reasons(self) -> list[ScopeReason]:
        return scope_reasons(self.decision, timezone.localdate(), self.interview)

    @property
    def withheld(self) -> list[Withheld]:
        return withheld(self.dossier, self.document, self.reasons)

    @property
    def changes(self) -> list[Change]:
        return changes(self.public, self.document)

    @property
    def files_pending(self) -> bool:
        return self.settled is not None and not self.settled.is_complete

    @property
    def checklist(self) -> list[tuple[str, str]]:
        """What the moderator has to confirm, as (code, sentence), also for what will be shown only later."""
        shown = [*self.coming, *self.readings]
        has_sound = any(r.has_sound for document in shown for r in document.recordings)
        return [(code, str(words)) for code, words in CHECKLIST.items() if has_sound or code not in SOUND_ONLY]

    def refusals(self, user) -> list[str]:
        """Why this person may not approve this now, in whole sentences; empty if nothing stands against it."""
        found = [sentence() for stands, sentence in _RULES if stands(self, user)]
        open_ = sum(s.is_open for s in self.sightings)
        if open_:
            found.append(
                _(
                    "Withheld names or places were found in the text (%(count)d). Withhold each passage or say why it may stand."
                )
                % {"count": open_}
            )
        return found


def _edited(review: Review, user) -> bool:
    return review.interview.pending_edits.filter(editor=user).exists()


_RULES: list[tuple[Callable, Callable[[], str]]] = [
    (lambda r, user: not user.has_perm("catalogue.approve_interview"), lambda: _("Only a moderator can approve.")),
    (
        lambda r, user: r.interview.state != Interview.State.SUBMITTED,
        lambda: _("This interview is not in review. An archivist has to submit it first."),
    ),
    (_edited, lambda: _("You edited this interview yourself; somebody else has to approve it.")),
    (
        lambda r, user: r.interview.submitted_by_id == user.pk,
        lambda: _("You submitted this interview yourself; somebody else has to approve it."),
    ),
    (
        lambda r, user: r.interview.basis != Interview.Basis.AGREEMENT and r.interview.basis_signed_by_id is None,
        lambda: _("Sign the basis of this record first."),
    ),
]


def look(interview: Interview, *, ask: bool = False) -> Review:
    """Gather everything a moderator needs to judge an interview as it stands now.

    With ``ask`` the files that could be shown are made meanwhile.
    """
    interview = Interview.objects.select_related("collection").get(pk=interview.pk)
    dossier = assemble(interview)
    facts = gather(interview)
    decision, lasting = decide(facts), decide(replace(facts, is_stopped=False)).permissions
    today = timezone.localdate()
    document = narrow(dossier, decision.permissions, on=today)
    people = people_now([interview])[interview.pk]
    settled = settle(document, dossier, interview, people, on=today, ask=ask) if document else None
    if settled:
        document = settled.document
    publicly = [*filter(None, [settled]), *_coming(dossier, lasting, interview, people, today, facts.is_stopped)]
    reading = _reading(dossier, decision.permissions, interview, people, today, ask)
    later = _coming(dossier, lasting, interview, people, today, facts.is_stopped, Audience.RESEARCHERS)
    read = [*filter(None, [reading]), *later]
    coming = [each.document for each in publicly]
    further = [each for each in read if each.document not in coming]
    return Review(
        interview=interview,
        dossier=dossier,
        decision=decision,
        lasting=lasting,
        document=document,
        settled=settled,
        coming=coming,
        readings=[each.document for each in further],
        reading=reading.document if reading and reading.document != document else None,
        public=public_document(interview),
        digest=canonical.digest([dossier, decision.permissions, lasting, revisions(dossier)]),
        sightings=_each_once(
            [
                *_sightings(interview, dossier, [*publicly, *further]),
                *(s for each in (*publicly, *read) for s in each.beside.found),
            ]
        ),
    )


def _reading(
    dossier: Dossier, permissions: Permissions, interview: Interview, people: list[Somebody], today: dt.date, ask: bool
) -> Settled | None:
    """What researchers would read today, or None."""
    found = narrow(dossier, permissions, on=today, audience=Audience.RESEARCHERS)
    return settle(found, dossier, interview, people, on=today, ask=ask) if found else None


def _coming(
    dossier: Dossier, lasting: Permissions, interview: Interview, people, today, stopped, audience=Audience.PUBLIC
):
    """What an audience would see on each later day on which that changes, and today after the end of a stop.

    What is approved now is approved for then.
    """
    days = {day for schedule in lasting.schedules() for day, _audience in schedule.steps if day > today}
    days |= {start for spans in dossier.figures.values() for start, _end in spans if start and start > today}
    days |= {today} if stopped else set()
    narrowed = ((day, narrow(dossier, lasting, on=day, audience=audience)) for day in sorted(days))
    return [settle(found, dossier, interview, people, on=day, ask=False) for day, found in narrowed if found]


def _sightings(interview: Interview, dossier: Dossier, shown: list[Settled]) -> Iterator[Sighting]:
    """Withheld names in everything that will ever be shown."""
    return (s for each in shown for s in sightings(interview, dossier, each.document, each.people, each.left_out))


def _each_once(found: Iterable[Sighting]) -> list[Sighting]:
    return list({sighting.id: sighting for sighting in found}.values())


def prepare(interview: Interview) -> None:
    """Have the files made that the public would be shown, so that they are ready when it is approved."""
    look(interview, ask=True)


def public_document(interview: Interview) -> Document | None:
    """What the public sees of it at this moment."""
    row = PublishedInterview.objects.filter(reference=_reference(interview)).first()
    return row.content if row else None


def _reference(interview: Interview) -> str:
    publication = getattr(interview, "publication", None)
    return publication.reference if publication else ""


Revisions = list[tuple[str, str, int | None]]
"""Kind, slug and approved revision of authorities, in order."""


def digest_of(dossier: Dossier, permissions: Permissions, lasting: Permissions, shown: Revisions) -> str:
    """What an approval is bound to: all that a moderator saw."""
    return canonical.digest([dossier, permissions, lasting, shown])


def revisions(dossier: Dossier) -> Revisions:
    """The approved revision of every authority that the dossier refers to."""
    found = Authority.objects.filter(slug__in=referred(dossier)).order_by("kind", "slug")
    return list(found.values_list("kind", "slug", "approved_revision"))


def referred(dossier: Dossier) -> set[str]:
    """Slugs of the authorities that a dossier refers to."""
    slugs = {link.place for m in dossier.places for link in m.chain}
    slugs |= {*dossier.topics, *dossier.events, *dossier.people, *(m.slug for m in dossier.mentions)}
    slugs |= {claim.answers for claim in dossier.claims if claim.answers}
    return slugs | {t for s in dossier.sittings for r in s.recordings for p in r.index for t in p.topics}


@transaction.atomic
def waive(interview: Interview, *, by, sighting: str, reason: str) -> Waiver:
    """A moderator says why a name or place that was found may stand."""
    require(by, "approve_interview", _("Only a moderator can let a found name stand."))
    if not reason.strip():
        raise Refused(_("Write why this may stand in the text."))
    interview = lock(interview)
    made, _is_new = Waiver.objects.get_or_create(
        interview=interview, sighting=sighting, defaults={"reason": reason.strip(), "waived_by": by}
    )
    record("waived", by=by, obj=made, interview=interview, after=sighting)
    publish(interview)
    return made


@transaction.atomic
def approve(interview: Interview, *, by, seen: str, checklist=()) -> ApprovedVersion:
    """Approve exactly what ``seen`` (a review's digest) stands for, and publish what is permitted of it.

    Refused if anything has changed since, if the approver had a hand in it, or if anything is left open.
    """
    interview = lock(interview)
    _require_that_nobody_is_editing(interview)
    review = look(interview)
    if review.digest != seen:
        raise Refused(_("This record has changed since you looked. Look at it again before you approve it."))
    refusals = review.refusals(by)
    if {code for code, _words in review.checklist} - set(checklist):
        refusals.append(_("Confirm every point of the checklist."))
    if refusals:
        raise Refused(*refusals)
    version = _store(review, by)
    Interview.objects.filter(pk=interview.pk).update(state=Interview.State.APPROVED)
    forget_former_names(interview)
    record("approved", by=by, obj=interview, interview=interview, after=review.digest)
    publish(interview)
    return version


def _require_that_nobody_is_editing(interview: Interview) -> None:
    """Marks of edits are locked before the record is read: an edit that is being saved is not approved half."""
    try:
        with transaction.atomic():
            list(interview.pending_edits.select_for_update(nowait=True))
    except DatabaseError as error:
        raise Refused(_("Somebody is changing this record at this moment. Look at it again in a while.")) from error


def _store(review: Review, by) -> ApprovedVersion:
    """The approved version, with everybody whose edits it holds. A stop is lifted by its release alone."""
    interview = review.interview
    previous = latest_version(interview)
    version = ApprovedVersion.objects.create(
        interview=interview,
        number=previous.number + 1 if previous else 1,
        dossier=canonical.dump(review.dossier),
        permissions=consent.dump(review.lasting),
        digest=review.digest,
        submitted_by=interview.submitted_by,
        approved_by=by,
        approved_at=timezone.now(),
    )
    VersionEditor.objects.bulk_create(
        VersionEditor(version=version, editor_id=pk, approver=by)
        for pk in interview.pending_edits.values_list("editor", flat=True)
    )
    Edit.objects.filter(interview=interview).delete()
    return version


def is_as_approved(interview: Interview) -> bool:
    """Whether an approval now would store what the last one left: there is nothing to submit."""
    if interview.state != Interview.State.APPROVED or interview.pending_edits.exists():
        return False
    version = latest_version(interview)
    lasting = decide(replace(gather(interview), is_stopped=False)).permissions
    return (version.dossier, version.permissions) == (canonical.dump(assemble(interview)), consent.dump(lasting))
