"""Where interviews tell of: every place with how many tell of it, and how many of those name nothing narrower in it."""

from collections import defaultdict
from typing import NamedTuple

from archive.document.authority import AuthorityCard

from .filters import InterviewFilter
from .labels import Label, labels
from .models import PublishedAuthority
from .snapshot import Snapshot

AREAS = ("oblast", "raion", "hromada")
"""Levels that are no spot on the ground, the widest first."""


class ToldPlace(NamedTuple):
    """``count`` interviews tell of the place or of what lies in it; ``own`` of them name nothing narrower in it."""

    card: AuthorityCard
    label: Label
    count: int
    own: int
    is_chosen: bool

    @property
    def is_area(self) -> bool:
        return self.card.level in AREAS


def told_places(filterset: InterviewFilter) -> list[ToldPlace]:
    """The places of the interviews left by all other filters, the most told of first.

    ``count`` is what choosing the place alone would leave, as in the list of the filter. Everything comes from the
    edition's facets, so a place that an interview agreed to name by its raion alone counts for the raion.
    """
    current, members = filterset.current, filterset.members_but_for("place")
    counts = current.counts(["place"], members)["place"]
    cards, words = _cards(current.snapshot), labels(current.snapshot, filterset.reader)
    below = defaultdict(list)
    for slug in counts.keys() & cards.keys():
        below[cards[slug].parent].append(slug)
    chosen = filterset.chosen.get("place", ())

    def told(slug: str) -> ToldPlace:
        card, count = cards[slug], counts[slug]
        narrower = below[slug] if card.level in AREAS else ()
        own = count - len(current.having("place", narrower) & members) if narrower else count
        return ToldPlace(card, words["place", slug], count, own, slug in chosen)

    found = [told(slug) for slug in counts if slug in cards]
    return sorted(found, key=lambda place: (-place.count, place.label.place, place.card.slug))


def _cards(snapshot: Snapshot) -> dict[str, AuthorityCard]:
    """The cards of all places by slug, read once a revision; ask only for those that are counted now."""
    if (found := snapshot.kept.get("places")) is None:
        rows = PublishedAuthority.everything.filter(kind="place")
        found = snapshot.kept["places"] = {r.slug: r.content for r in rows if ("place", r.slug) in snapshot.sets}
    return found
