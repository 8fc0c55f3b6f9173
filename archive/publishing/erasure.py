"""Erasure: everything the archive holds of an interview is destroyed. One person proposes it, another confirms it.

The publication ledger, the event log and the bare fact of the erasure stay: keys and digests, and no word of it.
"""

from collections.abc import Iterable
from contextlib import contextmanager

from django.contrib.admin.models import LogEntry
from django.db import transaction
from django.db.models import ProtectedError, Q, RestrictedError
from django.utils import timezone
from django.utils.translation import gettext as _

from archive.catalogue.models import (
    ConsentRecord,
    Derivative,
    Erasure,
    Interview,
    Job,
    Master,
    Person,
    ResearchFile,
    Withdrawal,
)
from archive.custody import acting, narrowing
from archive.custody.events import record
from archive.document import canonical
from archive.edition.models import PublishedFile
from archive.jobs.queue import digest
from archive.vault import derivatives
from archive.vault.destruction import destroy

from . import door
from .assemble import assemble
from .belongings import is_used_master, masters_of, only_here, users_of
from .people import forget_people
from .refusal import Refused
from .review import prepare
from .settle import PUBLISH
from .transitions import lock, require


@transaction.atomic
def propose_erasure(interview: Interview, *, by, reason: str) -> Erasure:
    """Ask that an interview be destroyed. Nothing changes until somebody else has confirmed it."""
    require(by, "propose_erasure", _("You may not propose to erase interviews."))
    interview = lock(interview)
    if not reason.strip():
        raise Refused(_("Write why the interview has to be erased."))
    if Erasure.objects.filter(interview=interview).exists():
        raise Refused(_("Somebody has already proposed to erase this interview."))
    _refuse_if_preserved(interview)
    made = Erasure.objects.create(
        interview=interview, interview_key=interview.key, reason=reason.strip(), proposed_by=by
    )
    record("erasure-proposed", by=by, obj=interview, interview=interview)
    return made


@transaction.atomic
def take_back_erasure(interview: Interview, *, by) -> None:
    """The interview stays. Whoever may propose its erasure may end the proposal."""
    require(by, "propose_erasure", _("You may not take back a proposal to erase an interview."))
    interview = lock(interview)
    _proposal(interview).delete()
    record("erasure-taken-back", by=by, obj=interview, interview=interview)


@transaction.atomic
def erase_interview(interview: Interview, *, by, people: Iterable[Person] = ()) -> Erasure:
    """Destroy a proposed interview with its parts, papers, files and traces, and ``people`` known from it alone.

    Refused to whoever proposed it, under legal preservation, and where another interview hangs on one of its parts.
    Locks the masters, then the interview, then jobs, in the order in which workers come by them; a job that is at work
    loses its lease and leaves nothing.
    """
    require(by, "confirm_erasure", _("Only a moderator can confirm an erasure."))
    masters = list(masters_of(interview).select_for_update().order_by("pk"))
    interview = lock(interview)
    if masters != list(masters_of(interview).order_by("pk")):
        raise Refused(_("Somebody is changing this record at this moment. Look at it again in a while."))
    erasure = _proposal(interview)
    if erasure.proposed_by_id == by.pk:
        raise Refused(_("You proposed this erasure yourself; somebody else has to confirm it."))
    _refuse_if_preserved(interview)
    people = _known_from_here(interview, people)
    sharing = _sharing(interview, masters)
    told = canonical.digest(assemble(interview))
    erasure.interview, erasure.reason, erasure.confirmed_by, erasure.confirmed_at = None, "", by, timezone.now()
    erasure.save()
    with acting(by), narrowing(), _apart():
        door.erase(interview)
        _forget_work(interview, masters)
        _delete_rows(interview, people)
    gone = _destroy_files(masters, by=by)
    for other in sharing:
        _make_again(other)
    record("erased", by=by, obj=interview, interview=interview, before=told, after=canonical.digest(gone))
    return erasure


def _proposal(interview: Interview) -> Erasure:
    found = Erasure.objects.filter(interview=interview).first()
    if found is None:
        raise Refused(_("Nobody has proposed to erase this interview."))
    return found


def _refuse_if_preserved(interview: Interview) -> None:
    if interview.is_preserved:
        raise Refused(
            _(
                "This interview is under legal preservation, which forbids its destruction. It may be withdrawn or stopped."
            )
        )


def _known_from_here(interview: Interview, people: Iterable[Person]) -> list[Person]:
    """The people to go along, locked; refused for whoever is known from anywhere else."""
    wanted = {person.pk for person in people}
    locked = list(Person.objects.select_for_update(of=("self",)).filter(pk__in=wanted).order_by("pk"))
    if wanted - {person.pk for person in only_here(interview)}:
        raise Refused(_("Somebody you chose is known from another interview too, and has to stay."))
    return locked


def _sharing(interview: Interview, masters: list[Master]) -> list[Interview]:
    """Other interviews that one of the files belongs to."""
    pks = {pk for master in masters for pk in users_of(master).values_list("pk", flat=True)}
    return list(Interview.objects.filter(pk__in=pks - {interview.pk}).order_by("pk"))


@contextmanager
def _apart():
    """What belongs to this interview and carries a record of another one is not torn out from under it."""
    try:
        yield
    except (ProtectedError, RestrictedError) as error:
        found = error.protected_objects if isinstance(error, ProtectedError) else error.restricted_objects
        raise Refused(
            _("Other records hang on a part of this interview: %(records)s. Separate them from it first.")
            % {"records": ", ".join(sorted(map(str, found))[:5])}
        ) from error


def _forget_work(interview: Interview, masters: list[Master]) -> None:
    """Jobs with all they were given, those that run included: their workers find the lease gone."""
    named = Q(kind=PUBLISH, key=digest({"interview": interview.key}))
    derived = Q(kind=derivatives.DERIVE, payload__master__in=[master.sha256 for master in masters])
    jobs = Job.objects.filter(Q(interview=interview) | named | derived & Q(interview=None))
    list(jobs.select_for_update().order_by("pk").values_list("pk"))
    jobs.delete()


def _delete_rows(interview: Interview, people: list[Person]) -> None:
    """The papers first, which are protected from any other way of deleting; then everything that hangs on the record."""
    named = Q()
    for code in (str(interview), *map(str, people)):
        named |= Q(object_repr=code) | Q(object_repr__startswith=f"{code}/") | Q(object_repr__startswith=f"{code} ")
    interview.approved_versions.all().delete()
    Withdrawal.objects.filter(participation__interview=interview).delete()
    ConsentRecord.objects.filter(participation__interview=interview).delete()
    Interview.objects.get(pk=interview.pk).delete()
    for person in people:
        person.delete()
    forget_people(people)
    LogEntry.objects.filter(named).delete()


def _destroy_files(masters: list[Master], *, by) -> list[str]:
    """Digests of the masters that went; of those that others use only what was made for this interview goes."""
    gone = []
    for master in masters:
        if is_used_master(master):
            named = Q(file__in=PublishedFile.everything.values("digest")) | Q(
                file__in=ResearchFile.objects.values("digest")
            )
            for made in Derivative.objects.filter(master=master).exclude(named):
                derivatives.unlink(made)
        else:
            gone.append(master.sha256)
            destroy(master, by=by)
    return gone


def _make_again(interview: Interview) -> None:
    """Files of another interview that went along are asked for anew."""
    if interview.approved_versions.exists():
        door.publish_soon(interview)
    if interview.state == Interview.State.SUBMITTED:
        prepare(interview)
