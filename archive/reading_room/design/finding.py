"""Searching, filtering, and what was found: the parts of lists, with invented choices and counts."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from types import SimpleNamespace

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from archive.document.authority import AuthorityCard
from archive.edition.chips import Chip
from archive.edition.facets import FacetGroup, Option
from archive.edition.histogram import Bar, Histogram
from archive.edition.labels import Label

from .. import bars, drawing
from ..choices import EXAMPLES, PeriodChoice
from ..found import FoundHere, PassageFound
from ..gathered import Gathered, Value
from ..options import OptionList, options
from ..paths import PathOutline
from ..records import Record
from . import guides, invented
from .accounts import CLAIMS

NOTICES = (
    "“the thirty-first of June” could not be read as a date and is left out.",
    "“Atlantis” is not known here and is left out.",
)
PLACES = (
    Option("oblast", "Kharkiv oblast", 120, False),
    Option("izium", "Izium", 80, True, parent="oblast"),
    Option("kupiansk", "Kupiansk", 40, False, parent="oblast", is_excluded=True),
    Option("none", "A place that nothing is left of", 0, False, parent="oblast"),
)
TOPICS = tuple(Option(f"t{n}", f"Topic {n}", 90 - n, False) for n in range(40))
LONG_ONE = (Option("long", invented.LONG, 1, True),)
CHIPS = (
    Chip("place", "Places", "Izium", "en", ""),
    Chip("topic", "Topics", "Bread and water", "en", ""),
)
LONG_CHIPS = (*CHIPS, Chip("q", "Words", invented.LONG, "", ""), Chip("place", "Places", "Б", "uk", ""))
MONTHS = (0, 3, 9, 14, 8, 8, 21, 5, 0, 2)


EDITION = SimpleNamespace(everything=(1,))
"""One in which something is public."""


@dataclass(frozen=True)
class Chosen:
    """What a form needs to know of an invented choice."""

    written: dict = field(default_factory=dict)
    chosen: dict = field(default_factory=dict)
    notices: tuple[str, ...] = ()
    current = EDITION


NOTHING = Chosen()
SOMETHING = Chosen({"q": "хліб", "order": "title"}, {"place": ["izium"]})


def option_list(name: str, label: str, found: tuple[Option, ...], *, is_open: bool = False) -> OptionList:
    group = FacetGroup(name, label, found, f"not-{name}")
    return OptionList(group, options(group, "en"), is_open)


def histogram() -> bars.Drawn:
    months = tuple(Bar(f"2022-{place + 1:02}", count, place == 6) for place, count in enumerate(MONTHS))
    return bars.drawn(Histogram("period", "month", months), query="", reader="en")


def of_searches() -> Iterator[tuple[str, SafeString]]:
    for label, words in (("empty", ""), ("filled in", "хліб у підвалі школи"), ("long", invented.LONG)):
        yield label, _of("components/search.html", filter=Chosen({"q": words}))


def of_filters() -> Iterator[tuple[str, SafeString]]:
    folded = _form(_of("components/filters.html", **_choices(NOTHING)))
    yield "folded", folded
    yield "unfolded, nothing chosen", _unfolded(folded)
    yield (
        "unfolded, a tree, forty, and a long name, some chosen",
        _unfolded(_form(_of("components/filters.html", **_choices(SOMETHING, is_used=True)))),
    )
    yield (
        "unfolded on the timeline, which draws the time itself",
        _unfolded(_form(_of("components/filters.html", **_choices(NOTHING, is_drawn=False), is_timeline=True))),
    )


def of_choosing(request: HttpRequest) -> Iterator[tuple[str, SafeString]]:
    yield "nothing chosen", _choosing(request, NOTHING, ())
    yield "chosen", _choosing(request, SOMETHING, CHIPS)
    yield "long, and not all could be read", _choosing(request, replace(SOMETHING, notices=NOTICES), LONG_CHIPS)


def of_exports(request: HttpRequest) -> Iterator[tuple[str, SafeString]]:
    for label, count in (("of nothing", 0), ("of some", 12), ("of more than a file holds", 12_000)):
        yield label, render_to_string("components/export.html", {"count": count}, request)


def of_found() -> Iterator[tuple[str, SafeString]]:
    said = (
        passage("1:02", "Ми ділили ", "хліб", " на сорок частин."),
        passage("", "Тату, тут тихо. ", "Хліб", " є."),
        PassageFound("en", drawing.marked([("Khliborob", True)]), "", "", "", True),
        passage("1:02:10", "А воду носили з річки, " * 9, "хліб", "."),
    )
    for label, found in (
        ("one", FoundHere(said[:1], 1, False, "?t=62")),
        ("with a time, to read, a name, long; more than is counted", FoundHere(said, 60, True, "?t=62")),
        ("found as other words", FoundHere(said[:2], 12, False, "?t=62", (("хліба", "uk"), ("bread", "en")))),
    ):
        yield label, _of("components/found.html", found=found, url="#found", query="хліб")
    shown = _of("components/found.html", found=FoundHere(said, 60, True), url="#found", query="хліб", shows_all=True)
    yield "where every passage stands", shown


def of_passages() -> Iterator[tuple[str, SafeString]]:
    for label, said in (
        ("with its time, in another language", passage("1:02", "Ми ділили ", "хліб", ".", "Ukrainian")),
        ("to read", passage("", "Ми ділили ", "хліб", ".")),
    ):
        drawn = _of("components/passage.html", passage=said, url="#passages")
        yield label, mark_safe(f'<ul class="passages">{drawn}</ul>')


def passage(clock: str, before: str, hit: str, after: str, spoken: str = "") -> PassageFound:
    said = drawing.marked([(before, False), (hit, True), (after, False)])
    return PassageFound("uk", said, clock, "?t=62", spoken, False)


def of_authorities(record: Callable[..., Record]) -> Iterator[tuple[str, SafeString]]:
    """What the page of an authority says below its head. ``record`` makes a row of a list of an invented document."""
    one, long = record(invented.ordinary(), voice=True), record(invented.long())
    for label, facet, records, count, named in (
        ("one of a person", "person", [one], 1, 0),
        ("many of a place, some that name it", "place", [one, long], 40, 7),
        ("named only", "place", [], 0, 3),
        ("a collection with nothing in it", "collection", [], 0, 0),
    ):
        context = {"records": records, "count": count, "named": named, "facet": facet, "slug": "sosnivka"}
        yield label, _of("components/authority_records.html", query="Sosnivka", **context)


def of_gathered() -> Iterator[tuple[str, SafeString]]:
    """What testimonies tell of together, of a collection with much and of a person with little."""
    values = [Value(f"town-{n}", Label(f"Town {n}", "en"), n) for n in range(8, 0, -1)]
    kinds, languages = (
        [Value("recorded", Label("recorded interview", "en"), 9)],
        [Value("uk", Label("Ukrainian", "en"), 9)],
    )
    much = Gathered("collection=demo", "March 2022 – June 2024", histogram(), kinds, languages, values, values)
    yield "a collection", _of("components/gathered.html", gathered=much, facet="collection", slug="demo")
    little = Gathered("", "March 2022", None, [], [], values[-1:], [])
    yield (
        "a person who is only named",
        _of("components/gathered.html", gathered=little, facet="person", slug="somebody"),
    )


def of_variants() -> Iterator[tuple[str, SafeString]]:
    variants = {"uk": ("Ізюм", "Изюм"), "ru": ("Изюм",), "pl": ("Izium",), "en": ("Izyum",)}
    known = AuthorityCard(
        kind="place", slug="izium", name={"en": "Izium"}, variants=variants, scope_note={"en": invented.LONG}
    )
    drawn = _of("components/variants.html", card=known, identifiers={"katottg": "UA63040090010029555"})
    yield "a note, names in four languages, an identifier", drawn
    one = AuthorityCard(kind="topic", slug="bread", name={"en": "Bread"}, variants={"uk": ("Б",)})
    yield "one name of one letter", _of("components/variants.html", card=one)


def of_small_parts() -> Iterator[tuple[str, SafeString]]:
    for claim in CLAIMS:
        words = f"signed: {claim.standing.word}" if claim.standing else "signed by nobody"
        yield f"how a claim is known, {words}", mark_safe(f"<p>{_of('components/known.html', claim=claim)}</p>")
    for label, count, length in (("one stop to read", 1, 0), ("many, to hear", 12, 4_210_000)):
        yield label, _of("components/path_length.html", path=PathOutline(guides.WAY, count, length))
    fold = _of("components/fold.html", folded="The words are folded. Open them here.", open="Fold the words again.")
    for label, is_open in (("a fold", ""), ("a fold that was opened", " open")):
        yield label, mark_safe(f'<details class="hard"{is_open}>{fold}<p>What was folded.</p></details>')


def _of(template: str, **context) -> SafeString:
    return render_to_string(template, context)


def _choices(filter: Chosen, *, is_used: bool = False, is_drawn: bool = True) -> dict:
    """What the controls are drawn from, as ``archive/reading_room/choices.py`` gives it."""
    lists = [option_list("place", "Place", PLACES, is_open=True), option_list("topic", "Topic", TOPICS)]
    lists += [option_list("collection", "Collection", LONG_ONE, is_open=True)] if is_used else []
    written = {"period": "the spring of 2022"} if is_used else {}
    periods = [
        PeriodChoice(name, label, written.get(name, ""), EXAMPLES[name], histogram() if is_drawn else None)
        for name, label in (("period", "Told about"), ("recorded", "Recorded"))
    ]
    return {"filter": filter, "lists": lists, "periods": periods, "unoffered": [("dates", "bridge")] if is_used else []}


def _choosing(request: HttpRequest, filter: Chosen, chips: tuple[Chip, ...]) -> SafeString:
    context = _choices(filter, is_used=bool(filter.chosen)) | {"chips": chips, "all": "map"}
    return render_to_string("components/choosing.html", context, request)


def _form(controls: str) -> SafeString:
    return mark_safe(f'<form class="stack">{controls}</form>')


def _unfolded(form: str) -> SafeString:
    return mark_safe(form.replace('<details class="filters">', '<details class="filters" open>'))
