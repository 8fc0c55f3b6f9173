"""The map and the timeline, of invented testimonies."""

from collections.abc import Iterator, Sequence
from types import SimpleNamespace

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from archive.document.authority import AuthorityCard
from archive.edition.labels import Label
from archive.edition.places import ToldPlace
from archive.edition.span import Span
from archive.edition.timeline import Row, Timeline

from ..map import drawing as mapped
from ..timeline import drawing as timed
from ..timeline import table, upright
from ..timeline.accounts import Account, Accounts
from ..timeline.addresses import Addresses
from ..timeline.events import DatedEvent
from ..timeline.headings import Name, units
from ..timeline.page import ListedEvent
from ..timeline.scale import Scale
from ..timeline.steps import heading
from . import invented
from .accounts import CLAIMS, OFFICE

MONTHS = Span.over(2022 * 12 + 1, 2022 * 12 + 9)
YEARS = Span.over(1932 * 12, 1941 * 12)


def of_maps() -> Iterator[tuple[str, SafeString]]:
    oblast = _told("kharkiv", "Kharkiv oblast", 52, 4, level="oblast", katottg="UA63000000000041885")
    hromada = _told("hromada", "a hromada", 6, 6, level="hromada", at=(36.9, 49.6))
    towns = [
        _told("izium", "Izium", 40, 40, at=(37.27, 49.2), is_chosen=True),
        _told("sosnivka", "Sosnivka", 1, 1, is_invented=True),
        _told("long", invented.LONG, 3, 3, at=(36.3, 49.5)),
        _told("letter", "Б", 1, 1, at=(35.9, 49.9)),
        _told("unknown", "A village nobody has placed", 2, 2),
    ]
    yield "areas, spots, a long name, and what is not on it", _map([oblast, *towns, hromada])
    many = [_told(f"t{n}", f"Place {n}", 50 - n, 50 - n, at=(35.4 + n % 10 / 4, 49 + n // 10 / 4)) for n in range(50)]
    yield "too many for the keyboard", _map(many)
    yield "nothing on it", _map([])


def _told(slug: str, name: str, count: int, own: int, *, at=(None, None), katottg="", is_chosen=False, **known):
    identifiers = {"katottg": katottg} if katottg else {}
    level = known.pop("level", "settlement")
    longitude, latitude = at
    card = AuthorityCard(
        kind="place", slug=slug, name={"en": name}, level=level, identifiers=identifiers,
        latitude=latitude, longitude=longitude, **known,
    )  # fmt: skip
    return ToldPlace(card, Label(name, "en"), count, own, is_chosen)


def _map(told: Sequence[ToldPlace]) -> SafeString:
    context = {"map": mapped.drawn(told, query="", reader="en")}
    return mark_safe("".join(render_to_string(f"map/{name}.html", context) for name in ("drawing", "table")))


def of_timelines() -> Iterator[tuple[str, SafeString]]:
    rows = [
        _row("", 0, (2, 14, 120, 40, 9, 0, 21, 5, 2)),
        _row("kharkiv", 0, (1, 9, 80, 30, 9, 0, 10, 4, 1)),
        _row("izium", 1, (0, 3, 40, 11, 2, 0, 1, 0, 0)),
        _row("long", 0, (0, 0, 1, 0, 0, 0, 0, 0, 0)),
    ]
    names = (Name("All testimonies"), _place("Kharkiv oblast"), _place("Ізюм", 1, "uk"), _place(invented.LONG))
    events = [
        ListedEvent(_event("bridge", "The bridge is destroyed", "2022-03-07", 12), Label("Izium", "en"), "#", "#", _accounts()),
        ListedEvent(_event("bread", invented.LONG, "2022-03~/2022-06?", 3), None, "#", "", Accounts()),
        ListedEvent(_event("road", "The road is closed", "2022-08/..", 1), None, "", "", Accounts()),
    ]  # fmt: skip
    yield (
        "by month: places, events in every kind of time, one with its accounts",
        _timeline(MONTHS, rows, names, events),
    )
    one = [_row("", 0, (0, 1, *[0] * 8))]
    yield "by year: one testimony, no event", _timeline(YEARS, one, names[:1], [])
    quiet = SimpleNamespace(is_usual=False)
    told = Timeline(MONTHS, None, (), undated=0, left_out=0)
    yield (
        "what is said below it where nothing is left out",
        render_to_string("timeline/notes.html", {"page": quiet, "told": told}),
    )


def _row(place: str, depth: int, counts: tuple[int, ...]) -> Row:
    """A third of each count is in doubt."""
    return Row(place, depth, sum(counts), counts, tuple(count - count // 3 for count in counts))


def _place(text: str, depth: int = 0, language: str = "") -> Name:
    return Name(text, language, depth, "#timeline")


def _event(slug: str, name: str, happened: str, count: int) -> DatedEvent:
    card = AuthorityCard(kind="event", slug=slug, name={"en": name}, happened=happened, attribution=OFFICE)
    return DatedEvent.of(card, count)


def _accounts() -> Accounts:
    interview = invented.published(invented.ordinary())
    return Accounts([Account(claim, interview, {"en": invented.SHORT}) for claim in CLAIMS[:4]], 3)


def _timeline(span: Span, rows: list[Row], names: Sequence[Name], events: list[ListedEvent]) -> SafeString:
    addresses = Addresses("", "", "", "", reverse("interview-list"), reverse("timeline"))
    columns, accounts = units(span, "en"), {listed.event.card.slug: listed.accounts for listed in events}
    shown = [listed.event for listed in events]
    places, time = timed.drawn(rows, names, columns, shown, Scale.of(span), addresses, "en", accounts)
    down = upright.drawn(rows[0], columns, shown, span, addresses, "en", accounts)
    page = SimpleNamespace(
        heading=heading(span, "en"), is_usual=True, unit=span.unit, places=places, time=time, upright=down, names=names,
        rows=table.body(rows, columns, addresses), events=events, more=2, has_accounts=bool(accounts),
    )  # fmt: skip
    told = Timeline(span, None, tuple(rows), undated=5, left_out=1)
    parts = ("drawing", "table", "notes", *(["events"] if events else []))
    return mark_safe("".join(render_to_string(f"timeline/{name}.html", {"page": page, "told": told}) for name in parts))
