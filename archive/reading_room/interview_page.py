"""One interview as a page: its document, what the reader chose to see of it, and the authorities it names.

The page of the reading room and any preview of it are drawn from what ``interview_page`` returns.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from archive.document.authority import AuthorityCard
from archive.document.document import Document, File, PlaceReference, Recording, Sitting, Speaker, Transcript
from archive.edition.vocabulary import MIXED
from archive.language import timecodes
from archive.language.queries import LONGEST

from . import waveform
from .authorities import Cards
from .drawing import drawn
from .found import PassageFound
from .marking import Marking
from .transcript import Line, lines, original_of, step, translation_of


@dataclass(frozen=True, slots=True)
class Choice:
    """What the address asks for: a time on a recording, words to mark, a translation (``none`` for the original alone);
    ``path`` is the one that the reader comes from, ``skips`` whether to pass over what carries a warning and ``shows``
    whether to see it where it would be folded."""

    at_ms: int | None = None
    recording: str = ""
    q: str = ""
    translation: str = ""
    path: str = ""
    skips: bool = False
    shows: bool = False

    @classmethod
    def read(cls, query) -> "Choice":
        """Take what can be understood from a query string; the rest is as if it were not there."""
        try:
            at_ms = timecodes.read(query.get("t", ""))
        except timecodes.UnreadableTime:
            at_ms = None
        return cls(
            at_ms,
            query.get("r", "")[:24],
            query.get("q", "").replace("\0", " ").strip()[:LONGEST],
            query.get("translation", "")[:5],
            query.get("path", "").replace("\0", "")[:60],
            query.get("hard") == "skip",
            query.get("hard") == "show",
        )


@dataclass(slots=True)
class Part:
    """A recording with its transcript, or a text without a recording (``recording`` is None)."""

    key: str
    number: int
    sitting: Sitting | None
    recording: Recording | None
    original: Transcript | None
    translation: Transcript | None
    lines: list[Line]
    at_ms: int | None
    file: File | None = None
    poster: File | None = None
    waveform: dict | None = None
    headings: str = ""
    hits: str = ""
    tracks: list[Transcript] = field(default_factory=list)
    link: str = ""
    skips: bool = False

    @property
    def media_url(self) -> str:
        """The address of the sound or film, beginning at the time asked for."""
        address = reverse("media", args=[self.file.digest, self.file.suffix])
        return f"{address}#t={self.at_ms / 1000:.10g}" if self.at_ms is not None else address

    @property
    def drawn(self) -> SafeString:
        """The lines as HTML."""
        return drawn(self.lines, self.translation.language if self.translation else "", skips=self.skips)

    @property
    def is_film(self) -> bool:
        return self.file is not None and self.file.role == "film"


@dataclass(frozen=True, slots=True)
class FoundInside:
    """What a search inside the interview found; ``tier`` says by what."""

    hits: list[PassageFound]
    tier: str


@dataclass(slots=True)
class InterviewPage:
    document: Document
    reference: str
    choice: Choice
    parts: list[Part]
    translations: list[str]
    translation: str
    found: FoundInside | None
    places: list[tuple[AuthorityCard, PlaceReference]]
    topics: list[AuthorityCard]
    events: list[AuthorityCard]
    people: list[AuthorityCard]
    speakers: dict[str, Speaker]

    @property
    def about(self) -> list[tuple[AuthorityCard, PlaceReference]]:
        return [(card, place) for card, place in self.places if place.relation == "about"]

    @property
    def all_places(self) -> list[AuthorityCard]:
        """Each place once, whatever it has to do with the interview."""
        return list({card.slug: card for card, _ in self.places}.values())

    @property
    def recorded_at(self) -> list[tuple[AuthorityCard, PlaceReference]]:
        return [(card, place) for card, place in self.places if place.relation == "recorded-at"]

    @property
    def contents(self) -> list[Part]:
        return [part for part in self.parts if part.recording and part.recording.headings]

    @property
    def has_hard_parts(self) -> bool:
        """Whether it is marked which parts the warnings are of."""
        return any(point.warnings for recording in self.document.recordings for point in recording.index)

    @property
    def has_media(self) -> bool:
        return any(part.file for part in self.parts)


def named(document: Document) -> list[tuple[str, str]]:
    """The authorities a document names, by kind and slug."""
    topics = [*document.topics, *(t for r in document.recordings for point in r.index for t in point.topics)]
    return [
        *(("place", reference.place) for reference in document.places),
        *(("topic", slug) for slug in topics),
        *(("event", slug) for slug in document.events),
        *(("question", claim.answers) for claim in document.claims if claim.answers),
        *(("person", slug) for slug in document.people),
        *(("person", speaker.identity) for speaker in document.speakers if speaker.identity),
    ]


def interview_page(
    document: Document, *, reference: str, cards: Cards, choice: Choice, marking: Marking | None = None
) -> InterviewPage:
    """All that the page's template reads; ``marking`` is of the words searched for, if there are any."""
    translation = _translation(document, choice, marking)
    speakers = {speaker.key: speaker for speaker in document.speakers}
    parts = [
        _recording(n, s, r, choice, translation, speakers, marking) for n, (s, r) in enumerate(_recordings(document), 1)
    ]
    if document.texts:
        parts.append(_text(len(parts) + 1, document.texts, choice, translation, speakers, marking))
    step([line for part in parts for line in part.lines if line.is_hit])
    topics = dict.fromkeys(slug for kind, slug in named(document) if kind == "topic")
    return InterviewPage(
        document=document,
        reference=reference,
        choice=choice,
        parts=parts,
        translations=translations(document),
        translation=translation,
        found=_found(document, marking) if marking else None,
        places=[(cards["place", p.place], p) for p in document.places if ("place", p.place) in cards],
        topics=[cards["topic", slug] for slug in topics if ("topic", slug) in cards],
        events=[cards["event", slug] for slug in document.events if ("event", slug) in cards],
        people=[cards["person", slug] for slug in document.people if ("person", slug) in cards],
        speakers=speakers,
    )


def _found(document: Document, marking: Marking) -> FoundInside:
    recordings = {recording.key for recording in document.recordings}
    return FoundInside(marking.hits(recordings), marking.tier)


def translations(document: Document) -> list[str]:
    """The languages that stand beside an original somewhere in the document."""
    groups = [*(r.transcripts for r in document.recordings), document.texts]
    return list(dict.fromkeys(t.language for group in groups for t in group if t is not original_of(group)))


def _translation(document: Document, choice: Choice, marking: Marking | None) -> str:
    """The translation shown: the one chosen, else one that alone holds what was searched for, else the reader's
    language where the original is in another."""
    offered = translations(document)
    if choice.translation in (*offered, "none"):
        return choice.translation.removeprefix("none")
    found = [language for language in offered if marking and language in marking.languages]
    if found and get_language() not in found and not marking.languages - set(offered):
        return found[0]
    spoken = {code for language in document.languages for code in (language, *MIXED.get(language, ()))}
    return get_language() if get_language() in offered and get_language() not in spoken else ""


def _recordings(document: Document) -> list[tuple[Sitting, Recording]]:
    return [(sitting, recording) for sitting in document.sittings for recording in sitting.recordings]


def _recording(number, sitting, recording: Recording, choice, translation, speakers, marking) -> Part:
    is_meant = choice.recording == recording.key or (not choice.recording and number == 1)
    at_ms = _moment(choice.at_ms, recording) if is_meant and choice.at_ms is not None else None
    part = _part(recording.key, number, recording.transcripts, choice, translation, speakers, marking, recording, at_ms)
    part.sitting = sitting
    part.file = waveform.sound_of(recording)
    if part.file:
        part.poster = next((f for f in recording.files if f.role == "poster-jpeg"), None)
        part.waveform = waveform.of(recording)
        part.headings = waveform.places((p.at_ms for p in recording.headings), recording.duration_ms)
        part.hits = waveform.places((line.start_ms for line in part.lines if line.is_hit), recording.duration_ms)
        part.tracks = list(recording.transcripts)
    return part


def _moment(at_ms: int, recording: Recording) -> int:
    """The time that an address means: it counts whole seconds, so a passage that begins within its second is meant."""
    starts = (segment.start_ms for text in recording.transcripts for segment in text.segments)
    return min((start for start in starts if at_ms <= start < at_ms + 1000), default=at_ms)


def _text(number, texts: Sequence[Transcript], choice, translation, speakers, marking) -> Part:
    return _part(original_of(texts).key, number, texts, choice, translation, speakers, marking)


def _part(key, number, transcripts, choice, translation, speakers, marking, recording=None, at_ms=None) -> Part:
    """A recording with its times, or a text without any."""
    original = original_of(transcripts)
    beside = translation_of(transcripts, translation) if translation else None
    kept = {"path": choice.path, "q": choice.q, "translation": choice.translation}
    kept |= {"hard": "skip" if choice.skips else "", "r": key if number > 1 else ""}
    link = "?" + urlencode({name: value for name, value in kept.items() if value} | {"t": ""})
    more = {"mark": marking.of_part(key)} if marking else {}
    if recording:
        more |= {"index": recording.index, "at_ms": at_ms, "link": link}
    found = lines(key, original, beside, speakers=speakers, **more) if original else []
    return Part(key, number, None, recording, original, beside, found, at_ms, link=link, skips=choice.skips)
