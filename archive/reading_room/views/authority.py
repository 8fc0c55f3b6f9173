from django.http import Http404
from django.shortcuts import redirect
from django.views.generic import TemplateView

from archive.edition.listing import newest
from archive.edition.snapshot import current

from ..authorities import now_at, of_kind, trail
from ..records import records
from ..tree import in_order, tree

SHOWN = 20
"""Interviews on the page of an authority; all of them are one link away."""


class AuthorityDetail(TemplateView):
    """The page of a place, topic, event or person: its card, what it is part of, the interviews that refer to it."""

    kind = ""

    def get(self, request, slug):
        """What was merged into a record that is public now is found there."""
        try:
            return super().get(request, slug=slug)
        except Http404:
            target = now_at(self.kind, slug)
            if target is None:
                raise
            return redirect(f"{self.kind}-detail", target, permanent=True)

    def get_context_data(self, slug, **kwargs):
        cards = of_kind(self.kind)
        if slug not in cards:
            raise Http404
        interviews = newest(current().having(self.kind, [slug]))
        return super().get_context_data(
            card=cards[slug],
            trail=trail(slug, cards),
            parts=in_order(card for card in cards.values() if card.parent == slug),
            count=len(interviews),
            records=records(interviews[:SHOWN]),
            facet=self.kind,
            **kwargs,
        )


class AuthorityList(TemplateView):
    """All public places or topics as a tree, each with the number of its interviews."""

    kind = ""

    def get_context_data(self, **kwargs):
        counts = current().counts([self.kind])[self.kind]
        return super().get_context_data(branches=tree(of_kind(self.kind), counts), **kwargs)
