"""The timeline as the rows of a table: units of time down, places across."""

from collections.abc import Sequence
from html import escape

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import ngettext

from archive.edition.timeline import Row

from .addresses import Addresses
from .headings import Unit


def body(rows: Sequence[Row], units: Sequence[Unit], addresses: Addresses) -> SafeString:
    """A table row for each unit that any testimony tells about; every number leads to what it counts."""
    leads = addresses.interviews if units and units[0].short != units[0].words else addresses.times
    found = []
    for number, unit in enumerate(units):
        if not rows[0].counts[number]:
            continue
        cells = "".join(
            _cell(row.counts[number], row.sure[number], addresses.interviews(period=unit.period, place=row.place))
            for row in rows
        )
        heading = f'<a href="{escape(leads(period=unit.period))}">{escape(unit.words)}</a>'
        found.append(f'<tr><th scope="row">{heading}</th>{cells}</tr>')
    return mark_safe("\n".join(found))


def _cell(count: int, sure: int, address: str) -> str:
    if not count:
        return '<td class="none">0</td>'
    return f'<td><a href="{escape(address)}">{count}</a>{perhaps(count - sure)}</td>'


def perhaps(count: int) -> str:
    """How many of those counted are not sure, after their number; nothing where all are."""
    if not count:
        return ""
    said = ngettext("%(counter)s of them perhaps", "%(counter)s of them perhaps", count) % {"counter": count}
    seen = f'<span aria-hidden="true">({count}?)</span><span class="visually-hidden">{escape(said)}</span>'
    return f' <span class="perhaps">{seen}</span>'
