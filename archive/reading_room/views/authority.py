from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.views.generic import TemplateView
from pyroaring import BitMap

from archive.document.authority import AuthorityCard
from archive.document.text import read
from archive.edition.filters import InterviewFilter
from archive.edition.listing import newest
from archive.edition.models import NAMED, PublishedAuthority
from archive.edition.snapshot import current

from ..authorities import now_at, of_kind, trail
from ..gathered import chosen_alone
from ..records import records
from ..tree import in_order, tree

SHOWN = 20
"""Interviews on the page of an authority; all of them are one link away."""


class AuthorityDetail(TemplateView):
    """The page of a place, topic, event or person: its card, what it is part of, the interviews that tell about it, and
    how many more name it; where none tells about it, those that name it stand there."""

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
        rows = {row.slug: row for row in PublishedAuthority.objects.filter(kind=self.kind)}
        if slug not in rows:
            raise Http404
        cards = {row.slug: row.content for row in rows.values()}
        filterset = chosen_alone(self.kind, slug)
        edition, name = filterset.current, read(cards[slug].name, get_language())
        telling = edition.having(self.kind, [slug])
        naming = BitMap() if rows[slug].is_looked_at else edition.having(NAMED + self.kind, [slug]) - telling
        interviews = newest(telling or naming)
        return super().get_context_data(
            card=cards[slug],
            trail=trail(slug, cards),
            parts=in_order(card for card in cards.values() if card.parent == slug),
            count=len(telling),
            named=len(naming),
            query=name.text if name else slug,
            records=records(interviews[:SHOWN]),
            facet=self.kind,
            **self.more(cards, slug, filterset, naming),
            **kwargs,
        )

    def more(self, cards: dict[str, AuthorityCard], slug: str, filterset: InterviewFilter, naming: BitMap) -> dict:
        """What else this kind of page shows: ``naming`` are the interviews that only name it."""
        return {}


class NameList(TemplateView):
    """The events or persons that interviews tell about, each with their number, in the reader's alphabet; those that are
    named alone are left to the search."""

    kind = ""

    def get_context_data(self, **kwargs):
        counts = current().counts([self.kind])[self.kind]
        found = in_order(card for slug, card in of_kind(self.kind).items() if slug in counts)
        return super().get_context_data(names=[(card, counts[card.slug]) for card in found], **kwargs)


class AuthorityList(TemplateView):
    """The places or topics that interviews tell about as a tree, each with their number."""

    kind = ""

    def get_context_data(self, **kwargs):
        counts = current().counts([self.kind])[self.kind]
        cards = {slug: card for slug, card in of_kind(self.kind).items() if slug in counts}
        return super().get_context_data(branches=tree(cards, counts), **kwargs)
