"""Interviews as rows of a list, each from its outline."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext

from archive.document.authority import AuthorityCard
from archive.document.outline import Outline
from archive.edition import words
from archive.edition.links import link
from archive.edition.models import PublishedInterview
from archive.language import dates, timecodes

from . import waveform
from .authorities import cards
from .shown import shown


@dataclass(frozen=True, slots=True)
class PassageFound:
    """Words a search found: ``pieces`` as the search gives them, ``link`` leads there from the interview's address."""

    language: str
    pieces: list
    clock: str
    link: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Record:
    """A row: ``who`` and ``where`` are the names to be shown, ``lines`` what is said of dates, form and length,
    ``warnings`` their words in one line; ``passages`` are what a search found in it."""

    interview: PublishedInterview
    url: str
    title: SafeString
    who: SafeString
    where: SafeString
    warnings: str
    lines: tuple[str, ...]
    waveform: dict | None
    passages: tuple[PassageFound, ...]


def records(interviews: Iterable[PublishedInterview], hits: dict | None = None, query: str = "") -> list[Record]:
    """The rows of these interviews, with one query for the names of all their places.

    ``hits`` are what a search for ``query`` found, by primary key.
    """
    outlines = [(interview, interview.in_outline) for interview in interviews]
    named = cards(("place", p.place) for _, outline in outlines for p in outline.places)
    return [_record(i, outline, named, (hits or {}).get(i.pk, ()), query) for i, outline in outlines]


def _record(interview, outline, named, hits, query) -> Record:
    places = (named["place", p.place] for p in outline.places if ("place", p.place) in named)
    return Record(
        interview=interview,
        url=interview.get_absolute_url(),
        title=shown(outline.title),
        who=_listed(shown(s.name) if s.name else words.word("withheld", "rendition") for s in outline.narrators),
        where=_listed(_place(card) for card in places),
        warnings=", ".join(words.word(warning, "warning") for warning in outline.warnings),
        lines=tuple(_lines(interview, outline)),
        waveform=waveform.drawn(outline.bars),
        passages=tuple(_passage(hit, set(outline.recordings), query) for hit in _worth_showing(hits)),
    )


def _listed(names: Iterable) -> SafeString:
    return mark_safe(", ".join(map(conditional_escape, names)))


def _place(card: AuthorityCard) -> SafeString:
    name = shown(card.name)
    return format_html("{} ({})", name, gettext("invented place")) if card.is_invented else name


_day = lru_cache(maxsize=4096)(dates.show)


def _lines(interview: PublishedInterview, outline: Outline) -> Iterator[str]:
    reader = get_language()
    if outline.told:
        yield gettext("tells of %(period)s") % {"period": _day(outline.told, reader)}
    if outline.recorded:
        made = words.word(outline.kind, "made").lower()
        yield gettext("%(made)s: %(date)s") % {"made": made, "date": _day(outline.recorded, reader)}
    if not outline.format:
        yield words.word(outline.kind, "kind")
    else:
        length = f" · {timecodes.show(interview.duration_ms)}" if interview.duration_ms else ""
        yield words.word(outline.format, "format") + length


def _worth_showing(hits) -> list:
    """What was said before names, which say why there is a row where nothing else does; the title is there anyway."""
    said = [hit for hit in hits if hit.kind not in ("title", "name")]
    return said or [hit for hit in hits if hit.kind == "name"]


def _passage(hit, recordings: set[str], query: str) -> PassageFound:
    is_timed = hit.part in recordings and hit.start_ms is not None
    clock = timecodes.show(hit.start_ms) if is_timed else ""
    return PassageFound(hit.language, hit.pieces, clock, link(hit, query, is_timed=is_timed))
