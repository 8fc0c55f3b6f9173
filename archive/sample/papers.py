"""Letters, photographs, sources and claims of the sample."""

import datetime as dt

from archive import publishing
from archive.catalogue.models import Claim, ClaimRelation, Document, DocumentPage, DocumentRegion, Source

from . import files
from .authorities import Authorities
from .interviews import Entered, kept
from .reading import columns

PAPER = ("title", "description", "author", "recipient", "transcription", "custody", "holder", "rights")
CODES = ("language", "by_machine", "machine_checked", "licence", "absence")
EDGES = ("left", "top", "width", "height")


def enter_sources(entered: Entered) -> None:
    """Enter the publications that an interview refers to, by their keys."""
    entered.sources |= {content["key"]: _source(entered, content) for content in entered.content.get("sources", ())}


def enter_documents(entered: Entered, *, by) -> None:
    """Describe the papers of an interview and keep the pictures of their pages."""
    for position, content in enumerate(entered.content["documents"]):
        document = Document.objects.create(
            interview=entered.interview,
            position=position,
            kind=content["kind"],
            dated=content["dated"],
            source=entered.sources.get(content.get("source")),
            **{name: content[name] for name in CODES if name in content},
            **columns(content, *PAPER),
        )
        for page in content["pages"]:
            _page(document, page, by=by)


def _page(document: Document, content: dict, *, by) -> None:
    page = DocumentPage.objects.create(
        document=document,
        number=content["number"],
        master=kept(content["file"], by=by),
        **columns(content, "alternative", "transcription"),
    )
    for number, region in enumerate(content.get("regions", ()), 1):
        edges = {name: region[name] for name in EDGES}
        DocumentRegion.objects.create(page=page, number=number, **edges, **columns(region, "note"))


def enter_claims(entered: Entered, known: Authorities, *, by, today: dt.date) -> dict[str, Claim]:
    """Enter what a report claims, and sign how the claims stand; the claims by their keys."""
    signature, claims = files.read("signature"), {}
    for position, content in enumerate(entered.content.get("claims", ())):
        claim = claims[content["key"]] = Claim.objects.create(
            interview=entered.interview,
            source=entered.sources[content["source"]],
            position=position,
            confidence=content["confidence"],
            answers=known.questions[content["question"]] if content["question"] else None,
            told=content.get("told", ""),
            event=known.events[content["dates"]] if "dates" in content else None,
            private_note=content.get("private_note", ""),
            **columns(content, "statement", "attribution"),
        )
        if "standing" in content:
            publishing.sign_claim(claim, by=by, standing=content["standing"], signature=signature, on=today)
    return claims


def relate_claims(entered: Entered, claims: dict[str, Claim]) -> None:
    """Say which claims agree and which differ, within a report and between reports."""
    for content in entered.content.get("claims", ()):
        for relation in content.get("relations", ()):
            other = claims[relation["claim"]]
            ClaimRelation.objects.create(claim=claims[content["key"]], other=other, kind=relation["kind"])


def _source(entered: Entered, content: dict) -> Source:
    plain = ("type", "title", "author", "publisher", "issued", "url", "private_note")
    return Source.objects.create(
        interview=entered.interview, **{name: content[name] for name in plain}, **columns(content, "note")
    )
