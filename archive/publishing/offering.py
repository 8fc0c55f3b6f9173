"""What researchers are offered: a private list, kept by every publication, so that no page narrows all dossiers.

The list says that an interview may be read, until when, and which document of it has been checked. The document itself is
narrowed anew for whoever opens it (``reading.py``).
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from archive.catalogue.models import Interview, Publication, ResearchFile, ResearchListing
from archive.consent.dossier import Dossier
from archive.consent.narrowing import narrow
from archive.consent.permissions import Permissions
from archive.consent.schedule import Audience
from archive.document import canonical
from archive.document.document import Document, File

from .people import Somebody
from .settle import Settled, settle, stands_open

Part = ResearchListing.Part


def offer(
    entry: Publication,
    interview: Interview,
    dossier: Dossier,
    permissions: Permissions,
    people: Sequence[Somebody],
    *,
    narrowed: Document | None,
    public: Settled | None,
    on: dt.date,
    until: dt.datetime | None,
) -> set[str]:
    """Bring the list up to date with what researchers may read; return digests of files that may have to go.

    ``people`` are those of the interview by the names that are looked for, ``narrowed`` is what the public may see,
    ``public`` the same as it stands in the edition from now on. What is held back from the public is held back here, and so
    are new words in which a withheld name stands. Needs the interview's lock.
    """
    before = names_of(interview)
    document = None if entry.is_held else narrow(dossier, permissions, on=on, audience=Audience.RESEARCHERS)
    if document is None:
        ResearchListing.objects.filter(interview=interview).delete()
        return before
    is_as_public = document == narrowed
    settled = public if is_as_public else settle(document, dossier, interview, people, on=on)
    digest = digest_of(settled.document)
    is_checked = (
        is_as_public or ResearchListing.objects.filter(interview=interview, digest=digest, is_held=False).exists()
    )
    listing, _is_new = ResearchListing.objects.update_or_create(
        interview=interview,
        defaults={
            "reference": entry.reference,
            "card": card(settled.document),
            "beyond": beyond(public.document if public else None, settled.document),
            "digest": digest,
            "is_held": not is_checked and stands_open(settled, interview, dossier),
            "left_out": sorted(settled.left_out - (public.left_out if public else frozenset())),
            "valid_until": until,
        },
    )
    names = {file.digest for file in files(settled.document)}
    listing.files.exclude(digest__in=names).delete()
    known = set(listing.files.values_list("digest", flat=True))
    ResearchFile.objects.bulk_create(ResearchFile(listing=listing, digest=name) for name in sorted(names - known))
    return before


def withdraw_offer(interview: Interview) -> set[str]:
    """Take an interview off the list; return digests of files that may have to go."""
    before = names_of(interview)
    ResearchListing.objects.filter(interview=interview).delete()
    return before


def names_of(interview: Interview) -> set[str]:
    """Digests of the files that researchers may be given of an interview."""
    return set(ResearchFile.objects.filter(listing__interview=interview).values_list("digest", flat=True))


def files(document: Document) -> list[File]:
    """Every file that a document names."""
    pages = [page for paper in document.papers for page in paper.pages]
    return [file for part in (*document.recordings, *pages) for file in part.files]


def digest_of(document: Document) -> str:
    """What stands for a settled document as it was checked. Its files come later and say no word."""
    return canonical.digest(
        replace(
            document,
            sittings=tuple(
                replace(s, recordings=tuple(replace(r, files=()) for r in s.recordings)) for s in document.sittings
            ),
            papers=tuple(replace(p, pages=tuple(replace(page, files=()) for page in p.pages)) for p in document.papers),
        )
    )


def card(document: Document) -> dict:
    """What the list says of an interview."""
    return {
        "title": dict(document.title),
        "abstract": dict(document.abstract),
        "kind": document.kind,
        "languages": list(document.languages),
        "recorded": document.recorded,
    }


def beyond(public: Document | None, document: Document) -> list[str]:
    """Which parts of a document the public has not, or has not in full."""
    if public is None:
        return [Part.WHOLE]
    parts = {Part.DESCRIPTION: _described, Part.NAMES: _named, Part.TEXT: _said, Part.SOUND: _heard, Part.PAPERS: _kept}
    return [part for part, of in parts.items() if of(public) != of(document)]


def _described(d: Document):
    return d.told, d.abstract, d.makers, d.places, d.topics, d.events, d.people, d.sources, d.claims


def _named(d: Document):
    return d.speakers


def _said(d: Document):
    return [(r.key, r.transcripts, r.index) for r in d.recordings if r.transcripts or r.index], d.texts


def _heard(d: Document):
    return [(r.key, r.has_film, r.silenced) for r in d.recordings if r.has_sound]


def _kept(d: Document):
    return d.papers
