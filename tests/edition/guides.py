"""Paths, opening sentences and words of the glossary in the edition, as publishing writes them."""

from archive.document import canonical
from archive.document.guides import PathCard, TermCard
from archive.edition import bitmaps
from archive.edition.models import (
    Edition,
    FacetValue,
    PublishedInterview,
    PublishedOpening,
    PublishedPath,
    PublishedStop,
    PublishedTerm,
)


def path(slug: str, *interviews: PublishedInterview, position: int = 0, **moment) -> PublishedPath:
    """A path with a stop for each interview, all at the same ``moment`` (part, passage, starts_at_ms)."""
    card = PathCard(slug=slug, title={"en": f"The path {slug}"}, introduction={"en": "What joins them."})
    made = PublishedPath.everything.create(slug=slug, position=position, card=canonical.dump(card))
    for n, interview in enumerate(interviews):
        said = canonical.dump({"en": f"Reason {n}."})
        PublishedStop.everything.create(
            path=made, interview=interview, key=f"{slug}-{n}", position=n, said=said, **moment
        )
    return made


def opening(interview: PublishedInterview, part: str, passage: str, **fields) -> PublishedOpening:
    fields = {"key": f"o{interview.pk}", "position": 0, "starts_at_ms": 0} | fields
    return PublishedOpening.everything.create(interview=interview, part=part, passage=passage, **fields)


def term(slug: str, *saying: PublishedInterview, **fields) -> PublishedTerm:
    """A word of the glossary that these interviews say; without ``fields`` its name is its slug."""
    card = TermCard(**{"slug": slug, "name": {"en": slug}, "explanation": {"en": f"What {slug} means."}} | fields)
    for interview in saying:
        FacetValue.everything.create(interview=interview, facet="term", value=slug)
        key = {("term", slug)}
        bitmaps.put(interview.pk, set(), key, version=Edition.objects.current().revision)
    return PublishedTerm.objects.create(slug=slug, card=canonical.dump(card))
