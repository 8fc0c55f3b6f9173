"""Where the parts of the timeline lead: every address keeps the choices in force."""

from dataclasses import dataclass

from django.urls import reverse

from archive.edition.chips import address
from archive.edition.filters import InterviewFilter


@dataclass(frozen=True, slots=True)
class Addresses:
    """Query strings of the choices but for the period: ``everywhere`` all of them, ``nowhere`` without places,
    ``eventless`` without events, ``dateless`` without events whose time is to be told."""

    everywhere: str
    nowhere: str
    eventless: str
    dateless: str
    listing: str
    timeline: str

    @classmethod
    def of(cls, filterset: InterviewFilter) -> "Addresses":
        return cls(
            address(filterset, but_for=["period"]),
            address(filterset, but_for=["period", "place"]),
            address(filterset, but_for=["period", "event"]),
            address(filterset, but_for=["period", "dates"]),
            reverse("interview-list"),
            reverse("timeline"),
        )

    def interviews(self, *, period: str = "", place: str = "") -> str:
        """The list of those that tell about this period; of this place, or as chosen."""
        return self.listing + _query(self._kept(place), place=place, period=period)

    def times(self, *, period: str = "", place: str = "") -> str:
        """The timeline of this period and place; without a period that which is fullest."""
        return self.timeline + _query(self._kept(place), place=place, period=period)

    def event(self, slug: str) -> str:
        """The list of those that tell about this event."""
        return self.listing + _query(self.eventless, event=slug)

    def dating(self, slug: str) -> str:
        """The list of those that say when this event was."""
        return self.listing + _query(self.dateless, dates=slug)

    def _kept(self, place: str) -> str:
        return self.nowhere if place else self.everywhere


def _query(kept: str, **chosen: str) -> str:
    """A query string with what is chosen besides; slugs and periods need no quoting."""
    query = "&".join(filter(None, [kept, *(f"{name}={value}" for name, value in chosen.items() if value)]))
    return f"?{query}" if query else ""
