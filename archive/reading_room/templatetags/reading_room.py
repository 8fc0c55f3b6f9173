"""What the templates of the reading room need: texts in the reader's language, dates, lengths, waveforms."""

from dataclasses import dataclass

from django import template
from django.conf import settings
from django.urls import reverse, translate_url
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import get_language, get_language_info, override

from archive.document.document import Claim, Document, File, Page, Paper
from archive.document.text import Text, read
from archive.edition import words
from archive.language import dates, sizes, timecodes

from .. import suggestions
from ..paper_page import largest
from ..shown import shown
from ..telling import telling

register = template.Library()
register.filter("shown", shown)
register.filter("size", sizes.show)


IN_RUSSIAN = {"consent-russian": "consent", "safety-russian": "safety"}
"""Pages in Russian, which is no language of the interface, and the same in those that are."""


@dataclass(frozen=True)
class Site:
    """What the site says of itself, the same on every page."""

    name: str
    publisher: str
    contact: str
    quick_exit: str
    is_demonstration: bool


@register.simple_tag
def site() -> Site:
    return Site(
        settings.HOLOS_SITE_NAME,
        settings.HOLOS_PUBLISHER,
        settings.HOLOS_CONTACT_EMAIL,
        settings.HOLOS_QUICK_EXIT_URL,
        settings.HOLOS_DEMONSTRATION,
    )


@dataclass(frozen=True)
class LanguageLink:
    code: str
    name: str
    url: str
    is_current: bool


@register.simple_tag(takes_context=True)
def language_links(context) -> list[LanguageLink]:
    """This page in each interface language with all that was chosen on it; error pages lead to the home pages."""
    links = []
    for code, _ in settings.LANGUAGES:
        url = f"/{code}/" if is_error(context) else _in_language(context, code)
        is_current = code == get_language() and _route(context) not in IN_RUSSIAN
        links.append(LanguageLink(code, get_language_info(code)["name_local"], url, is_current))
    return links


def _in_language(context, code: str) -> str:
    name = IN_RUSSIAN.get(_route(context))
    if name is None:
        return translate_url(context["request"].get_full_path(), code)
    with override(code):
        return reverse(name)


@register.simple_tag(takes_context=True)
def russian_address(context) -> str:
    """Where this page stands in Russian, empty if it does not."""
    return next((reverse(russian) for russian, name in IN_RUSSIAN.items() if _route(context) in (russian, name)), "")


def _route(context) -> str:
    """The name of the page's address, empty for an error and while the archive is closed."""
    match = None if is_error(context) else context["request"].resolver_match
    return match.url_name if match else ""


@register.simple_tag(takes_context=True)
def is_error(context) -> bool:
    """Whether Django draws an error page: it gives those an exception, or no request at all."""
    return "request" not in context or "exception" in context


@register.simple_tag
def suggesting() -> SafeString:
    """The attributes of a search box that offers names and words as one types."""
    return suggestions.attributes()


@register.filter
def plain(text) -> str:
    """A text for the reader where no markup can stand."""
    reading = read(text, get_language()) if text else None
    return reading.text if reading else ""


@register.filter
def text_language(text) -> str:
    """The language that ``plain`` gives this text in, empty if there is none."""
    reading = read(text, get_language()) if text else None
    return reading.language if reading else ""


@register.filter
def maker(made: Document | Paper, text: Text) -> str:
    """How a text of this was made in the language the reader sees it in, empty if by hand."""
    found = (made.makers or {}).get(text_language(text))
    return words.word(found, "maker") if found else ""


@register.filter
def day(edtf: str) -> str:
    """An EDTF date in words."""
    return dates.show(edtf, get_language()) if edtf else ""


@register.filter
def tells_of(edtf: str) -> str:
    """Of which time something tells, as a sentence that stands alone."""
    return capfirst(telling(edtf, get_language())) if edtf else ""


@register.filter
def clock(ms) -> str:
    """Milliseconds as a time on a recording, “1:02:03”."""
    return timecodes.show(int(ms)) if ms is not None else ""


@register.filter
def word(value: str, subject: str) -> str:
    return words.word(value, subject)


@register.filter
def known(claim: Claim) -> str:
    """How a claim came to be known, in words; a judgement that nobody signed is not repeated."""
    return words.word(claim.confidence, "known") if claim.confidence in words.WORDS["known"] else ""


@register.filter
def seconds(ms) -> int:
    return int(ms or 0) // 1000


@register.filter
def is_uncertain(edtf: str) -> bool:
    """Whether an EDTF date says of itself that it is uncertain, approximate or open."""
    return ".." in edtf or not set("?~%X").isdisjoint(edtf)


WIDTHS = {
    "beside": "(min-width: 62rem) 24rem, 100vw",
    "large": "(min-width: 84rem) 46rem, (min-width: 62rem) 56vw, 100vw",
}
"""How wide a picture stands on a page, as the ``sizes`` of HTML."""


@register.inclusion_tag("components/picture.html")
def picture(page: Page, name: str, place: str = "beside", is_first: bool = False) -> dict:
    """A picture in the widths there are; the browser takes the one it needs. ``name`` is read aloud where nobody wrote what is
    to be seen; the one that ``is_first`` on a page is loaded at once."""
    by_form = {form: _by_width(page, f"image/{form}") for form in ("webp", "jpeg")}
    return {
        "page": page,
        "name": name,
        "webp": by_form["webp"],
        "jpeg": by_form["jpeg"],
        "file": largest(page),
        "sizes": WIDTHS[place],
        "is_first": is_first,
    }


def _by_width(page: Page, media_type: str) -> list[File]:
    """The files of this type by width, each width once: none is wider than its master."""
    files = {file.width: file for file in page.files if file.media_type == media_type}
    return [files[width] for width in sorted(files, key=lambda width: width or 0)]
