"""Reading as a researcher: one interview narrowed for whoever opens it, at that moment, and every opening on record."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from archive.catalogue.models import CustodyEvent, Derivative, Interview, ResearchListing
from archive.consent.narrowing import narrow
from archive.consent.schedule import Audience
from archive.custody.events import record
from archive.document.document import Document, File

from .offering import digest_of, files
from .people import people_of
from .permissions import latest_version, permitted
from .refusal import Refused
from .researchers import access_of
from .settle import settle

Act = CustodyEvent.Act


@dataclass(frozen=True)
class Reading:
    """What a researcher may read of one interview at this moment, drawn from its latest approved version."""

    interview: Interview
    listing: ResearchListing
    document: Document


def offered():
    """The list as it holds at this moment, the newest offers first."""
    return ResearchListing.objects.readable(timezone.now()).select_related("interview__collection").order_by("-pk")


def open_reading(reference: str, *, by) -> Reading | None:
    """Open an interview for a researcher and write the opening down; None if there is nothing to read, for any cause."""
    _require_access(by)
    found = _read(reference)
    if found:
        record(Act.READ, by=by, obj=found.interview, interview=found.interview, after=found.listing.digest)
    return found


def open_file(reference: str, *, by, digest: str, suffix: str) -> File | None:
    """A file of an interview that a researcher may be given at this moment; None for any other.

    Asked on every request and every range. It is written down once for each time the interview was opened.
    """
    _require_access(by)
    found = _read(reference)
    named = (f for f in files(found.document) if (f.digest, f.suffix) == (digest, suffix)) if found else ()
    file = next(iter(named), None)
    if file and not _is_written_down(file, found.interview, by):
        record(
            Act.OPENED,
            by=by,
            obj=Derivative.objects.filter(file=digest).first(),
            interview=found.interview,
            after=digest,
        )
    return file


def _require_access(by) -> None:
    if access_of(by) is None:
        raise Refused(_("You have no access as a researcher that is in force today."))


def _read(reference: str) -> Reading | None:
    """The document narrowed from what is approved and permitted now, if it is the one that publishing has checked."""
    now = timezone.now()
    listings = ResearchListing.objects.readable(now).select_related("interview__collection")
    listing = listings.filter(reference=reference).first()
    if listing is None:
        return None
    interview, today = listing.interview, timezone.localdate(now)
    dossier, permissions = permitted(latest_version(interview))
    document = narrow(dossier, permissions, on=today, audience=Audience.RESEARCHERS)
    if document is None:
        return None
    document = settle(document, dossier, interview, people_of(interview), on=today, ask=False).document
    return Reading(interview, listing, document) if digest_of(document) == listing.digest else None


def _is_written_down(file: File, interview: Interview, by) -> bool:
    """Whether this person was given the file since they last opened the interview."""
    mine = CustodyEvent.objects.filter(actor=by, interview_key=interview.key)
    opening = mine.filter(act=Act.READ).order_by("-pk").values_list("pk", flat=True).first()
    return mine.filter(act=Act.OPENED, after=file.digest, pk__gt=opening or 0).exists()
