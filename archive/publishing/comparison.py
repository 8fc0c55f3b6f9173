"""What an approval would change of what the public sees, part by part and language by language."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import NamedTuple

from django.utils.text import capfirst
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from msgspec import UnsetType

from archive.catalogue.models import Claim as ClaimRecord
from archive.catalogue.vocabulary import Language
from archive.document.document import Claim, Document
from archive.document.quoted import quoted
from archive.document.text import LANGUAGES, Text
from archive.edition.words import word
from archive.language import dates, timecodes

TEXTS = {
    "title": gettext_lazy("Title"),
    "abstract": gettext_lazy("Summary"),
    "notice": gettext_lazy("Content notice"),
}
FACTS = {
    "kind": gettext_lazy("Kind"),
    "basis": gettext_lazy("Basis"),
    "collection": gettext_lazy("Collection"),
    "languages": gettext_lazy("Languages"),
    "recorded": gettext_lazy("Recorded"),
    "told": gettext_lazy("Period told about"),
    "warnings": gettext_lazy("Warnings"),
    "places": gettext_lazy("Places"),
    "topics": gettext_lazy("Topics"),
    "events": gettext_lazy("Events"),
    "people": gettext_lazy("Persons"),
    "mentions": gettext_lazy("Persons named in passages"),
    "uses": gettext_lazy("Uses"),
}
ITEMS = {
    "speakers": gettext_lazy("Participant"),
    "papers": gettext_lazy("Document"),
    "sources": gettext_lazy("Source"),
}
UNSPOKEN = {"key", "files", "identity", "source", "pages", "page_texts", "makers"}
"""Fields of an item that are references, which say nothing to a reader, or have parts of their own."""
FIRST_WORDS = 8
"""So many words of a passage tell it from others."""


@dataclass(frozen=True, kw_only=True)
class Change:
    """One part as it is in public now and as it would be. An empty side means that it is not there."""

    part: str
    before: str
    after: str


def changes(before: Document | None, after: Document | None) -> list[Change]:
    """The parts that differ, in the order of the page; items and passages are matched by their keys."""
    old, new = ({p.key: p for p in _parts(document)} if document else {} for document in (before, after))
    found = []
    for key in dict.fromkeys((*new, *old)):
        was, will = old.get(key), new.get(key)
        if (was and was.words or "") != (will and will.words or ""):
            found.append(
                Change(part=(will or was).name, before=was.words if was else "", after=will.words if will else "")
            )
    return found


class _Part(NamedTuple):
    key: str
    name: str
    words: str


def _parts(document: Document) -> Iterator[_Part]:
    for field, name in TEXTS.items():
        yield from _text(field, str(name), getattr(document, field))
    yield _Part("makers", str(TEXTS["abstract"]), _made(document.makers))
    for field, name in FACTS.items():
        yield _Part(field, str(name), _words(getattr(document, field)))
    for field, name in ITEMS.items():
        for number, item in enumerate(getattr(document, field), 1):
            yield from _item(item, f"{name} {number}")
    claim_word = _("Claim")
    for number, claim in enumerate(document.claims, 1):
        yield from _claim(claim, f"{claim_word} {number}", document)
    for number, paper in enumerate(document.papers, 1):
        yield from _paper(paper, f"{ITEMS['papers']} {number}")
    for number, recording in enumerate(document.recordings, 1):
        yield from _recording(recording, number)
    for transcript in document.texts:
        yield from _passages(transcript, "")


def _text(key: str, name: str, content: Text) -> Iterator[_Part]:
    for language in LANGUAGES:
        if content.get(language):
            yield _Part(f"{key}.{language}", f"{name} · {Language(language).label}", content[language])


def _made(makers: dict[str, str] | UnsetType) -> str:
    """How texts were made, language by language, where not by hand."""
    return ", ".join(
        f"{Language(language).label}: {word(maker, 'maker')}" for language, maker in (makers or {}).items()
    )


def _item(item, name: str) -> Iterator[_Part]:
    """The texts of an item one by one, and the rest of it in one line."""
    plain = []
    for field in fields(item):
        value = getattr(item, field.name)
        if field.name in UNSPOKEN:
            continue
        if isinstance(value, dict):
            yield from _text(f"{item.key}.{field.name}", name, value)
        else:
            plain.append(_words(value))
    yield _Part(item.key, name, ", ".join(filter(None, plain)))


def _claim(claim: Claim, name: str, document: Document) -> Iterator[_Part]:
    """Its texts one by one, the rest in words: how it is known, the time it tells of, what it dates; then the passage it
    is made from, and how it stands by whose word."""
    heading = "answers" if claim.answers else "question"
    for field, text in ((heading, claim.question), ("statement", claim.statement), ("attribution", claim.attribution)):
        what = capfirst(str(ClaimRecord._meta.get_field(field).verbose_name))
        yield from _text(f"{claim.key}.{field}", f"{name} · {what}", text)
    told = dates.show(claim.told, get_language() or "uk") if claim.told else ""
    plain = (str(ClaimRecord.Confidence(claim.confidence).label), told, claim.event or "")
    yield _Part(claim.key, name, ", ".join(filter(None, plain)))
    passage, stands = _("Passage"), _("How it stands")
    yield _Part(f"{claim.key}.passage", f"{name} · {passage}", _whence(claim, document))
    if claim.standing:
        judged, day = word(claim.standing.word, "standing"), dates.show(claim.standing.signed, get_language() or "uk")
        by = _("%(judged)s, signed by %(who)s, %(when)s")
        signed = {
            language: by % {"judged": judged, "who": who, "when": day}
            for language, who in claim.standing.signature.items()
        }
        yield from _text(f"{claim.key}.standing", f"{name} · {stands}", signed)


def _whence(claim: Claim, document: Document) -> str:
    """The passage a claim is made from, by its time and its first words."""
    found = quoted(claim.passage, document) if claim.passage else None
    if found is None:
        return ""
    words = " ".join(filter(None, found.versions[0][1].text)).split()
    first = " ".join(words[:FIRST_WORDS]) + ("…" if len(words) > FIRST_WORDS else "")
    at = timecodes.show(found.start_ms) + " " if found.recording else ""
    return f"{at}“{first}”"


def _paper(paper, name: str) -> Iterator[_Part]:
    """What is said of its texts, its pictures with the notes on them, and its sheets."""
    picture_word, note_word, sheet_word = _("Picture"), _("Note"), _("Sheet")
    yield _Part(f"{paper.key}.makers", name, _made(paper.makers))
    for number, page in enumerate(paper.pages, 1):
        picture = f"{name} · {picture_word} {number}"
        yield from _text(f"{page.key}.alternative", picture, page.alternative)
        for place, region in enumerate(page.regions or (), 1):
            yield from _text(region.key, f"{picture} · {note_word} {place}", region.note)
            edges = (region.left, region.top, region.width, region.height)
            where = _("%(left)s %% from the left, %(top)s %% from the top, %(width)s %% wide, %(height)s %% high")
            sizes = dict(zip(("left", "top", "width", "height"), (f"{edge / 100:g}" for edge in edges), strict=True))
            yield _Part(f"{region.key}.place", f"{picture} · {note_word} {place}", where % sizes)
    numbers = paper.sheet_numbers
    for sheet in paper.page_texts or ():
        which = f"{name} · {sheet_word} {numbers[sheet.page]}"
        yield from _text(f"{sheet.page}.transcription", which, sheet.transcription)


def _recording(recording, number: int) -> Iterator[_Part]:
    name, heading = _("Recording"), _("Heading")
    what = _("video") if recording.has_film else _("sound") if recording.has_sound else _("text only")
    silenced = [f"{start / 1000:.1f}–{end / 1000:.1f} s" for start, end in recording.silenced]
    yield _Part(recording.key, f"{name} {number}", "; ".join([what, *silenced]))
    for point in recording.index:
        at = f"{heading} {number} · {timecodes.show(point.at_ms)}"
        yield from _text(f"{point.key}.title", at, point.title)
        yield from _text(f"{point.key}.synopsis", at, point.synopsis)
        yield _Part(f"{point.key}.warnings", at, _words(point.warnings or ()))
    for transcript in recording.transcripts:
        yield from _passages(transcript, f"{number} · ")


def _passages(transcript, recording: str) -> Iterator[_Part]:
    passage = _("Passage")
    for number, segment in enumerate(transcript.segments, 1):
        words = " ".join("▇▇▇" if run is None else run for run in segment.text)
        name = f"{passage} {recording}{Language(transcript.language).label} · {number}"
        yield _Part(f"{transcript.key}.{segment.key}", name, words)


def _words(value) -> str:
    """Plain words for codes, slugs and lists of them."""
    if isinstance(value, (tuple, list)):
        return ", ".join(filter(None, map(_words, value)))
    if hasattr(value, "__dataclass_fields__"):
        return " · ".join(filter(None, (_words(getattr(value, f.name)) for f in fields(value))))
    return str(value) if value and value is not True else ""
