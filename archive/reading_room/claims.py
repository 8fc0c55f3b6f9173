"""Claims side by side: each with its source and with what agrees with it or differs from it, here or elsewhere."""

from dataclasses import dataclass

from archive.document import canonical
from archive.document.authority import AuthorityCard
from archive.document.document import Claim, Document, Source
from archive.document.text import Text
from archive.edition.among import among
from archive.edition.models import FacetValue, PublishedInterview

from .authorities import Cards
from .said import Said, said


@dataclass(frozen=True, kw_only=True, slots=True)
class ClaimsOutline:
    """The part of another interview's document that is needed here."""

    title: Text
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Related:
    """Another claim; ``interview`` is None when it stands on the same page."""

    kind: str
    claim: Claim
    interview: PublishedInterview | None = None
    title: Text | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim with its source, its passage, and the question it answers if that has a page."""

    claim: Claim
    source: Source | None
    said: Said | None
    question: AuthorityCard | None
    related: tuple[Related, ...]


def statements(document: Document, cards: Cards) -> list[Statement]:
    """The claims of a document with both sides of their relations; one query, none without claims. ``cards`` hold the
    questions they answer."""
    elsewhere = _elsewhere(document)
    return [
        Statement(
            claim,
            source_of(claim, document),
            said(claim, document),
            cards.get(("question", claim.answers)),
            tuple(_related(claim, document, elsewhere)),
        )
        for claim in document.claims
    ]


def source_of(claim: Claim, document: Document) -> Source | None:
    return next((source for source in document.sources if source.key == claim.source), None)


def _related(claim: Claim, document: Document, elsewhere):
    """Relations in either direction, each other claim once."""
    seen = {claim.key}
    everything = [(None, None, other) for other in document.claims] + elsewhere
    for interview, title, other in everything:
        kinds = [r.kind for r in claim.relations if r.claim == other.key]
        kinds += [r.kind for r in other.relations if r.claim == claim.key]
        if kinds and other.key not in seen:
            seen.add(other.key)
            yield Related(kinds[0], other, interview, title)


def _elsewhere(document: Document) -> list[tuple[PublishedInterview, Text, Claim]]:
    """Claims of other public interviews that these relate to or that relate to these."""
    own = {claim.key for claim in document.claims}
    if not own:
        return []
    named = {relation.claim for claim in document.claims for relation in claim.relations} - own
    making = FacetValue.objects.filter(facet=FacetValue.Facet.CLAIM, value__in=named)
    naming = FacetValue.objects.filter(facet=FacetValue.Facet.RELATES, value__in=own)
    numbers = [number for rows in (making, naming) for number in rows.values_list("interview", flat=True)]
    interviews = PublishedInterview.objects.filter(among(numbers))
    return [
        (interview, outline.title, claim)
        for interview in interviews
        if (outline := canonical.load(interview.document, ClaimsOutline))
        for claim in outline.claims
        if claim.key not in own
    ]
