"""What every style cites, by the names of the variables of CSL 1.0.2 where it has them, in the language of the reader.

https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from django.utils.translation import get_language, gettext_lazy, pgettext_lazy

from archive.document.document import Paper, Speaker
from archive.document.text import Text, read
from archive.language import dates, timecodes

from ..words import word

RECORDED = (gettext_lazy("recorded %(date)s"), pgettext_lazy("not one day", "recorded %(date)s"))
WRITTEN = (gettext_lazy("written %(date)s"), pgettext_lazy("not one day", "written %(date)s"))
REPORTED = (gettext_lazy("reported %(date)s"), pgettext_lazy("not one day", "reported %(date)s"))
MADE = {"recorded": RECORDED, "written": WRITTEN, "letter": WRITTEN, "news-report": REPORTED}
"""How each kind says when it was made: on one day, and at a time less exact."""


class Cited(Protocol):
    """What is cited of a document, read whole or in part."""

    kind: str
    title: Text
    recorded: str
    narrators: Sequence[Speaker]


@dataclass(frozen=True, kw_only=True, slots=True)
class Item:
    """``author`` are names as their narrators agreed, never turned round or shortened further; ``issued`` is EDTF, ``made``
    says it in a phrase; ``locator`` is a time on the recording; ``note`` says that a collection is invented."""

    author: tuple[str, ...]
    title: str
    genre: str
    number: str
    issued: str
    made: str
    locator: str
    collection: str
    archive: str
    note: str
    url: str
    accessed: dt.date | None = None

    @classmethod
    def of(
        cls,
        document: Cited,
        *,
        reference: str,
        collection: Text,
        mark: Text,
        site: str,
        url: str,
        at_ms: int | None = None,
        accessed: dt.date | None = None,
    ) -> "Item":
        """An interview, or with ``at_ms`` a passage of it."""
        return cls(
            author=tuple(authors(document.kind, narrators(document))),
            title=_text(document.title),
            genre=word(document.kind, "kind"),
            number=reference,
            issued=document.recorded,
            made=made(document.kind, document.recorded) if document.recorded else "",
            locator=timecodes.show(at_ms) if at_ms is not None else "",
            collection=_text(collection),
            archive=site,
            note=_text(mark),
            url=url,
            accessed=accessed,
        )

    @classmethod
    def of_paper(
        cls,
        paper: Paper,
        *,
        reference: str,
        collection: Text,
        mark: Text,
        site: str,
        url: str,
        accessed: dt.date | None = None,
    ) -> "Item":
        """A letter, photograph or other paper, by the reference of the testimony that it belongs to."""
        author = _text(paper.author)
        return cls(
            author=(author,) if author else (),
            title=_text(paper.title),
            genre=word(paper.kind, "paper"),
            number=reference,
            issued=paper.dated,
            made=dates.show(paper.dated, get_language()) if paper.dated else "",
            locator="",
            collection=_text(collection),
            archive=site,
            note=_text(mark),
            url=url,
            accessed=accessed,
        )


def authors(kind: str, narrators: Sequence[str]) -> Sequence[str]:
    """Whose work it is: that of those who tell. A report quotes people, and its description here is the archive's."""
    return () if kind == "news-report" else narrators


def narrators(document: Cited) -> list[str]:
    """Who tells, each in the rendition they agreed to, or by role, in the active language; the same role once, while two
    people of one name are two."""
    named, roles = [], set()
    for speaker in document.narrators:
        name = _text(speaker.name) or word(speaker.role, "role")
        is_role = not speaker.name or speaker.rendition == "role-only"
        if not (is_role and name in roles):
            named.append(name)
        if is_role:
            roles.add(name)
    return named


def made(kind: str, edtf: str) -> str:
    """ "recorded 12 March 2023". A month, a year or a period stands in the nominative, so it has phrases of its own."""
    exact, wide = MADE[kind]
    phrase = exact if is_day(edtf) else wide
    return str(phrase) % {"date": dates.show(edtf, get_language())}


def is_day(edtf: str) -> bool:
    """Whether the date is one day beyond doubt."""
    earliest, latest = dates.bounds(edtf)
    return earliest is not None and earliest == latest and dates.sure(edtf) == (earliest, latest)


def _text(text: Text) -> str:
    reading = read(text, get_language())
    return reading.text if reading else ""
