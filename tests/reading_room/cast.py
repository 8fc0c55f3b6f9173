"""What the public pages are tried on: a recorded interview with everything, a letter, two reports that differ."""

import hashlib
import json
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from django.conf import settings
from PIL import Image

from archive.document.authority import AuthorityCard
from archive.document.document import (
    Claim,
    Document,
    File,
    IndexPoint,
    Page,
    PageText,
    Paper,
    PlaceReference,
    Recording,
    Region,
    Relation,
    Segment,
    Sitting,
    Source,
    Speaker,
    Standing,
    Transcript,
)
from archive.edition.models import PublishedFile, PublishedInterview
from tests.edition.factory import cards, publish_document

NOTEBOOK, LETTER, BROADCAST, AGENCY = "7K2-QX9", "3MT-4RD", "9PW-C6F", "2HV-8NA"

CARDS = cards(
    AuthorityCard(
        kind="place", slug="kharkiv-oblast", name={"uk": "Харківська область", "en": "Kharkiv oblast"}, level="oblast"
    ),
    AuthorityCard(
        kind="place",
        slug="izium-raion",
        name={"uk": "Ізюмський район", "en": "Izium raion"},
        variants={"en": ("Izyum district",)},
        parent="kharkiv-oblast",
        level="raion",
    ),
    AuthorityCard(
        kind="place",
        slug="verbivka",
        name={"uk": "Вербівка"},
        parent="izium-raion",
        level="settlement",
        is_invented=True,
    ),
    AuthorityCard(kind="topic", slug="daily-life", name={"uk": "Побут", "en": "Daily life"}),
    AuthorityCard(kind="topic", slug="bread", name={"uk": "Хліб", "en": "Bread"}, parent="daily-life"),
    AuthorityCard(kind="person", slug="president", name={"uk": "Президент", "en": "The president"}),
    AuthorityCard(
        kind="event",
        slug="occupation",
        name={"uk": "Окупація", "en": "Occupation"},
        happened="2022-03/2022-09",
        attribution={"en": "The reports differ about its beginning."},
        place="izium-raion",
    ),
    AuthorityCard(
        kind="question",
        slug="how-long",
        name={"en": "How long did the occupation last?", "uk": "Скільки тривала окупація?"},
        introduction={"en": "The reports count from different days."},
        event="occupation",
    ),
)

SPEAKERS = (
    Speaker(key="olena", role="narrator", rendition="pseudonym", name={"uk": "Олена К.", "en": "Olena K."}),
    Speaker(key="asks", role="interviewer", rendition="withheld"),
)
SAID = (
    ("asks", ("Де ви жили?",)),
    ("olena", ("Ми перейшли в підвал разом із сусідами.",)),
    ("olena", ("Мама пекла хліб у дворі.",)),
    ("olena", (None,)),
    ("olena", ("Тоді ", None, " і вийшли.")),
)
IN_ENGLISH = ("Where did you live?", "We moved into the cellar with the neighbours.", "Mother baked bread in the yard.")


def file(content: bytes, role: str, suffix: str, media_type: str, **fields) -> File:
    """A public file that lies where files lie."""
    digest = hashlib.sha256(content).hexdigest()
    path = Path(settings.HOLOS_PUBLIC_ROOT) / digest[:2] / f"{digest}.{suffix}"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return File(role=role, digest=digest, suffix=suffix, media_type=media_type, size=len(content), **fields)


def sound(duration_ms: int = 25_000) -> tuple[File, File]:
    peaks = json.dumps({"v": 1, "ms": duration_ms, "peaks": [n * 7 % 256 for n in range(600)]}).encode()
    return (
        file(b"not sound, but as long as a page of it" * 99, "sound", "m4a", "audio/mp4", duration_ms=duration_ms),
        file(peaks, "peaks", "json", "application/json"),
    )


def transcript(texts, language="uk", kind="verbatim", key="uk-text") -> Transcript:
    """Passages of five seconds each, with the keys ``p0``, ``p1`` …; each a speaker and its runs."""
    segments = tuple(
        Segment(key=f"p{n}", start_ms=n * 5000, end_ms=n * 5000 + 4800, speaker=speaker, text=runs)
        for n, (speaker, runs) in enumerate(texts)
    )
    return Transcript(key=key, language=language, kind=kind, maker="hand", segments=segments)


def picture(width: int, height: int = 0, role: str = "image-480-jpeg") -> File:
    """A grey picture, by default upright."""
    height, drawn = height or width * 4 // 3, BytesIO()
    Image.new("L", (width, height), 200).save(drawn, "JPEG", comment=f"{role} {width}")
    return file(drawn.getvalue(), role, "jpg", "image/jpeg", width=width, height=height)


def pencil_letter(**fields) -> Paper:
    """A letter of two sheets, transcribed, in part translated by a machine, with a note on the first picture."""
    region = Region(key="crossed", left=1250, top=5000, width=2500, height=1000, note={"en": "A word crossed out"})
    told = {
        "key": "letter",
        "kind": "letter",
        "title": {"en": "A letter"},
        "dated": "2022-06~",
        "pages": (
            Page(key="p", alternative={"en": "Pencil"}, files=(picture(480),), regions=(region,)),
            Page(key="p2", files=(picture(480, 320),)),
        ),
        "page_texts": (
            PageText(page="p", transcription={"uk": "Тату, тут тихо.", "en": "Father, it is quiet here."}),
            PageText(page="p2", transcription={"uk": "Обіймаю."}),
        ),
        "language": "uk",
        "makers": {"en": "machine"},
        "holder": {"en": "Her daughter"},
        "licence": "cc-by",
    }
    return Paper(**told | fields)


def notebook(**fields) -> Document:
    """A recorded interview: pseudonym, translation, contents, withheld words, a letter shown and a photograph described."""
    english = transcript([("olena", (text,)) for text in IN_ENGLISH], "en", "translation", "en-text")
    recording = Recording(
        key="rec",
        starts_ms=0,
        duration_ms=25_000,
        has_sound=True,
        has_film=False,
        transcripts=(transcript(SAID), english),
        index=(IndexPoint(key="i1", at_ms=5000, title={"uk": "У підвалі", "en": "In the cellar"}, topics=("bread",)),),
        files=sound(),
    )
    papers = (
        pencil_letter(),
        Paper(key="photo", kind="photograph", title={"en": "A yard"}, custody={"en": "With a relative"}),
    )
    told = {
        "kind": "recorded",
        "basis": "agreement",
        "collection": "demonstration",
        "title": {"uk": "Зошит", "en": "The notebook"},
        "languages": ("uk",),
        "recorded": "2023-03-12",
        "told": "2022-03/2022-09",
        "notice": {"en": "From 0:15 on she speaks of a neighbour."},
        "warnings": ("shelling",),
        "speakers": SPEAKERS,
        "places": (
            PlaceReference(place="verbivka", relation="about"),
            PlaceReference(place="izium-raion", relation="recorded-at", is_area=True),
        ),
        "topics": ("bread",),
        "events": ("occupation",),
        "sittings": (Sitting(key="sitting", held="2023-03-12", recordings=(recording,)),),
        "papers": papers,
    }
    return Document(**told | fields)


def letter(**fields) -> Document:
    """A written testimony that has a title and words in Ukrainian only."""
    written = Transcript(
        key="words",
        language="uk",
        kind="edited",
        maker="hand",
        segments=(Segment(key="p0", start_ms=0, end_ms=0, speaker="olena", text=("Міст уже не стояв.",)),),
    )
    told = {
        "kind": "written",
        "basis": "agreement",
        "collection": "demonstration",
        "title": {"uk": "Лист без адреси"},
        "languages": ("uk",),
        "speakers": SPEAKERS[:1],
        "texts": (written,),
    }
    return Document(**told | fields)


def report(key: str, statement: str, relations=(), **fields) -> Document:
    """A news report with one claim on how long the occupation lasted."""
    claim = Claim(
        key=key,
        question={"en": "How long did the occupation last?"},
        statement={"en": statement},
        attribution={"en": "The report"},
        confidence="reported",
        source="source",
        relations=tuple(Relation(kind=kind, claim=other) for kind, other in relations),
    )
    told = {
        "kind": "news-report",
        "basis": "published-source",
        "collection": "reports",
        "title": {"en": f"Report {key}"},
        "languages": ("en",),
        "people": ("president",),
        "claims": (claim,),
        "sources": (Source(key="source", type="webpage", title="A report", url="https://example.org/report"),),
    }
    return Document(**told | fields)


def publish(document: Document, reference: str, **fields) -> PublishedInterview:
    """The document in force with the cards of the cast and a row for each of its files."""
    interview = publish_document(document, reference=reference, authorities=CARDS, **fields)
    parts = [(recording.key, recording.files) for recording in document.recordings]
    parts += [(page.key, page.files) for paper in document.papers for page in paper.pages]
    for part, files in parts:
        for f in files:
            PublishedFile.everything.create(
                interview=interview,
                part=part,
                role=f.role,
                digest=f.digest,
                suffix=f.suffix,
                media_type=f.media_type,
                size=f.size,
            )
    return interview


def answering(key: str, statement: str, relations=(), *, events=("occupation",), **claim) -> Document:
    """A news report whose claim answers the question how long the occupation lasted."""
    told = report(key, statement, relations, events=events)
    return replace(told, claims=tuple(replace(c, answers="how-long", **claim) for c in told.claims))


def publish_all() -> None:
    publish(notebook(), NOTEBOOK)
    publish(letter(), LETTER)
    signed = Standing(word="disputed", signature={"en": "the archivist"}, signed="2024-05-01")
    told = {"told": "2022-02~/2022-09", "standing": signed}
    publish(answering("seven", "Seven months.", [("contradicts", "six")], events=(), **told), BROADCAST)
    publish(answering("six", "Nearly six months.", events=()), AGENCY)
