"""The searchable texts of a narrowed document, in the order a reader meets them."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from archive.document.authority import AuthorityCard
from archive.document.document import Document, Paper, Recording, Transcript
from archive.document.text import Text

HEAD = ("title", "abstract", "name")
"""The kinds of texts that stand before what was said and written, and tell what an interview is about."""


class Source(NamedTuple):
    """One text with its place: ``part`` is the key of a recording, transcript, paper, claim or speaker, ``anchor``
    the key of a passage, index point, sheet or region, ``start_ms`` its time on the recording."""

    kind: str
    language: str
    text: str
    part: str = ""
    anchor: str = ""
    start_ms: int | None = None

    def row(self) -> dict:
        """Where the text stands, by the columns of ``SearchEntry``."""
        return {name: value for name, value in self._asdict().items() if name != "text"}


def texts(document: Document, authorities: Mapping) -> Iterator[Source]:
    yield from _each("title", document.title)
    yield from _each("abstract", document.abstract)
    for speaker in document.speakers:
        yield from _each("name", speaker.name, speaker.key)
    for card in _referred(document, authorities):
        yield from _names(card)
    for recording in document.recordings:
        yield from _recording(recording)
    for transcript in document.texts:
        yield from _passages(transcript, transcript.key)
    for paper in document.papers:
        yield from _paper(paper)
    for claim in document.claims:
        for text in (claim.question, claim.statement, claim.attribution):
            yield from _each("claim", text, claim.key)


def _each(kind: str, text: Text, *place) -> Iterator[Source]:
    """A source for each language a text has, in a fixed order."""
    for language in sorted(text):
        yield Source(kind, language, text[language], *place)


def _referred(document: Document, authorities: Mapping) -> Iterator[AuthorityCard]:
    """The authorities the document names itself; their ancestors are found through facets."""
    places = [("place", reference.place) for reference in document.places]
    people = [("person", slug) for slug in document.people]
    people += [("person", speaker.identity) for speaker in document.speakers if speaker.identity]
    topics = [("topic", slug) for slug in document.topics]
    events = [("event", slug) for slug in document.events]
    for key in dict.fromkeys(places + people + topics + events):
        if key in authorities:
            yield authorities[key]


def _names(card: AuthorityCard) -> Iterator[Source]:
    for language in sorted(set(card.name) | set(card.variants)):
        names = [card.name[language]] if card.name.get(language) else []
        for name in dict.fromkeys((*names, *card.variants.get(language, ()))):
            yield Source("name", language, name)


def _recording(recording: Recording) -> Iterator[Source]:
    for point in recording.index:
        for text in (point.title, point.synopsis):
            yield from _each("index", text, recording.key, point.key, point.at_ms)
    for transcript in recording.transcripts:
        yield from _passages(transcript, recording.key)


def _passages(transcript: Transcript, part: str) -> Iterator[Source]:
    """Each run of each passage by itself: what is withheld between two runs parts them."""
    for segment in transcript.segments:
        for run in segment.text:
            if run is not None:
                yield Source("passage", transcript.language, run, part, segment.key, segment.start_ms)


def _paper(paper: Paper) -> Iterator[Source]:
    for text in (paper.title, paper.description, paper.transcription):
        yield from _each("paper", text, paper.key)
    for sheet in paper.page_texts or ():
        yield from _each("paper", sheet.transcription, paper.key, sheet.page)
    for page in paper.pages:
        for region in page.regions or ():
            yield from _each("paper", region.note, paper.key, region.key)
