"""The narrowed document: all that may be seen of one interview, as plain data.

Pages, the moderator's preview, the diff and every protocol are drawn from it. Times are milliseconds
on the recording, dates EDTF, authorities slugs. Text that is withheld is ``None``, never a text that says so.
"""

from dataclasses import dataclass, field

from msgspec import UNSET, UnsetType

from .text import Text

Passage = tuple[str | None, ...]
"""Runs of one passage in order; ``None`` is where something is withheld."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Speaker:
    """A participation as it may be named. ``identity`` is the slug of a public person page, or empty."""

    key: str
    role: str
    rendition: str
    name: Text = field(default_factory=dict)
    identity: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class PlaceReference:
    """A place in the precision that may be seen; ``is_area`` when it stands for something finer."""

    place: str
    relation: str
    is_area: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class File:
    """A derivative that is ready: served at its digest and suffix."""

    role: str
    digest: str
    suffix: str
    media_type: str
    size: int
    width: int | None = None
    height: int | None = None
    duration_ms: int | None = None

    @property
    def name(self) -> str:
        return f"{self.digest}.{self.suffix}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Segment:
    """A passage. ``key`` is equal in all translations; a wholly withheld passage is ``(None,)``."""

    key: str
    start_ms: int
    end_ms: int
    speaker: str | None
    text: Passage

    @property
    def is_withheld(self) -> bool:
        return all(run is None for run in self.text)


@dataclass(frozen=True, kw_only=True, slots=True)
class Transcript:
    key: str
    language: str
    kind: str
    maker: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class IndexPoint:
    """A heading of all that is told until the next. ``warnings`` are of that; unset and not written where there are none.
    Where something of that is withheld, the heading has no title."""

    key: str
    at_ms: int
    title: Text
    synopsis: Text = field(default_factory=dict)
    topics: tuple[str, ...] = ()
    warnings: tuple[str, ...] | UnsetType = UNSET


@dataclass(frozen=True, kw_only=True, slots=True)
class Recording:
    """``has_sound`` and ``has_film`` are what is permitted; ``files`` what is ready to be heard or seen."""

    key: str
    starts_ms: int
    duration_ms: int | None
    has_sound: bool
    has_film: bool
    silenced: tuple[tuple[int, int], ...] = ()
    transcripts: tuple[Transcript, ...] = ()
    index: tuple[IndexPoint, ...] = ()
    files: tuple[File, ...] = ()

    @property
    def headings(self) -> tuple[IndexPoint, ...]:
        """The contents as they can be read: without the headings whose words are withheld."""
        return tuple(point for point in self.index if point.title)


@dataclass(frozen=True, kw_only=True, slots=True)
class Sitting:
    key: str
    held: str = ""
    recordings: tuple[Recording, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Region:
    """A rectangle on a picture with a note, in ten-thousandths of the picture's width and height."""

    key: str
    left: int
    top: int
    width: int
    height: int
    note: Text


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """One picture of a paper. Without ``files`` it is only described. ``regions`` are unset where there are none."""

    key: str
    alternative: Text = field(default_factory=dict)
    files: tuple[File, ...] = ()
    regions: tuple[Region, ...] | UnsetType = UNSET


@dataclass(frozen=True, kw_only=True, slots=True)
class PageText:
    """What one sheet of a paper says; ``page`` is the key of its picture, which need not be shown."""

    page: str
    transcription: Text


@dataclass(frozen=True, kw_only=True, slots=True)
class Paper:
    """A letter, photograph or other document that belongs to the testimony.

    ``transcription`` is of the whole, ``page_texts`` are of single sheets. Their text in ``language`` is the original;
    ``makers`` say by language how the others were made, where not by hand. ``source`` is the key of one of the
    document's. ``licence`` and ``absence`` are codes. What came after ``pages`` is unset and not written where nothing is
    said, as in documents made before it could be.
    """

    key: str
    kind: str
    title: Text
    description: Text = field(default_factory=dict)
    author: Text = field(default_factory=dict)
    recipient: Text = field(default_factory=dict)
    dated: str = ""
    transcription: Text = field(default_factory=dict)
    custody: Text = field(default_factory=dict)
    rights: Text = field(default_factory=dict)
    pages: tuple[Page, ...] = ()
    page_texts: tuple[PageText, ...] | UnsetType = UNSET
    language: str | UnsetType = UNSET
    makers: dict[str, str] | UnsetType = UNSET
    source: str | UnsetType = UNSET
    holder: Text | UnsetType = UNSET
    licence: str | UnsetType = UNSET
    absence: str | UnsetType = UNSET

    @property
    def first_shown(self) -> Page | None:
        """The first of its pictures that can be seen."""
        return next((page for page in self.pages if page.files), None)

    @property
    def sheet_numbers(self) -> dict[str, int]:
        """The number of each sheet by its key: its place among all that are shown, in picture or in words. Where pictures are
        withheld nothing tells that there are sheets without words."""
        words = (sheet.page for sheet in self.page_texts or ())
        return {key: number for number, key in enumerate(dict.fromkeys([*(p.key for p in self.pages), *words]), 1)}


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """A reference, in the terms of CSL 1.0.2."""

    key: str
    type: str
    title: str
    author: str = ""
    publisher: str = ""
    issued: str = ""
    url: str = ""
    note: Text = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class Relation:
    kind: str
    claim: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """What the archive judges of a claim, never without who signed it and on which day (EDTF)."""

    word: str
    signature: Text
    signed: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Claim:
    """``event`` is the slug of the event whose time it states, ``answers`` that of a question, ``passage`` the key of the
    passage it is made from, ``told`` the time it tells of (EDTF); unset and not written where there is none, as in
    documents made before claims had these."""

    key: str
    question: Text
    statement: Text
    attribution: Text
    confidence: str
    source: str | None = None
    relations: tuple[Relation, ...] = ()
    event: str | UnsetType = UNSET
    answers: str | UnsetType = UNSET
    passage: str | UnsetType = UNSET
    told: str | UnsetType = UNSET
    standing: Standing | UnsetType = UNSET


@dataclass(frozen=True, kw_only=True, slots=True)
class PersonReference:
    """A person whom the words of a passage name."""

    passage: str
    person: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """What may be seen of one interview by one audience on one day. ``makers`` say by language how the summary was made,
    where not by hand."""

    kind: str
    basis: str
    collection: str
    title: Text
    languages: tuple[str, ...]
    recorded: str = ""
    told: str = ""
    abstract: Text = field(default_factory=dict)
    notice: Text = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    places: tuple[PlaceReference, ...] = ()
    topics: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    mentions: tuple[PersonReference, ...] = ()
    sittings: tuple[Sitting, ...] = ()
    texts: tuple[Transcript, ...] = ()
    papers: tuple[Paper, ...] = ()
    sources: tuple[Source, ...] = ()
    claims: tuple[Claim, ...] = ()
    uses: tuple[str, ...] = ()
    makers: dict[str, str] | UnsetType = UNSET

    @property
    def recordings(self) -> tuple[Recording, ...]:
        return tuple(recording for sitting in self.sittings for recording in sitting.recordings)

    @property
    def narrators(self) -> tuple[Speaker, ...]:
        return tuple(speaker for speaker in self.speakers if speaker.role == "narrator")

    @property
    def duration_ms(self) -> int:
        """Length of what can be heard or seen, 0 if nothing can."""
        return sum(r.duration_ms or 0 for r in self.recordings if r.has_sound or r.has_film)

    @property
    def formats(self) -> tuple[str, ...]:
        """Of film, sound, text, pictures: what this document has."""
        has = {
            "film": any(r.has_film for r in self.recordings),
            "sound": any(r.has_sound and not r.has_film for r in self.recordings),
            "text": bool(self.texts) or any(r.transcripts for r in self.recordings),
            "pictures": any(paper.first_shown for paper in self.papers),
        }
        return tuple(name for name, present in has.items() if present)
