"""Interviews whose claims agree with or differ from one another change each other's pages."""

from collections.abc import Iterable

from django.db.models import Q

from archive.catalogue.models import ClaimRelation, Interview
from archive.edition.models import FacetValue


def claim_keys(reference: str) -> set[str]:
    """Keys of the claims that stand in the edition under a reference, also if they have run out and wait to go."""
    claims = FacetValue.everything.filter(interview__reference=reference, facet=FacetValue.Facet.CLAIM)
    return set(claims.values_list("value", flat=True))


def related(interview: Interview, claims: set[str]) -> Iterable[Interview]:
    """Other interviews, once approved, with a relation to any of these claims."""
    if not claims:
        return []
    relations = ClaimRelation.objects.filter(Q(claim__key__in=claims) | Q(other__key__in=claims))
    pks = {pk for pair in relations.values_list("claim__interview", "other__interview") for pk in pair}
    return Interview.objects.filter(pk__in=pks - {interview.pk}).approved_once().order_by("pk")
