"""Every part with its states, drawn by the very templates and functions that pages are drawn by."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from archive.document.document import IndexPoint
from archive.edition.facets import Option
from archive.edition.words import word

from .. import drawing, waveform
from ..found import FoundHere
from ..records import Record
from ..transcript import lines, withheld
from ..tree import Branch
from . import accounts, drawings, finding, frame, guides, invented, papers, voices
from .copies import apart, named

PLAIN = ("colours", "type", "buttons", "fields", "notices", "ways")
"""Parts that need nothing but their own small template in ``templates/design``."""


@dataclass(frozen=True, slots=True)
class Specimen:
    """A part with its states: what each shows, and its HTML."""

    name: str
    title: str
    states: list[tuple[str, SafeString]]

    @property
    def pairs(self) -> list[tuple[str, str, SafeString, SafeString]]:
        """What each state shows with the id of that, and its HTML for each of the two grounds."""
        return [self._pair(place, label, html) for place, (label, html) in enumerate(self.states)]

    def _pair(self, place: int, label: str, html: str) -> tuple[str, str, SafeString, SafeString]:
        name = f"{self.name}-{place}"
        html = named(html, f"{self.title}, {label}", name) if label else html
        return name, label, apart(html, f"{name}-paper"), apart(html, f"{name}-night")


def specimens(request: HttpRequest) -> list[Specimen]:
    plain = [Specimen(name, name.capitalize(), [("", _of(f"design/{name}.html"))]) for name in PLAIN]
    return [
        *plain,
        Specimen("headers", "The head of a page", list(frame.of_headers(request))),
        Specimen("footers", "The foot of a page", list(frame.of_footers(request))),
        Specimen("heroes", "The voice that opens the first page", list(voices.of_heroes())),
        Specimen("searches", "The words to look for", list(finding.of_searches())),
        Specimen("filters", "Filters", list(finding.of_filters())),
        Specimen("choosing", "Searching and filtering a map or timeline", list(finding.of_choosing(request))),
        Specimen("rows", "Rows of a list", list(_rows())),
        Specimen("found", "What a search found", list(finding.of_found())),
        Specimen("passages", "A passage that was found", list(finding.of_passages())),
        Specimen("exports", "A list to take along", list(finding.of_exports(request))),
        Specimen("chips", "Choices in force", list(_chips())),
        Specimen("options", "Choices with counts", list(_options())),
        Specimen(
            "histogram",
            "Testimonies in time",
            [("one bar chosen", _of("components/histogram.html", drawn=finding.histogram(), label="Time told about"))],
        ),
        Specimen("map", "Map", list(drawings.of_maps())),
        Specimen("timeline", "Timeline", list(drawings.of_timelines())),
        Specimen("voice", "A voice", list(_voices())),
        Specimen("player", "Player", list(voices.of_players(request))),
        Specimen("interview", "The head of a testimony", list(voices.of_interviews(request))),
        Specimen("reading", "Text size and spacing", list(frame.of_reading())),
        Specimen("transcript", "What was said", list(_transcripts())),
        Specimen("standings", "Claims and how they stand", list(accounts.of_claims())),
        Specimen("accounts-of-a-question", "Accounts of a question", list(accounts.of_questions())),
        Specimen("papers", "Papers", list(papers.of_papers(request))),
        Specimen("pictures", "A picture", list(papers.of_pictures())),
        Specimen("citation", "Naming, citing, using", list(voices.of_citations(request))),
        Specimen("paths", "Paths", list(guides.of_paths(_record))),
        Specimen("glossary", "Words explained", list(guides.of_terms())),
        Specimen("names", "Names and trees", list(_names())),
        Specimen("gathered", "What testimonies tell of together", list(finding.of_gathered())),
        Specimen("variants", "Other names", list(finding.of_variants())),
        Specimen("authority", "Testimonies that tell of it", list(finding.of_authorities(_record))),
        Specimen("small", "Small parts", list(finding.of_small_parts())),
        Specimen("errors", "Where a page cannot be shown", list(frame.of_errors())),
        Specimen("sharing", "What no reader sees", list(frame.of_heads(request))),
    ]


def _of(template: str, **context) -> SafeString:
    return render_to_string(template, context)


def _rows() -> Iterator[tuple[str, SafeString]]:
    said = (finding.passage("1:02", "Ми ділили ", "хліб", " на сорок частин.", "Ukrainian"),)
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
        summary=invented.SUMMARY,
        maker="made by machine and not checked" if voice else "",
        lines=("tells of March to September 2022", "recorded: 4 May 2023", "sound · 1:02:10")
        if voice
        else ("text to read",),
        waveform=waveform.drawn(invented.LEVELS) if voice else None,
        found=found or FoundHere(),
        note="",
    )


def _chips() -> Iterator[tuple[str, SafeString]]:
    yield "two, and a way to take all back", _of("components/chips.html", chips=finding.CHIPS, all="interview-list")
    yield "long words and one letter", _of("components/chips.html", chips=finding.LONG_CHIPS, all="interview-list")


def _options() -> Iterator[tuple[str, SafeString]]:
    yield "a tree, one chosen, one left out", _list("place", finding.PLACES)
    yield "forty, folded behind ten", _list("topic", finding.TOPICS)


def _list(name: str, found: tuple[Option, ...]) -> SafeString:
    drawn = finding.option_list(name, name, found).drawn
    return mark_safe(f'<div class="facet" role="group" aria-label="{name}">{drawn}</div>')


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
