"""The timeline for a narrow screen: a list with time running down, each unit a row with its bar, and below it the events
that begin in it, whose lines run on at the edge. It is HTML, so that words break and grow as the reader's do.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from html import escape
from itertools import groupby

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from archive.document.text import read
from archive.edition.span import Span
from archive.edition.timeline import Row
from archive.language import dates

from .accounts import Accounts
from .addresses import Addresses
from .events import DatedEvent
from .headings import Unit
from .steps import heading
from .strands import Place, Strand, strands
from .table import perhaps

LANE, LANES = 12, 60
"""Pixels: the width of a lane of events, and of all of them at most."""


def drawn(
    row: Row,
    units: Sequence[Unit],
    events: Sequence[DatedEvent],
    span: Span,
    addresses: Addresses,
    reader: str,
    told: Mapping[str, Accounts],
) -> SafeString:
    """The items of the list. ``row`` counts the testimonies of all places; ``told`` are the accounts of each event."""
    placed, lanes = strands(events, span)
    column = min(LANE, LANES / max(lanes, 1))
    width = round(column * lanes)
    leads = addresses.interviews if span.unit == "month" else addresses.times
    most = max(row.counts)

    def edge(place: Place) -> str:
        found = "".join(strand.drawn(place, column) for strand in placed)
        svg = f'<svg class="lanes" width="{width}" aria-hidden="true" focusable="false">{found}</svg>'
        return svg if lanes else ""

    def begun(number: int) -> Iterator[str]:
        for strand in placed:
            if strand.row.unit == number:
                kind = f"event {strand.kind}".rstrip()
                yield f'<li class="{kind}">{edge(strand.row)}{_event(strand, reader, told)}</li>'

    items = [*begun(-1)]
    for place in _rows(row.counts, {strand.row.unit for strand in placed}):
        number = place.unit
        if row.counts[number]:
            unit = units[number]
            counted = _bar(unit, row.counts[number], row.sure[number], most, leads(period=unit.period))
        else:
            counted = _empty(heading(span._replace(first=span.first + number, size=place.size), reader))
        items += [f"<li>{edge(place)}{counted}</li>", *begun(number)]
    return mark_safe("\n".join(items))


def _rows(counts: Sequence[int], begins: Collection[int]) -> Iterator[Place]:
    """A row for each unit, and one for several of which nothing is told and in which nothing ``begins``."""
    alone = (number if count or number in begins else -1 for number, count in enumerate(counts))
    first = 0
    for _alone, run in groupby(alone):
        size = len(list(run))
        yield Place(first, size=size)
        first += size


def _empty(words: str) -> str:
    return f'<p class="none"><span>{escape(words)}</span><span class="number">0</span></p>'


def _bar(unit: Unit, count: int, sure: int, most: int, address: str) -> str:
    """What is sure stands dark from the left, what may be pale after it."""
    dark, long = 100 * sure / most, 100 * count / most
    bar = f'<rect class="sure" width="{dark:.3g}%" height="100%"/>' if sure else ""
    if sure < count:
        bar += f'<rect class="perhaps" x="{dark:.3g}%" width="{long - dark:.3g}%" height="100%"/>'
    return (
        f'<a href="{escape(address)}"><span>{escape(unit.words)}</span>'
        f'<svg class="bar" aria-hidden="true" focusable="false">{bar}</svg>'
        f'<span class="number">{count}{perhaps(count - sure)}</span></a>'
    )


def _event(strand: Strand, reader: str, told: Mapping[str, Accounts]) -> str:
    card = strand.event.card
    name = read(card.name, reader)
    lang = f' lang="{name.language}"' if name and name.is_fallback else ""
    more = ""
    if (given := told.get(card.slug)) and given.shown:
        accounts = escape(_("Accounts of its time"))
        more = f' <a href="#event-{card.slug}">{accounts}</a>'
    return (
        f'<div><a href="{reverse("event-detail", args=[card.slug])}"{lang}>{escape(str(name or card.slug))}</a>'
        f'<p class="when">{escape(dates.show(card.happened, reader))}{more}</p></div>'
    )
