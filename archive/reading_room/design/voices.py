"""The voice that opens the first page, the player, and what stands around a testimony on its page."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace

from django.conf import settings
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from archive.document.document import Document, File, IndexPoint, Recording, Sitting
from archive.edition.citation import STYLES, Item, styled

from .. import waveform
from ..hero import Hero
from ..interview_page import Choice, InterviewPage, interview_page
from ..transcript import original_of
from . import invented

SOUND = File(role="sound", digest="0" * 64, suffix="m4a", media_type="audio/mp4", size=9_400_000)
FILM = File(role="film", digest="1" * 64, suffix="mp4", media_type="video/mp4", size=94_000_000, width=1280, height=720)
INDEX = (
    IndexPoint(key="a", at_ms=0, title={"en": "The cellar"}, synopsis={"en": "Forty people and one loaf."}),
    IndexPoint(key="b", at_ms=19_000, title={"en": invented.LONG}, warnings=("grief",)),
)
NOTICE = {"en": "At 14:20 the narrator tells how her brother was buried. The passage can be skipped."}
SAID = "Ми ділили хліб на сорок частин, і кожна була рівна"
_OWN = re.compile(r"<audio[^>]*></audio>|<template>(.*?)</template>", re.DOTALL)
TODAY = dt.date(2024, 5, 2)


def of_heroes() -> Iterator[tuple[str, SafeString]]:
    said = (
        ("a sentence that takes a turn", _with(SOUND), SAID, "uk"),
        ("in translation, with a warning and a long title", _with(SOUND, invented.long()), "We shared the bread", "en"),
        ("of somebody withheld, one letter as a title", _with(SOUND, invented.bare()), "Dzieliliśmy chleb", "pl"),
    )
    for label, document, words, language in said:
        yield label, render_to_string("home/hero.html", {"hero": _hero(document, words, language)})
    yield "nothing that can be heard", render_to_string("home/silent.html", {"latest": ["one"]})
    yield "nothing public", render_to_string("home/silent.html", {"latest": []})


def of_players(request: HttpRequest) -> Iterator[tuple[str, SafeString]]:
    player = _part(_with(SOUND), request)
    yield "the browser’s own, where no script runs", player
    yield "ours, not yet played", _ours(player)
    yield "ours, being played while another place is read", _played(_ours(player))
    yield "film", _part(_with(FILM), request)
    yield "no sound yet", _part(_with(), request)
    yield "no sound that is public", _part(_with(None, has_sound=False), request)


def of_interviews(request: HttpRequest) -> Iterator[tuple[str, SafeString]]:
    marked = _with(SOUND, replace(invented.ordinary(), notice=NOTICE))
    yield "with its contents, and what may be done about a notice", _head(marked, request)
    yield "the same, what is marked passed over", _head(marked, request, skips=True)
    long = replace(invented.long(), languages=("uk-ru", "ru", "pl"))
    yield "a long title, six narrators, three languages", _head(long, request)
    yield "one letter, nobody named, no date, no summary", _head(invented.bare(), request)
    tools = {"page": _page(invented.told(), q="хліб")}
    yield "the search inside it, and its translations", render_to_string("interview_detail/tools.html", tools, request)


def of_citations(request: HttpRequest) -> Iterator[tuple[str, SafeString]]:
    forty = replace(_with(SOUND), topics=tuple(card.slug for card in invented.topics(40)), uses=("download", "ai-use"))
    yield "forty topics, the whole testimony, every use agreed to but one", _about(forty, request)
    yield "a passage, a long title and six narrators", _about(_with(SOUND, invented.long()), request, at_ms=19_000)
    described = replace(invented.bare(), kind="news-report", basis="published-source")
    yield "a news report of one letter, nothing named", _about(described, request)
    for code, style in STYLES.items():
        cited = styled(code, _item(invented.ordinary(), None)).html
        yield f"in the style: {style.name}", mark_safe(f'<p class="citation">{cited}</p>')


def _with(file: File | None = None, document: Document | None = None, *, has_sound: bool = True) -> Document:
    """The document, or an ordinary one, with a recording of which this file is ready."""
    recording = Recording(
        key="r",
        starts_ms=0,
        duration_ms=40_000,
        has_sound=has_sound,
        has_film=file is FILM,
        transcripts=(invented.TRANSCRIPT, invented.TRANSLATION),
        index=INDEX,
        files=(file,) if file else (),
    )
    return replace(document or invented.ordinary(), sittings=(Sitting(key="s", recordings=(recording,)),))


def _hero(document: Document, said: str, language: str) -> Hero:
    recording = document.recordings[0]
    narrators = document.narrators or (invented.narrator("a", ""),)
    document = replace(document, speakers=(replace(narrators[0], key="n"), *narrators[1:]))
    passage = original_of(recording.transcripts).segments[1]
    drawn, interview = waveform.drawn(invented.LEVELS), invented.published(document)
    return Hero(interview, document, recording, recording.files[0], said, language, passage, drawn)


def _page(document: Document, **asked) -> InterviewPage:
    cards = {("topic", card.slug): card for card in invented.topics(40)}
    cards["place", "sosnivka"] = invented.place("sosnivka", "Sosnivka", is_invented=True)
    page = interview_page(document, reference="7K2-QX9", cards=cards, choice=Choice(**asked))
    for part in page.parts:
        part.lines = []
        part.waveform = waveform.drawn(invented.LEVELS)
    return page


def _context(document: Document, **asked) -> dict:
    interview = invented.published(document)
    page = _page(document, **asked)
    return {"document": document, "interview": interview, "collection": interview.collection.content, "page": page}


def _part(document: Document, request: HttpRequest) -> SafeString:
    context = _context(document)
    return render_to_string("interview_detail/part.html", context | {"part": context["page"].parts[0]}, request)


def _ours(player: str) -> SafeString:
    """The player as ``player.js`` makes it of the browser's own."""
    return mark_safe(_OWN.sub(lambda found: found[1] or "", player))


def _played(player: str) -> SafeString:
    """The same while it plays: what ``player.js`` changes then."""
    for before, now in (
        ('class="button first" type="button" data-play', 'class="button first is-playing" type="button" data-play'),
        ("data-sign>▶<", "data-sign>❚❚<"),
        ("data-word>Listen<", "data-word>Pause<"),
        ("data-clock>0:00<", "data-clock>0:19<"),
        ('value="0" step="1"', 'value="19" step="1"'),
        (" data-return hidden>", " data-return>"),
    ):
        player = player.replace(before, now)
    return mark_safe(player)


def _head(document: Document, request: HttpRequest, **asked) -> SafeString:
    return render_to_string("interview_detail/head.html", _context(document, **asked), request)


def _about(document: Document, request: HttpRequest, at_ms: int | None = None) -> SafeString:
    cited = styled("archive", _item(document, at_ms))
    more = {"citation": cited, "styles": STYLES.values(), "style": "archive", "today": TODAY}
    return render_to_string("interview_detail/about.html", _context(document, at_ms=at_ms) | more, request)


def _item(document: Document, at_ms: int | None) -> Item:
    card = invented.published(document).collection.content
    return Item.of(
        document,
        reference="7K2-QX9",
        collection=card.name,
        mark=card.demonstration_mark,
        site=settings.HOLOS_SITE_NAME,
        url="https://archive.example/en/interviews/7K2-QX9/",
        at_ms=at_ms,
        accessed=TODAY,
    )
