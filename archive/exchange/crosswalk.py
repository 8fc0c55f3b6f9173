"""One interview in the terms that every form of the exchange is written from."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.conf import settings
from django.utils.translation import override

from archive.document import canonical
from archive.document.document import PlaceReference, Speaker
from archive.document.text import Reading, Text, read
from archive.edition.citation import authors, cite, narrators
from archive.edition.labels import Labels
from archive.edition.models import PublishedInterview
from archive.edition.words import word


@dataclass(frozen=True, kw_only=True, slots=True)
class RecordingExtract:
    key: str


@dataclass(frozen=True, kw_only=True, slots=True)
class SittingExtract:
    recordings: tuple[RecordingExtract, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Extract:
    """The parts of a document that leave by the exchange; what was said is not read for it."""

    kind: str
    title: Text
    languages: tuple[str, ...]
    recorded: str = ""
    told: str = ""
    abstract: Text = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    places: tuple[PlaceReference, ...] = ()
    topics: tuple[str, ...] = ()
    sittings: tuple[SittingExtract, ...] = ()

    @property
    def narrators(self) -> tuple[Speaker, ...]:
        return tuple(speaker for speaker in self.speakers if speaker.role == "narrator")


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """An interview for others: names as their narrators agreed, labels in the reader's language, dates EDTF.

    ``kind``, ``languages`` and ``warnings`` are codes, the first and last also in words; ``url`` is whole;
    ``number`` is for this room alone; ``mark`` says that a collection is invented; ``recordings`` are the keys of what has times.
    """

    number: int
    reference: str
    url: str
    kind: str
    kind_word: str
    title: Reading
    summary: Reading | None
    narrators: tuple[str, ...]
    languages: tuple[str, ...]
    recorded: str
    told: str
    duration_ms: int
    places: tuple[str, ...]
    topics: tuple[str, ...]
    warnings: tuple[str, ...]
    warning_words: tuple[str, ...]
    collection: str
    mark: str
    citation: str
    first_public_at: datetime
    changed_at: datetime
    recordings: frozenset[str]

    @property
    def authors(self) -> tuple[str, ...]:
        """Who is cited as having made it."""
        return tuple(authors(self.kind, self.narrators))

    def record(self) -> dict:
        """The entry as the tables and the API give it (``docs/api.md``); lists are lists."""
        return {
            "id": self.reference,
            "url": self.url,
            "title": self.title.text,
            "title_language": self.title.language,
            "kind": self.kind,
            "narrators": self.narrators,
            "recorded": self.recorded,
            "told": self.told,
            "languages": self.languages,
            "duration_seconds": self.duration_ms // 1000,
            "places": self.places,
            "topics": self.topics,
            "warnings": self.warnings,
            "collection": self.collection,
            "summary": self.summary.text if self.summary else "",
            "summary_language": self.summary.language if self.summary else "",
            "mark": self.mark,
            "citation": self.citation,
            "first_public_at": self.first_public_at,
            "changed_at": self.changed_at,
        }


def entries(
    numbers: Iterable[int], *, labels: Labels, language: str, address: Callable[[str], str]
) -> dict[int, Entry]:
    """The entries of the interviews with these numbers, in one query; one that ran out meanwhile has none.

    ``labels`` are the names of places and topics for a reader of ``language``; ``address`` makes a path of the site whole.
    """
    rows = PublishedInterview.objects.select_related("collection").in_bulk(list(numbers))
    with override(language):
        return {number: _entry(row, labels, language, address) for number, row in rows.items()}


def _entry(interview: PublishedInterview, labels: Labels, language: str, address: Callable[[str], str]) -> Entry:
    extract = canonical.load(interview.document, Extract)
    collection, url = interview.collection.content, address(interview.get_absolute_url())
    places = dict.fromkeys(p.place for p in extract.places if p.relation == "about")
    return Entry(
        number=interview.pk,
        reference=interview.reference,
        url=url,
        kind=extract.kind,
        kind_word=word(extract.kind, "kind"),
        title=read(extract.title, language) or Reading(interview.reference, "", is_fallback=True),
        summary=read(extract.abstract, language),
        narrators=tuple(narrators(extract)),
        languages=extract.languages,
        recorded=extract.recorded,
        told=extract.told,
        duration_ms=interview.duration_ms,
        places=tuple(labels["place", slug].text for slug in places if ("place", slug) in labels),
        topics=tuple(labels["topic", slug].text for slug in extract.topics if ("topic", slug) in labels),
        warnings=extract.warnings,
        warning_words=tuple(word(code, "warning") for code in extract.warnings),
        collection=str(read(collection.name, language) or ""),
        mark=str(read(collection.demonstration_mark, language) or ""),
        citation=cite(
            extract,
            reference=interview.reference,
            collection=collection.name,
            mark=collection.demonstration_mark,
            site=settings.HOLOS_SITE_NAME,
            url=url,
        ),
        first_public_at=interview.first_public_at,
        changed_at=interview.changed_at,
        recordings=frozenset(recording.key for sitting in extract.sittings for recording in sitting.recordings),
    )
