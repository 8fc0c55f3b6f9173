"""Below an event the accounts of its time, where any differs from the time it stands under: a bar for each, with who gives
it."""

from collections import Counter
from collections.abc import Sequence
from html import escape
from operator import itemgetter
from typing import NamedTuple

from archive.document.text import read
from archive.language import dates

from ..told_time import ToldTime, bar, dot, ends
from .accounts import Account, Accounts
from .lanes import Stretch
from .lettering import lines, room
from .scale import Scale

HEIGHT = 20
"""Of one account."""
SIZE, LONGEST, BESIDE, DOT = 13, 260, 8, 4
MOST = 4
"""Accounts drawn of one event; where there are more the drawing says so, and leads to where all of them stand."""


class AccountBar(NamedTuple):
    """``words`` say who gives the account and of which time, ``shown`` who, as far as there is room."""

    told: ToldTime
    words: str
    shown: str
    language: str
    anchor: float
    is_turned: bool
    stretch: Stretch

    def drawn(self, scale: Scale, top: float) -> str:
        middle, turned = top + HEIGHT // 2, ' text-anchor="end"' if self.is_turned else ""
        start, _end = ends(self.told, scale)
        time = dot(self.told, start, middle, DOT) if self.told.is_day else bar(self.told, scale, middle)
        lang = f' lang="{self.language}"' if self.language else ""
        return (
            f'<g class="account-bar"><title>{escape(self.words)}</title>{time}'
            f'<text x="{self.anchor:.1f}" y="{middle + 4}"{turned}{lang}>{escape(self.shown)}</text></g>'
        )


def bars(told: Accounts, happened: str, scale: Scale, reader: str) -> tuple[list[AccountBar], bool]:
    """Accounts that tell of a time in the span, one of each time first and what differs from the event before the rest;
    none where all that name a time name the same as the event. And whether there are more than are drawn."""
    timed = [account for account in told.shown if account.claim.told]
    if all(account.claim.told == happened for account in timed):
        return [], False
    found = [pair for _rank, pair in sorted(_ranked(timed, happened), key=itemgetter(0))]
    met = [(account, time) for account, time in found if time.meets(scale.span)]
    return [_bar(*each, scale, reader) for each in met[:MOST]], len(met) > MOST or bool(met and told.more)


def _ranked(accounts: Sequence[Account], happened: str):
    """Each account with its time, and before it whether that time was told already and whether it is the event's."""
    before: Counter[str] = Counter()
    for account in accounts:
        told = account.claim.told
        yield (before[told], told == happened), (account, ToldTime.of(told))
        before[told] += 1


def _bar(account: Account, told: ToldTime, scale: Scale, reader: str) -> AccountBar:
    who = read(account.claim.attribution, reader) or read(account.title, reader)
    (shown,) = lines(str(who or account.interview.reference), SIZE, min(LONGEST, scale.width - BESIDE), 1)
    start, end = ends(told, scale)
    width = BESIDE + room(shown, SIZE)
    is_turned = end + width > scale.width and start >= width
    anchor = start - BESIDE if is_turned else max(min(end + BESIDE, scale.width - width), BESIDE)
    edges = (anchor - width, anchor) if is_turned else (anchor, anchor + width)
    words = f"{who or account.interview.reference} · {dates.show(account.claim.told, reader)}"
    language = who.language if who and who.is_fallback else ""
    return AccountBar(told, words, shown, language, anchor, is_turned, Stretch(min(start, *edges), max(end, *edges)))
