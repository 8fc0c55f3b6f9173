"""What the edition will say of one interview, made from plain data alone: wherever it is made, it is the same."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from archive.document import canonical
from archive.document.document import Document
from archive.document.outline import outline
from archive.document.text import read
from archive.edition.indexing import facet_values, named_values, term_values
from archive.edition.models import PublishedInterview
from archive.edition.peaks import first_levels
from archive.edition.search.index import Indexed, indexed
from archive.edition.search.texts import texts
from archive.language import dates

from .authorities import Cards, approved_cards
from .naming import Key
from .settle import Settled


@dataclass(frozen=True, kw_only=True, slots=True)
class Printed:
    """``columns`` are those of ``PublishedInterview`` that follow from the document, ``facets`` the values it is found
    by with whether they are inherited, ``named`` the cards of what its words name and of all above it, ``naming`` the
    digest of the rules by which that was found."""

    columns: dict
    facets: tuple[tuple[str, str, bool], ...]
    indexed: Indexed
    named: Cards
    naming: str

    def row(self, **fields) -> PublishedInterview:
        """The interview's row with what publishing alone knows."""
        return PublishedInterview(**self.columns, **fields)


def printed(settled: Settled, reference: str, cards: Callable[[set[Key]], Cards] = approved_cards) -> Printed:
    """What is written of a settled document under its reference; ``cards`` gives those of what its words name."""
    made, named = settled.names.leading(lambda names: indexed(texts(settled.document, settled.cards), names), cards)
    values = [
        *facet_values(settled.document, settled.cards),
        *named_values(settled.names.found, named),
        *term_values(settled.names.explained),
    ]
    return Printed(
        columns=columns(settled.document),
        facets=tuple((value.facet, value.value, value.is_inherited) for value in values),
        indexed=made,
        named=named,
        naming=settled.naming,
    )


def columns(document: Document) -> dict:
    dumped = canonical.dump(document)
    return {
        "kind": document.kind,
        "document": dumped,
        "outline": canonical.dump(outline(document, first_levels(document))),
        "digest": canonical.digest(document),
        "duration_ms": document.duration_ms,
        **_titles(document),
        **_bounds("recorded", document.recorded),
        **_bounds("told", document.told),
        **_between("surely", dates.sure(document.told) if document.told else (None, None)),
    }


def _titles(document: Document) -> dict[str, str]:
    return {f"title_{language}": str(read(document.title, language) or "") for language in ("uk", "en", "pl")}


def _bounds(name: str, edtf: str) -> dict[str, dt.date | None]:
    return _between(name, dates.bounds(edtf) if edtf else (None, None))


def _between(name: str, days: tuple[dt.date | None, dt.date | None]) -> dict[str, dt.date | None]:
    earliest, latest = days
    return {f"{name}_earliest": earliest, f"{name}_latest": latest}
