"""Paths and words of the glossary, as lists and pages show them."""

from collections.abc import Callable, Iterator

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from archive.document.guides import PathCard, TermCard

from ..glossary import Entry
from ..paths import PathOutline, Stop, Way
from ..records import Record
from . import invented

WAY = PathCard(
    slug="bread",
    title={"en": "Bread in the spring of 2022"},
    introduction={"en": "Three people tell how bread was found, baked and divided."},
)
LONG_WAY = PathCard(slug="long", title={"en": invented.LONG})
HROMADA = TermCard(
    slug="hromada",
    name={"en": "hromada", "uk": "громада"},
    explanation={
        "en": "The smallest unit of local government in Ukraine: a town or several villages with one council."
    },
)
BARE = TermCard(slug="sylo", name={"uk": "підвал"}, explanation={"uk": "Приміщення під будинком."})


def _stop(number: int, title: str, clock: str = "", *, is_heard: bool = False) -> Stop:
    sentence = {"en": "She bakes in the yard, and says for whom."}
    return Stop(number, sentence, {"en": title}, "#paths", clock, is_heard)


def of_paths(record: Callable[..., Record]) -> Iterator[tuple[str, SafeString]]:
    """``record`` makes a row of a list of an invented document."""
    yield "in a list", _listed(PathOutline(WAY, 3, 4_210_000))
    yield "in a list, a long title and no introduction", _listed(PathOutline(LONG_WAY, 1, 0))
    heard, read = _stop(1, invented.SHORT, "1:02", is_heard=True), _stop(2, invented.LONG)
    yield "a stop to hear, with a warning", _stopped(heard, record(invented.ordinary(), voice=True))
    yield "a stop to read, a long title", _stopped(read, record(invented.long()))
    first, last = _stop(1, invented.SHORT), _stop(3, "The notebook")
    way, beginning = Way(WAY, read, first, last, 3), Way(WAY, first, None, read, 3)
    yield "above a testimony", render_to_string("interview_detail/way.html", {"way": way})
    yield "the way on from its beginning", render_to_string("interview_detail/way_on.html", {"way": beginning})


def of_terms() -> Iterator[tuple[str, SafeString]]:
    yield "with its name in another language", _term(Entry(HROMADA, "hromada", [("uk", "громада")]))
    yield "in no language of the reader", _term(Entry(BARE, "підвал", []))


def _listed(path: PathOutline) -> SafeString:
    return mark_safe(f'<ul class="records paths">{render_to_string("path_list/path.html", {"path": path})}</ul>')


def _stopped(stop: Stop, record: Record) -> SafeString:
    drawn = render_to_string("path_detail/stop.html", {"stop": stop, "record": record})
    return mark_safe(f'<ol class="records stops">{drawn}</ol>')


def _term(entry: Entry) -> SafeString:
    return mark_safe(f'<dl class="glossary">{render_to_string("glossary/entry.html", {"entry": entry})}</dl>')
