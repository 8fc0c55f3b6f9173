"""Papers: seen closely, folded until a reader decides, and only described. The picture is one of the edition's, for no other
has an address; where the edition shows none, the viewer is not here."""

from collections.abc import Iterator
from dataclasses import replace

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from archive.document.document import File, Page, PageText, Paper, Region
from archive.edition.models import PublishedFile
from archive.edition.words import WORDS

from ..interview_page import Choice
from ..paper_page import paper_page
from ..templatetags.reading_room import picture
from . import frame, invented

LETTER = Paper(
    key="letter",
    kind="letter",
    title={"en": "A letter in pencil"},
    dated="2022-06~",
    pages=(Page(key="first"), Page(key="second", alternative={"en": "The back of the sheet, with a stamp"})),
    page_texts=(
        PageText(page="first", transcription={"uk": "Тату, тут тихо. Хліб є.", "en": "Father, it is quiet here."}),
        PageText(page="second", transcription={"uk": "Обіймаю."}),
    ),
    language="uk",
    makers={"en": "machine"},
)
NOTE = {"en": "A word crossed out by another hand"}


def of_papers(request: HttpRequest) -> Iterator[tuple[str, SafeString]]:
    seen = _seen()
    if seen:
        yield "two sheets, a note on the first, no picture of the second", _body(_with(seen), "show", request)
        yield "folded until a reader decides", _body(_with(seen), "", request, "paper_detail/notice.html")
    yield "words alone", _sheets(replace(LETTER, pages=()), first_place=11)
    interview = invented.published(invented.told())
    for absence in ("", *WORDS["absence"]):
        paper = replace(LETTER, pages=(), page_texts=(), absence=absence)
        drawn = render_to_string("components/absence.html", {"paper": paper, "interview": interview})
        yield f"described, not shown: {absence or 'nothing said of why'}", drawn
    said = {"paper": replace(LETTER, pages=()), "interview": interview}
    yield "described, and can be read", render_to_string("components/absence.html", said)
    prepared = {"paper": LETTER, "interview": interview}
    yield "a picture that is being prepared", render_to_string("components/absence.html", prepared)


def of_pictures() -> Iterator[tuple[str, SafeString]]:
    seen = _seen()
    if seen:
        for label, page in (("with words for it", replace(seen, alternative=NOTE)), ("with its title alone", seen)):
            yield label, render_to_string("components/picture.html", picture(page, "A letter in pencil"))
    widths = [
        File(
            role="image-webp",
            digest=digit * 64,
            suffix="webp",
            media_type="image/webp",
            size=1,
            width=width,
            height=width,
        )
        for digit, width in (("2", 640), ("3", 1280))
    ]
    widest = replace(widths[-1], role="image-jpeg", suffix="jpg", media_type="image/jpeg")
    page = Page(key="first", alternative=NOTE, files=(*widths, widest))
    yield "what is written of one in two widths", frame.written("components/picture.html", **picture(page, ""))


def _seen() -> Page | None:
    """The first page of a paper that the edition shows."""
    file = PublishedFile.objects.filter(role__startswith="image-").select_related("interview").first()
    papers = file.interview.content.papers if file else ()
    return next((page for paper in papers for page in paper.pages if page.files), None)


def _with(seen: Page) -> Paper:
    region = Region(key="note", left=1500, top=2000, width=4000, height=900, note=NOTE)
    first, second = LETTER.pages
    return replace(LETTER, pages=(replace(first, files=seen.files, regions=(region,)), second))


def _body(paper: Paper, hard: str, request: HttpRequest, *before: str) -> SafeString:
    """The paper as its page shows it, after these templates."""
    context = _context(paper, hard)
    names = (*before, "paper_detail/body.html")
    return mark_safe("".join(render_to_string(name, context, request) for name in names))


def _sheets(paper: Paper, *, first_place: int) -> SafeString:
    """The sheets alone, numbered among all those of the design page."""
    context = _context(paper, "show")
    places = enumerate(context["page"].parts, first_place)
    sheets = (render_to_string("paper_detail/part.html", context | {"part": part, "place": n}) for n, part in places)
    return mark_safe("".join(sheets))


def _context(paper: Paper, hard: str) -> dict:
    document = invented.told(papers=(paper,), warnings=("grief",))
    page = paper_page(document, paper, choice=Choice.read({"hard": hard}))
    return {"page": page, "paper": paper, "document": document, "interview": invented.published(document)}
