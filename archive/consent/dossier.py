"""The dossier: everything of one interview that could ever be shown, as plain data. Private.

It never holds the identity part of a person. Places carry their whole chain of parents and names
every rendition, so that narrowing only ever chooses among leaves that are here.
"""

import datetime as dt
from dataclasses import dataclass, field

from msgspec import UNSET, UnsetType

from archive.document import document as shown
from archive.document.text import Text


@dataclass(frozen=True, kw_only=True, slots=True)
class Participation:
    """``names`` maps each rendition to its text; ``person`` is the slug of the person record."""

    key: str
    role: str
    rendition: str
    names: dict[str, Text]
    person: str
    links_identity: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class PlaceLink:
    """One step of a place's chain."""

    place: str
    level: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PlaceMention:
    """``chain`` runs from the place itself to its farthest ancestor."""

    chain: tuple[PlaceLink, ...]
    relation: str
    precision: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Recording:
    key: str
    starts_ms: int
    duration_ms: int | None
    kind: str
    transcripts: tuple[shown.Transcript, ...] = ()
    index: tuple[shown.IndexPoint, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Sitting:
    key: str
    held: str = ""
    recordings: tuple[Recording, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Redaction:
    """A time range of a recording, or a passage by its key with the words quoted (none: all of it)."""

    recording: str | None = None
    start_ms: int | None = None
    end_ms: int | None = None
    passage: str = ""
    quote: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Mention:
    """That words of a passage name an authority; or, rejected, that they do not, without a passage nowhere in the
    interview. ``words`` are folded."""

    kind: str
    slug: str
    passage: str = ""
    words: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Dossier:
    """``masters`` maps recording and page keys to the digests of their masters, so that an exchanged
    file is a change that needs approval; narrowing never copies it. ``figures`` maps each of ``people``, and
    of the persons in ``mentions``, to the first and last days of the times in which that person is a public figure.
    ``mentions`` are the confirmed ones of persons."""

    kind: str
    basis: str
    collection: str
    title: Text
    abstract: Text
    notice: Text
    warnings: tuple[str, ...]
    languages: tuple[str, ...]
    recorded: str
    told: str
    participations: tuple[Participation, ...]
    places: tuple[PlaceMention, ...]
    topics: tuple[str, ...]
    events: tuple[str, ...]
    people: tuple[str, ...]
    sittings: tuple[Sitting, ...]
    texts: tuple[shown.Transcript, ...]
    papers: tuple[shown.Paper, ...]
    sources: tuple[shown.Source, ...]
    claims: tuple[shown.Claim, ...]
    redactions: tuple[Redaction, ...] = ()
    masters: dict[str, str] = field(default_factory=dict)
    figures: dict[str, tuple[tuple[dt.date | None, dt.date | None], ...]] = field(default_factory=dict)
    mentions: tuple[Mention, ...] = ()
    rejections: tuple[Mention, ...] = ()
    makers: dict[str, str] | UnsetType = UNSET
