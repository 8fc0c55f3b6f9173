"""What a search found in an interview, as a page shows it: passages with their times, how many, and in which words."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import get_language

from archive.edition import words
from archive.edition.links import link
from archive.edition.search import Found, Hit
from archive.language import timecodes

from .drawing import marked

MOST_FORMS = 4
"""Other forms of the words asked for that are named in one row."""


@dataclass(frozen=True, slots=True)
class PassageFound:
    """Words a search found: ``said`` is safe HTML with the words marked, ``link`` leads there from the interview's address,
    ``spoken`` is the word for their language where it is not the reader's; ``is_name`` where nobody says them."""

    language: str
    said: SafeString
    clock: str
    link: str
    spoken: str
    is_name: bool


@dataclass(frozen=True, slots=True)
class FoundHere:
    """``passages`` are those shown; ``count`` is how many there are, ``first`` leads to the first of them. ``found_as``
    are the words found, each with its language, where they are not those asked for."""

    passages: tuple[PassageFound, ...] = ()
    count: int = 0
    has_more: bool = False
    first: str = ""
    found_as: tuple[tuple[str, str], ...] = ()

    @property
    def is_cut(self) -> bool:
        """Whether there are more passages than are shown."""
        return self.has_more or self.count > len(self.passages)


def found_here(found: Found, recordings: Collection[str], query: str) -> FoundHere:
    """What was found in an interview by ``query``; ``recordings`` are the keys of those it has."""
    hits, first = _worth_showing(found.hits), found.first
    return FoundHere(
        passages=tuple(passage_found(hit, recordings, query) for hit in hits),
        count=found.count,
        has_more=found.has_more,
        first=link(first, query, is_timed=_is_timed(first, recordings)) if first else "",
        found_as=tuple(_forms(hits))[:MOST_FORMS],
    )


def passage_found(hit: Hit, recordings: Collection[str], query: str) -> PassageFound:
    is_timed = _is_timed(hit, recordings)
    return PassageFound(
        language=hit.language,
        said=marked(hit.pieces),
        clock=timecodes.show(hit.start_ms) if is_timed else "",
        link=link(hit, query, is_timed=is_timed),
        spoken="" if hit.language == get_language() else words.word(hit.language, "language"),
        is_name=hit.kind == "name",
    )


def _is_timed(hit, recordings: Collection[str]) -> bool:
    return hit.part in recordings and hit.start_ms is not None


def _worth_showing(hits: Iterable[Hit]) -> list[Hit]:
    """All but the title, which is there anyway."""
    return [hit for hit in hits if hit.kind != "title"]


def _forms(hits: Iterable[Hit]) -> Iterable[tuple[str, str]]:
    """The other forms, each once however it is written."""
    forms = {text.casefold(): (text, hit.language) for hit in hits for text in hit.found_as}
    return forms.values()
