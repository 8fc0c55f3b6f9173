"""The accounts of a question: every public claim that answers it, in the order in which they became public."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from archive.document.document import Claim, Document, Source, Speaker
from archive.document.text import Text
from archive.edition.models import PublishedInterview

from ..claims import source_of
from ..said import Said, said
from . import drawing


@dataclass(frozen=True, kw_only=True, slots=True)
class Account:
    """``told`` is the time it tells of as a drawing, empty where it names none; ``speakers`` are those who say it: of the
    passage, else the only narrator where a narrator states it."""

    interview: PublishedInterview
    title: Text
    collection_mark: Text
    claim: Claim
    source: Source | None
    said: Said | None
    speakers: tuple[Speaker, ...]
    told: SafeString


def accounts(slug: str, interviews: Iterable[PublishedInterview]) -> list[Account]:
    """The accounts that these interviews (with their collections) give of the question."""
    found = [(i, i.content, claim) for i in interviews for claim in i.content.claims if claim.answers == slug]
    line = drawing.Line.over([claim.told for _, _, claim in found if claim.told])
    return list(_drawn(found, line))


def _drawn(found: Sequence[tuple[PublishedInterview, Document, Claim]], line: drawing.Line | None) -> Iterator[Account]:
    for interview, document, claim in found:
        passage = said(claim, document)
        yield Account(
            interview=interview,
            title=document.title,
            collection_mark=interview.collection.content.demonstration_mark,
            claim=claim,
            source=source_of(claim, document),
            said=passage,
            speakers=_speakers(passage, claim, document),
            told=line.drawn(claim.told) if line and claim.told else SafeString(),
        )


def _speakers(passage: Said | None, claim: Claim, document: Document) -> tuple[Speaker, ...]:
    """Who says it as published; where the archive names somebody else in words, nobody is put beside that."""
    if passage:
        return (passage.speaker,) if passage.speaker else ()
    is_stated_by_one = claim.confidence == "stated" and len(document.narrators) == 1
    return document.narrators if is_stated_by_one and not claim.attribution else ()
