"""What testimonies say of the time of events, as cells of the table: each account in every unit of time it names, with who
gives it, leading to where it is told."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import NamedTuple

from django.utils.html import conditional_escape
from django.utils.translation import gettext as _

from archive.document.text import Text, read
from archive.edition.span import Span, month

from ..shown import shown
from ..telling import telling
from ..told_time import ToldTime
from .accounts import Account, Accounts
from .events import DatedEvent


class Cells(NamedTuple):
    """HTML for each unit of the span, empty where no account names it; ``apart`` are accounts of another time and those
    that name none, in words."""

    units: Sequence[str]
    apart: str = ""

    def __bool__(self) -> bool:
        return bool(self.apart) or any(self.units)


def cells(events: Sequence[DatedEvent], told: Mapping[str, Accounts], span: Span, reader: str) -> Cells:
    """The accounts of these events, under the name of each."""
    units, apart = [""] * span.size, ""
    for event in events:
        accounts = told.get(event.card.slug, Accounts()).shown
        name = shown(event.card.name) or escape(event.card.slug)
        links = list(_links(accounts, reader))
        times = [_units(account, span) for account in accounts]
        for number in range(span.size):
            found = [_said(link, time[number]) for link, time in zip(links, times, strict=True) if number in time]
            units[number] += _under(name, ", ".join(found))
        rest = [
            f"{link}: {_in_words(account, reader)}"
            for account, link, time in zip(accounts, links, times, strict=True)
            if not time
        ]
        apart += _under(name, "; ".join(rest))
    return Cells(units, apart)


def _links(accounts: Sequence[Account], reader: str) -> Iterator[str]:
    """Who gives each account, with the testimony where others are given alike."""
    alike = Counter(_plain(account.claim.attribution, reader) for account in accounts)
    for account in accounts:
        who, title = shown(account.claim.attribution), shown(account.title) or account.interview.reference
        words = conditional_escape(who or title)
        if who and alike[_plain(account.claim.attribution, reader)] > 1:
            words += f" ({conditional_escape(title)})"
        yield f'<a href="{account.interview.get_absolute_url()}#claim-{escape(account.claim.key)}">{words}</a>'


def _plain(text: Text, reader: str) -> str:
    return str(read(text, reader) or "") if text else ""


def _units(account: Account, span: Span) -> dict[int, bool]:
    """The units of the span that the account may mean, counted from its beginning, and whether each is beyond doubt."""
    if not account.claim.told or not (told := ToldTime.of(account.claim.told)).meets(span):
        return {}

    def number(day) -> int:
        return month(day) // span.length - span.first

    first = max(0, number(told.earliest)) if told.earliest else 0
    last = min(span.size - 1, number(told.latest)) if told.latest else span.size - 1
    since, until = (number(day) if day else None for day in (told.surely_from, told.surely_until))
    is_known = since is not None and until is not None
    return {n: is_known and since <= n <= until for n in range(first, last + 1)}


def _said(link: str, is_sure: bool) -> str:
    perhaps = _("perhaps")
    return link if is_sure else f"{link} ({escape(perhaps)})"


def _in_words(account: Account, reader: str) -> str:
    claim = account.claim
    return escape(telling(claim.told, reader)) if claim.told else f"<q>{conditional_escape(shown(claim.statement))}</q>"


def _under(name: str, found: str) -> str:
    return f'<p><span class="quiet">{name}:</span> {found}</p>' if found else ""
