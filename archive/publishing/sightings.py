"""Withheld names and places that stand in the text all the same: found before approval, in all their forms."""

import hashlib
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from archive.catalogue.models import Interview, Participation, Place, Waiver
from archive.consent.dossier import Dossier
from archive.document import canonical
from archive.document.authority import AuthorityCard
from archive.document.document import Document, Speaker
from archive.document.names import every_name
from archive.language import names, tokens

from .assemble import text
from .former import current_names
from .naming import Key
from .people import Somebody

CYRILLIC = re.compile("[\u0400-\u04ff]")
CONTEXT = 60
"""Characters shown on either side of what was found."""


@dataclass(frozen=True, kw_only=True)
class Sighting:
    """A withheld name found in a text. ``id`` is that of these words in this passage, wherever in it they stand; in
    a record or collection that of these words in this text.

    ``passage`` is the key of a passage, the kind and address of a record (``topic/bread``), or empty.
    """

    id: str
    name_code: str
    where: str
    passage: str
    before: str
    found: str
    after: str
    certainty: str
    waiver: Waiver | None = None

    @property
    def is_open(self) -> bool:
        """Whether no moderator has let it stand."""
        return self.waiver is None


def sightings(
    interview: Interview,
    dossier: Dossier,
    document: Document | None,
    people: Iterable[Somebody],
    left_out: Collection[Key] = (),
) -> list[Sighting]:
    """Everything found in the narrowed document, waived or not, in the order of the document.

    ``people`` are those of the interview by the names that are looked for. A place that is ``left_out`` because of its own
    words is no secret: its name may stand in those of the testimony.
    """
    if document is None:
        return []
    withheld = {**withheld_people(people, document), **withheld_places(dossier, document, left_out)}
    waivers = waivers_of(interview)
    return [
        seen(code, (where, passage, language), content, sighting, waivers)
        for where, passage, language, content in texts(document)
        for code, forms in withheld.items()
        for sighting in names.sightings(content, language, forms)
    ]


def waivers_of(interview: Interview) -> dict[str, Waiver]:
    return {waiver.sighting: waiver for waiver in interview.waivers.select_related("waived_by")}


def narrators_names(people: Iterable[Somebody], document: Document | None) -> dict[str, list[str]]:
    """Code of each person who tells → every name, as entered and as shown, but for public figures who are shown as such."""
    linked = {speaker.key for speaker in document.speakers if speaker.identity} if document else set()
    telling = [one for one in people if one.is_narrator and one.part not in linked]
    codes = {one.part: one.code for one in telling}
    found = [(codes.get(speaker.key, ""), speaker.name.values()) for speaker in _narrating(document)]
    return _each_once([*found, *((one.code, one.every_name) for one in telling)])


def _narrating(document: Document | None) -> Iterator[Speaker]:
    """Narrators as they are shown, without public figures."""
    speakers = document.speakers if document else ()
    return (
        s for s in speakers if s.role == Participation.Role.NARRATOR and not s.identity and s.rendition != "role-only"
    )


def seen(
    code: str, place: tuple[str, str, str], content: str, sighting: names.Sighting, waivers, *, is_whole: bool = False
) -> Sighting:
    """What was found at a place, that is (where, passage, language), of a content, with the waiver that lets it stand: for
    the same words in this place, or with ``is_whole`` only while the whole content is the same."""
    before = content[max(0, sighting.start - CONTEXT) : sighting.start]
    words = content[sighting.start : sighting.end]
    after = content[sighting.end : sighting.end + CONTEXT]
    told = (content,) if is_whole else ()
    key = hashlib.sha256("\0".join((code, *place, words, *told)).encode()).hexdigest()
    return Sighting(
        id=key,
        name_code=code,
        where=place[0],
        passage=place[1],
        before=before,
        found=words,
        after=after,
        certainty=sighting.certainty,
        waiver=waivers.get(key),
    )


def texts(document: Document) -> Iterator[tuple[str, str, str, str]]:
    """Every text of a document as (where, passage key or empty, language, text)."""
    for name in ("title", "abstract", "notice"):
        yield from _translated(name, getattr(document, name))
    for recording in document.recordings:
        for point in recording.index:
            yield from _translated("index", point.title)
            yield from _translated("index", point.synopsis)
    transcripts = [*(t for r in document.recordings for t in r.transcripts), *document.texts]
    for transcript in transcripts:
        for segment in transcript.segments:
            for run in filter(None, segment.text):
                yield "passage", segment.key, transcript.language, run
    for speaker in document.speakers:
        yield from _translated("name", speaker.name)
    for paper in document.papers:
        for name in ("title", "description", "author", "recipient", "transcription", "custody", "holder", "rights"):
            yield from _translated("paper", getattr(paper, name) or {})
        for sheet in paper.page_texts or ():
            yield from _translated("paper", sheet.transcription)
        for page in paper.pages:
            yield from _translated("paper", page.alternative)
            for region in page.regions or ():
                yield from _translated("paper", region.note)
    for source in document.sources:
        for words in filter(None, (source.title, source.author, source.publisher, source.url)):
            yield "source", "", "uk" if CYRILLIC.search(words) else "pl", words
        yield from _translated("source", source.note)
    for claim in document.claims:
        for name in ("question", "statement", "attribution"):
            yield from _translated("claim", getattr(claim, name))
        if claim.standing:
            yield from _translated("claim", claim.standing.signature)


def _translated(where: str, content) -> Iterator[tuple[str, str, str, str]]:
    yield from ((where, "", language, words) for language, words in content.items())


def withheld_people(people: Iterable[Somebody], document: Document) -> dict[str, list[str]]:
    """Code of each person of the record → the names that the document does not show, less the words that are shown of them anyway."""
    shown = {speaker.key: speaker for speaker in document.speakers}
    named = {*document.people, *current_names("person", document.people).values()}
    withheld = []
    for one in people:
        if one.part:
            speaker = shown.get(one.part)
            open_words = _words(speaker.name.values()) if speaker and speaker.rendition != "role-only" else set()
            left = _less(one.names, open_words)
            withheld.append((one.code, [*left, *_given_names(left)]))
        elif one.slug not in named:
            withheld.append((one.code, one.names))
    return {code: forms for code, forms in _each_once(withheld).items() if forms}


def _each_once(named: Iterable[tuple[str, Iterable[str]]]) -> dict[str, list[str]]:
    """Names by code, each name once, in their order."""
    found: dict[str, dict[str, None]] = {}
    for code, forms in named:
        found.setdefault(code, {}).update(dict.fromkeys(forms))
    return {code: list(forms) for code, forms in found.items()}


def withheld_places(dossier: Dossier, document: Document, left_out: Collection[Key] = ()) -> dict[str, list[str]]:
    """Slug of each place finer than what is shown, or would be but for what is left out → its name and all its labels, and
    those it was approved with."""
    shown = {reference.place for reference in document.places} | {slug for kind, slug in left_out if kind == "place"}
    public = shown | {link.place for m in dossier.places for link in _from_shown(m.chain, shown)}
    hidden = {link.place for m in dossier.places for link in m.chain} - public
    now = set(current_names("place", hidden).values()) - public
    places = Place.objects.filter(slug__in=hidden | now).prefetch_related("labels")
    return {p.slug: _names_of_place(p) for p in places}


def _names_of_place(place: Place) -> list[str]:
    entered = [*text(place, "name").values(), *(label.text for label in place.labels.all())]
    approved = every_name(canonical.load(place.snapshot, AuthorityCard)) if place.snapshot else ()
    return list(dict.fromkeys([*entered, *approved]))


def _from_shown(chain, shown: set[str]):
    """The part of a chain from the first place that is shown."""
    for n, link in enumerate(chain):
        if link.place in shown:
            return chain[n:]
    return ()


def _words(shown_names) -> set[str]:
    return {token.text.casefold() for name in shown_names for token in tokens.tokenise(name) if len(token.text) > 1}


def _given_names(left: list[str]) -> list[str]:
    """Given names, looked for alone as well: in a narrator's own account a first name says who is meant."""
    firsts = (tokens.tokenise(name)[0].text for name in left if len(tokens.tokenise(name)) > 1)
    return [first for first in firsts if len(first) > 2]


def _less(known: Iterable[str], open_words: set[str]) -> list[str]:
    """The names without the words that are shown; names of which nothing is left fall away."""
    left = []
    for name in known:
        kept = [t.text for t in tokens.tokenise(name) if t.text.casefold() not in open_words]
        left += [" ".join(kept)] if kept else []
    return list(dict.fromkeys(left))
