"""Every part with its states, drawn by the very templates and functions that pages are drawn by."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from archive.document.document import IndexPoint
from archive.edition.chips import Chip
from archive.edition.facets import FacetGroup, Option
from archive.edition.histogram import Bar, Histogram
from archive.edition.words import word

from .. import bars, drawing, waveform
from ..found import FoundHere, PassageFound
from ..options import options
from ..records import Record
from ..transcript import lines, withheld
from ..tree import Branch
from . import accounts, guides, invented, papers
from .copies import apart

PLAIN = ("colours", "type", "buttons", "fields", "notices", "ways")
"""Parts that need nothing but their own small template in ``templates/design``."""


@dataclass(frozen=True, slots=True)
class Specimen:
    """A part with its states: what each shows, and its HTML."""

    name: str
    title: str
    states: list[tuple[str, SafeString]]

    @property
    def pairs(self) -> list[tuple[str, SafeString, SafeString]]:
        """What each state shows, and its HTML for each of the two grounds."""
        return [
            (label, *(apart(html, f"{self.name}-{place}-{ground}") for ground in ("paper", "night")))
            for place, (label, html) in enumerate(self.states)
        ]


def specimens(request: HttpRequest) -> list[Specimen]:
    plain = [Specimen(name, name.capitalize(), [("", _of(f"design/{name}.html"))]) for name in PLAIN]
    return [
        *plain,
        Specimen("rows", "Rows of a list", list(_rows())),
        Specimen("chips", "Choices in force", [("two, and a way to take all back", _chips())]),
        Specimen("options", "Choices with counts", list(_options())),
        Specimen("histogram", "Interviews in time", [("one bar chosen", _histogram())]),
        Specimen("voice", "A voice", list(_voices())),
        Specimen("transcript", "What was said", list(_transcripts())),
        Specimen("standings", "Claims and how they stand", list(accounts.of_claims())),
        Specimen("accounts-of-a-question", "Accounts of a question", list(accounts.of_questions())),
        Specimen("papers", "Papers", list(papers.of_papers(request))),
        Specimen("paths", "Paths", list(guides.of_paths(_record))),
        Specimen("glossary", "Words explained", list(guides.of_terms())),
        Specimen("names", "Names and trees", list(_names())),
    ]


def _of(template: str, **context) -> SafeString:
    return render_to_string(template, context)


def _rows() -> Iterator[tuple[str, SafeString]]:
    said = (_passage("1:02", "Ми ділили ", "хліб", " на сорок частин.", "uk", "Ukrainian"),)
    yield "a voice, with a warning", _row(invented.ordinary(), where="Sosnivka (invented place)", voice=True)
    yield "found by a search", _row(invented.ordinary(), found=FoundHere(said, 12, False, "?t=62", (("хліба", "uk"),)))
    yield "a long title, six narrators", _row(invented.long(), where="Izium, Kupiansk", voice=True)
    yield "one letter, no date, nobody named", _row(invented.bare())


def _row(document, **more) -> SafeString:
    return mark_safe(f'<ul class="records">{_of("components/record.html", record=_record(document, **more))}</ul>')


def _record(document, *, where: str = "", voice: bool = False, found: FoundHere | None = None) -> Record:
    return Record(
        interview=invented.published(document),
        url="#rows",
        title=mark_safe(document.title["en"]),
        who=mark_safe(", ".join(speaker.name["en"] for speaker in document.narrators)),
        where=mark_safe(where),
        warnings=", ".join(str(word(warning, "warning")) for warning in document.warnings),
        has_notice=False,
        summary="Forty people and one loaf: how the bread was divided, who kept the list, and who read aloud in the evening.",
        maker="made by machine and not checked" if voice else "",
        lines=("tells of March to September 2022", "recorded: 4 May 2023", "sound · 1:02:10")
        if voice
        else ("text to read",),
        waveform=waveform.drawn(invented.LEVELS) if voice else None,
        found=found or FoundHere(),
        note="",
    )


def _passage(clock: str, before: str, hit: str, after: str, language: str, spoken: str) -> PassageFound:
    said = drawing.marked([(before, False), (hit, True), (after, False)])
    return PassageFound(language, said, clock, "?t=62", spoken, False)


def _chips() -> SafeString:
    chosen = [Chip("place", "Places", "Izium", "en", ""), Chip("topic", "Topics", "Bread and water", "en", "")]
    return _of("components/chips.html", chips=chosen, all="interview-list")


def _options() -> Iterator[tuple[str, SafeString]]:
    places = [
        Option("oblast", "Kharkiv oblast", 120, False),
        Option("izium", "Izium", 80, True, parent="oblast"),
        Option("kupiansk", "Kupiansk", 40, False, parent="oblast", is_excluded=True),
        Option("none", "A place that nothing is left of", 0, False, parent="oblast"),
    ]
    yield "a tree, one chosen, one left out", _list("place", places)
    yield "forty, folded behind ten", _list("topic", [Option(f"t{n}", f"Topic {n}", 90 - n, False) for n in range(40)])


def _list(name: str, found: list[Option]) -> SafeString:
    drawn = options(FacetGroup(name, name, tuple(found), f"not-{name}"), "en")
    return mark_safe(f'<div class="facet" role="group" aria-label="{name}">{drawn}</div>')


def _histogram() -> SafeString:
    counts = (0, 3, 9, 14, 8, 8, 21, 5, 0, 2)
    months = tuple(Bar(f"2022-{place + 1:02}", count, place == 6) for place, count in enumerate(counts))
    drawn = bars.drawn(Histogram("period", "month", months), query="", reader="en")
    return _of("components/histogram.html", drawn=drawn, label="Time told about")


def _voices() -> Iterator[tuple[str, SafeString]]:
    wave, length = waveform.drawn(invented.LEVELS), 600_000
    yield "alone", _of("components/waveform.html", wave=wave)
    here, hits = (waveform.places(times, length) for times in ((90_000, 300_000), (120_000, 410_000, 520_000)))
    yield "with headings and what a search found", _of("components/waveform.html", wave=wave, headings=here, hits=hits)


def _transcripts() -> Iterator[tuple[str, SafeString]]:
    def drawn(translation=None, **more) -> SafeString:
        found = lines("p", invented.TRANSCRIPT, translation, speakers=invented.SPEAKERS, link="?t=", **more)
        return drawing.drawn(found, translation.language if translation else "")

    index = [IndexPoint(key="h", at_ms=19_000, title={"en": "The river"})]
    marked = drawing.marked([("У підвалі школи. Нас було ", False), ("сорок", True), (".", False)])
    yield "question and answer, words withheld, a heading", _lines(drawn(index=index), "")
    yield "a passage being said", _lines(drawn(at_ms=7_000), "")
    yield "words found", _lines(drawn(mark=lambda key, words, language: marked if "сорок" in words else None), "")
    yield "a translation beside it", _lines(drawn(invented.TRANSLATION), " has-translation")
    yield "withheld", withheld()


def _lines(drawn: SafeString, beside: str) -> SafeString:
    return mark_safe(f'<div class="lines{beside}" lang="uk">{drawn}</div>')


def _names() -> Iterator[tuple[str, SafeString]]:
    topics = invented.topics(40)
    yield "forty topics of one interview", _of("design/names.html", cards=topics)
    oblast, town = invented.place("kharkiv", "Kharkiv oblast"), invented.place("sosnivka", "Sosnivka", is_invented=True)
    tree = [Branch(oblast, 120, [Branch(town, 1, [])])]
    yield "a tree", _of("design/tree.html", branches=tree)
    yield "what a place is part of", _of("components/trail.html", trail=[oblast, town], facet="place")
