from django.http import Http404
from django.views.generic import TemplateView

from archive.edition.models import FacetValue, PublishedInterview

from ..authorities import of_kind, trail
from ..records import records
from ..tree import in_order, tree

SHOWN = 20
"""Interviews on the page of an authority; all of them are one link away."""


class AuthorityDetail(TemplateView):
    """The page of a place, topic, event or person: its card, what it is part of, the interviews that refer to it."""

    kind = ""

    def get_context_data(self, slug, **kwargs):
        cards = of_kind(self.kind)
        if slug not in cards:
            raise Http404
        referring = FacetValue.objects.filter(facet=self.kind, value=slug).values("interview")
        interviews = PublishedInterview.objects.filter(pk__in=referring)
        return super().get_context_data(
            card=cards[slug],
            trail=trail(slug, cards),
            parts=in_order(card for card in cards.values() if card.parent == slug),
            count=interviews.count(),
            records=records(interviews[:SHOWN]),
            facet=self.kind,
            **kwargs,
        )


class AuthorityList(TemplateView):
    """All public places or topics as a tree, each with the number of its interviews."""

    kind = ""

    def get_context_data(self, **kwargs):
        cards, counts = of_kind(self.kind), interview_counts(self.kind)
        return super().get_context_data(branches=tree(cards, counts), **kwargs)


def interview_counts(kind: str) -> dict[str, int]:
    """How many interviews refer to each authority of a kind, in one query."""
    values = FacetValue.objects.filter(facet=kind).values_list("value", flat=True)
    counts: dict[str, int] = {}
    for value in values.iterator():
        counts[value] = counts.get(value, 0) + 1
    return counts
