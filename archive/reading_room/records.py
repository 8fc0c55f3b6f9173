"""Interviews as rows of a list, each from its outline."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from django.utils.functional import Promise
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext

from archive.document.authority import AuthorityCard
from archive.document.outline import Outline
from archive.document.text import read
from archive.edition import citation, words
from archive.edition.models import PublishedInterview
from archive.edition.search import Found
from archive.language import timecodes

from . import waveform
from .authorities import cards
from .found import FoundHere, found_here
from .shown import shown
from .telling import briefly


@dataclass(frozen=True, kw_only=True, slots=True)
class Record:
    """A row: ``who`` and ``where`` are the names to be shown, ``lines`` what is said of dates, form and length,
    ``warnings`` their words in one line, ``summary`` the beginning of the summary with ``maker`` where a machine made it; ``found`` is what a search found in it, ``note`` says by what, if that needs
    words."""

    interview: PublishedInterview
    url: str
    title: SafeString
    who: SafeString
    where: SafeString
    warnings: str
    has_notice: bool
    summary: SafeString | str
    maker: str
    lines: tuple[str, ...]
    waveform: dict | None
    found: FoundHere
    note: str | Promise


def records(
    interviews: Iterable[PublishedInterview],
    found: Mapping[int, Found] | None = None,
    query: str = "",
    note_of: Callable[[int], str | Promise] = lambda number: "",
) -> list[Record]:
    """The rows of these interviews, with one query for the names of all their places.

    ``found`` is what a search for ``query`` found, by primary key; ``note_of`` gives the note for one.
    """
    outlines = [(interview, interview.in_outline) for interview in interviews]
    named = cards(("place", p.place) for _, outline in outlines for p in outline.places)
    return [
        _record(i, outline, named, (found or {}).get(i.pk, Found()), query, note_of(i.pk)) for i, outline in outlines
    ]


def _record(interview, outline: Outline, named, found: Found, query: str, note: str | Promise) -> Record:
    places = (named["place", p.place] for p in outline.places if ("place", p.place) in named)
    return Record(
        interview=interview,
        url=interview.get_absolute_url(),
        title=shown(outline.title),
        who=_listed(shown(s.name) if s.name else words.word("withheld", "rendition") for s in outline.narrators),
        where=_listed(_place(card) for card in places),
        warnings=", ".join(words.word(warning, "warning") for warning in outline.warnings),
        has_notice=outline.has_notice,
        summary=shown(outline.summary),
        maker=_maker(outline),
        lines=tuple(line.replace(" – ", "\u00a0– ") for line in _lines(interview, outline)),
        waveform=waveform.drawn(outline.bars),
        found=found_here(found, outline.recordings, query),
        note=note,
    )


def _maker(outline: Outline) -> str:
    """How the summary the reader sees was made, if not by hand."""
    reading = read(outline.summary, get_language()) if outline.summary else None
    maker = outline.makers.get(reading.language) if reading else None
    return words.word(maker, "maker") if maker else ""


def _listed(names: Iterable) -> SafeString:
    """The names in one line, set apart more clearly where one of them has a comma of its own."""
    escaped = [conditional_escape(name) for name in names]
    return mark_safe(("; " if any("," in name for name in escaped) else ", ").join(escaped))


def _place(card: AuthorityCard) -> SafeString:
    name = shown(card.name)
    return format_html("{} ({})", name, gettext("invented place")) if card.is_invented else name


@lru_cache(maxsize=4096)
def _made(kind: str, edtf: str, reader: str) -> str:
    """When it was recorded or written, in the active language, which is that of the reader."""
    return citation.made(kind, edtf)


def _lines(interview: PublishedInterview, outline: Outline) -> Iterator[str]:
    reader = get_language()
    if outline.told:
        yield briefly(outline.told, reader)
    if outline.recorded:
        yield _made(outline.kind, outline.recorded, reader)
    if outline.is_closed:
        yield " · ".join((words.word(outline.kind, "kind"), gettext("described only")))
    elif not outline.format:
        yield words.word(outline.kind, "kind")
    else:
        length = f" · {timecodes.show(interview.duration_ms)}" if interview.duration_ms else ""
        yield words.word(outline.format, "format") + length
