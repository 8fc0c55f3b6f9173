"""What stands around every page, and what stands where a page cannot be shown."""

from collections.abc import Iterator
from copy import copy
from dataclasses import replace

from django.http import HttpRequest
from django.template import Context
from django.template.loader import get_template, render_to_string
from django.template.loader_tags import BlockNode, ExtendsNode
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from ..templatetags.reading_room import site
from ..templatetags.sharing import sharing
from . import invented

ERRORS = {
    "400.html": "not understood",
    "403.html": "not allowed",
    "404.html": "nothing there",
    "not_available/not_available.html": "no longer available",
    "500.html": "our fault",
    "503.html": "closed for a while",
}


def of_headers(request: HttpRequest) -> Iterator[tuple[str, SafeString]]:
    yield "with a search, for this page has none", _header(request)
    yield "on the page of a link, which has a search of its own", _header(_at(request, reverse("map")))
    yield "of a site that shows what it could be", _header(request, is_demonstration=True)
    yield "of a site with a long name", _header(request, name=invented.LONG)
    yield "above an error", _header(None)


def of_footers(request: HttpRequest) -> Iterator[tuple[str, SafeString]]:
    yield "on the page, and on paper with its address", render_to_string("design/footer.html", {}, request)
    yield "below an error", render_to_string("design/footer.html")


def of_errors() -> Iterator[tuple[str, SafeString]]:
    for name, words in ERRORS.items():
        yield words, _main(name)
    yield "where they lead, alone", render_to_string("components/ways_home.html")


def of_reading() -> Iterator[tuple[str, SafeString]]:
    """The panel as a script shows it; without one nobody sees it."""
    shown = render_to_string("components/reading.html").replace(" data-reading hidden>", ">")
    yield "folded", mark_safe(shown)
    opened = shown.replace('<details class="reading"', '<details class="reading" open')
    yield "opened, nothing chosen", mark_safe(opened)
    chosen = opened.replace('value="" checked', 'value=""')
    for value in ("largest", "narrow", "wide"):
        chosen = chosen.replace(f'value="{value}">', f'value="{value}" checked>')
    yield "opened, the largest text in short lines far apart", mark_safe(chosen)


def of_heads(request: HttpRequest) -> Iterator[tuple[str, SafeString]]:
    """What no reader sees, as it is written."""
    yield "for those who share a page", _shared(request)
    yield (
        "for those who share an interview, a long title",
        _shared(request, title=invented.LONG, summary=invented.SUMMARY, reference="7K2-QX9"),
    )
    yield "what applies a reader’s choice of text", written("components/reading_head.html")


def written(template: str, **context) -> SafeString:
    """What a template writes, to be read as it is."""
    return format_html('<pre class="written">{}</pre>', render_to_string(template, context).strip())


def _shared(request: HttpRequest, **known: str) -> SafeString:
    return written("components/sharing.html", **sharing({"request": request}, **known))


def _at(request: HttpRequest, path: str) -> HttpRequest:
    """The same request for another page."""
    there = copy(request)
    there.path = path
    return there


def _header(request: HttpRequest | None, **said) -> SafeString:
    return render_to_string("design/header.html", {"site": replace(site(), **said)}, request)


def _main(name: str) -> SafeString:
    """What a whole page has between its header and its footer."""
    template = get_template(name).template
    extending = next(iter(template.nodelist.get_nodes_by_type(ExtendsNode)))
    main = next(block for block in extending.nodelist.get_nodes_by_type(BlockNode) if block.name == "main")
    context = Context()
    with context.render_context.push_state(template), context.bind_template(template):
        return main.nodelist.render(context)
