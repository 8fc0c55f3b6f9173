"""All that the page of the timeline shows, in the language of the reader."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from archive.edition.filters import InterviewFilter
from archive.edition.labels import Label, labels
from archive.edition.timeline import Timeline

from . import drawing, table, upright
from .accounts import Accounts, accounts
from .addresses import Addresses
from .drawing import Svg
from .events import DatedEvent, events
from .headings import Name, names, units
from .scale import Scale
from .steps import Step, heading, steps


@dataclass(frozen=True, slots=True)
class ListedEvent:
    """An event with where it was, if that is public, and accounts of its time. ``address`` is that of the testimonies
    counted, ``dating`` that of those with accounts; each is empty where the listing cannot show just these."""

    event: DatedEvent
    place: Label | None
    address: str
    dating: str
    accounts: Accounts


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """``heading`` is the time shown, ``is_usual`` whether nobody chose it; ``upright`` are the items of the drawing for narrow
    screens, ``rows`` is the body of the table, ``more`` how many events have no place in it."""

    heading: str
    is_usual: bool
    unit: str
    steps: list[Step]
    places: Svg
    time: Svg
    upright: SafeString
    names: list[Name]
    rows: SafeString
    events: list[ListedEvent]
    more: int

    @property
    def has_accounts(self) -> bool:
        """Whether an account stands below any of the events."""
        return any(listed.accounts.shown for listed in self.events)


def page(chosen: InterviewFilter, told: Timeline) -> Page:
    addresses, reader = Addresses.of(chosen), chosen.reader
    shown, more = events(chosen, told.span)
    accounts_of = accounts(chosen, [event.card.slug for event in shown])
    columns, rows = units(told.span, reader), names(told.rows, chosen, addresses)
    places, time = drawing.drawn(told.rows, rows, columns, shown, Scale.of(told.span), addresses, reader, accounts_of)
    is_chosen = "period" in chosen.chosen
    return Page(
        heading=heading(told.span, reader),
        is_usual=not is_chosen,
        unit=told.span.unit,
        steps=steps(told, addresses, reader, is_chosen=is_chosen),
        places=places,
        time=time,
        upright=upright.drawn(told.rows[0], columns, shown, told.span, addresses, reader, accounts_of),
        names=rows,
        rows=table.body(told.rows, columns, addresses),
        events=[*_listed(shown, accounts_of, chosen, addresses)],
        more=more,
    )


def _listed(
    shown: Sequence[DatedEvent], told: Mapping[str, Accounts], chosen: InterviewFilter, addresses: Addresses
) -> Iterator[ListedEvent]:
    words = labels(chosen.current.snapshot, chosen.reader)
    others, others_dated = chosen.chosen.get("event"), chosen.chosen.get("dates")
    for event in shown:
        slug, place = event.card.slug, ("place", event.card.place)
        where = words.get(place) if chosen.current.is_known(*place) else None
        address = "" if others and slug not in others else addresses.event(slug)
        dating = "" if others_dated and slug not in others_dated else addresses.dating(slug)
        yield ListedEvent(event, where, address, dating, told.get(slug, Accounts()))
