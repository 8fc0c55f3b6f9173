"""What an erasure would destroy and what it would leave, so that whoever confirms it knows before."""

from dataclasses import dataclass

from django.db.models import Count, Model, Q, QuerySet

from archive.catalogue.models import (
    ApprovedVersion,
    Claim,
    ClaimRelation,
    Derivative,
    Interview,
    Master,
    Person,
    Publication,
)
from archive.consent.dossier import Dossier
from archive.document import canonical

PARTS = (
    "recordings", "transcripts", "transcripts__segments", "documents", "documents__pages", "participations__consent_records",
    "participations__withdrawals", "redactions", "sources", "claims", "approved_versions", "stops", "waivers",
)  # fmt: skip
"""Ways from an interview to what is counted for the person who confirms; everything else goes as well."""


@dataclass(frozen=True, kw_only=True)
class WhatGoes:
    """``parts`` are pairs of a noun and how many; ``files`` are masters that go, ``shared`` such as others use too.

    ``people`` are known from this interview alone. ``answer`` is what will stand at the public ``reference``, if the
    interview ever was public.
    """

    parts: list[tuple[str, int]]
    files: int
    size: int
    shared: int
    related: int
    people: list[Person]
    reference: str
    answer: str


def what_goes(interview: Interview) -> WhatGoes:
    """The account of an erasure as it would be now."""
    masters = list(masters_of(interview))
    own = [master for master in masters if not users_of(master).exclude(pk=interview.pk).exists()]
    entry = Publication.objects.filter(interview=interview, first_public_at__isnull=False).first()
    return WhatGoes(
        parts=[part for part in map(_counted(interview), PARTS) if part[1]],
        files=len(own),
        size=sum(master.size for master in own),
        shared=len(masters) - len(own),
        related=_related(interview),
        people=only_here(interview),
        reference=entry.reference if entry else "",
        answer=entry.answer if entry else "",
    )


def masters_of(interview: Interview) -> QuerySet[Master]:
    """The files that any part or paper of an interview consists of, or did when it was approved."""
    return Master.objects.filter(
        pk__in=Master.objects.filter(
            Q(recordings__interview=interview)
            | Q(document_pages__document__interview=interview)
            | Q(consent_records__participation__interview=interview)
            | Q(sha256__in=_approved_masters(interview))
        ).values("pk")
    )


def _approved_masters(interview: Interview) -> set[str]:
    """Digests of the files of every approved version: one that was exchanged since hangs on no record any more."""
    versions = interview.approved_versions.all()
    return {digest for version in versions for digest in canonical.load(version.dossier, Dossier).masters.values()}


def approved_with(word: str) -> set[int]:
    """The keys of the interviews that were ever approved with this in their dossier.

    Dossiers are kept packed, so every one is read: an erasure takes its time in a large archive.
    """
    versions = ApprovedVersion.objects.only("interview_id", "packed").iterator(chunk_size=200)
    return {version.interview_id for version in versions if word in version.dossier}


def users_of(master: Master) -> QuerySet[Interview]:
    """The interviews that a file is part of, or was when they were approved."""
    return Interview.objects.filter(
        Q(recordings__master=master)
        | Q(documents__pages__master=master)
        | Q(participations__consent_records__evidence=master)
        | Q(pk__in=approved_with(master.sha256))
    ).distinct()


def is_used(record: Model, *, apart_from: tuple[type[Model], ...] = ()) -> bool:
    """Whether any row of the catalogue refers to a record, of whatever noun."""
    return any(
        relation.related_model not in apart_from
        and relation.related_model._base_manager.filter(**{relation.field.name: record}).exists()
        for relation in record._meta.related_objects
    )


def is_used_master(master: Master) -> bool:
    return is_used(master, apart_from=(Derivative,)) or bool(approved_with(master.sha256))


def only_here(interview: Interview) -> list[Person]:
    """Persons who take part or are spoken of in this interview and in no other, nor in what was approved of another."""
    here = Q(participations__interview=interview) | Q(mentions__interview=interview)
    elsewhere = Q(participations__isnull=False) & ~Q(participations__interview=interview)
    elsewhere |= Q(mentions__isnull=False) & ~Q(mentions__interview=interview)
    elsewhere |= Q(decided_mentions__isnull=False) & ~Q(decided_mentions__interview=interview)
    known_elsewhere = Person.objects.filter(elsewhere).values("pk")
    people = Person.objects.filter(here).exclude(pk__in=known_elsewhere).distinct().order_by("pk")
    return [person for person in people if not approved_with(f'"{person.slug}"') - {interview.pk}]


def _counted(interview: Interview):
    def count(path: str) -> tuple[str, int]:
        field, model = None, Interview
        for step in path.split("__"):
            field = model._meta.get_field(step)
            model = field.related_model
        number = Interview.objects.filter(pk=interview.pk).aggregate(n=Count(path, distinct=True))["n"]
        return str(model._meta.verbose_name_plural), number

    return count


def _related(interview: Interview) -> int:
    """How many claims of other interviews are set beside a claim of this one."""
    here = Claim.objects.filter(interview=interview)
    beside = ClaimRelation.objects.filter(Q(claim__in=here) | Q(other__in=here))
    return beside.exclude(claim__in=here, other__in=here).count()
