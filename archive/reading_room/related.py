"""Testimonies that tell of the same, each with the reason in words."""

from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from archive.edition import related as edition
from archive.edition.models import PublishedInterview
from archive.edition.snapshot import current
from archive.language import dates

from .authorities import Cards, cards
from .records import Record, records
from .shown import shown

REASONS = {"place": _("same place"), "topic": _("also tells about"), "event": _("same event")}


@dataclass(frozen=True, slots=True)
class Beside:
    """An interview as a row of a list, and why it stands beside another."""

    record: Record
    reasons: list[SafeString]


def related(interview: PublishedInterview) -> list[Beside]:
    """The interviews that tell of the same as this one, the nearest first; none that only shares a common thing."""
    found = edition.related(interview, current())
    named = cards(key for one in found for key in one.shared)
    rows = records(one.interview for one in found)
    return [Beside(row, _reasons(one, named)) for one, row in zip(found, rows, strict=True)]


def _reasons(one: edition.Related, named: Cards) -> list[SafeString]:
    """What both tell of, a reason for each kind of it, places before times."""
    names: dict[str, list[SafeString]] = {}
    for facet, value in one.shared:
        if (facet, value) in named:
            names.setdefault(facet, []).append(_name(named[facet, value]))
    reasons = [(REASONS[facet], format_html_join(", ", "{}", ((n,) for n in names[facet]))) for facet in names]
    if one.told:
        reasons.insert(int("place" in names), (gettext("same time"), dates.show(one.told, get_language())))
    return [format_html("{}: {}", words, what) for words, what in reasons]


def _name(card) -> SafeString:
    name = shown(card.name)
    return format_html("{} ({})", name, gettext("invented place")) if card.is_invented else name
