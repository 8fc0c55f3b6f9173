"""One letter, photograph or other paper as a page: its sheets, each with its picture, its words and the notes on it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import count

from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from archive.document.document import Document, File, Page, Paper, Region, Source
from archive.document.text import Text, read
from archive.edition.licences import LICENCES, Licence

from .interview_page import Choice
from .marking import Marking


@dataclass(frozen=True, slots=True)
class Words:
    """A text in one language as safe HTML; ``maker`` is the code of how it was made."""

    language: str
    html: SafeString
    is_translation: bool
    maker: str


@dataclass(frozen=True, slots=True)
class Note:
    """A note on a part of a picture, numbered on it; lengths are pixels of its largest file."""

    number: int
    region: Region
    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Picture:
    """``file`` is the largest that may be seen."""

    page: Page
    file: File
    notes: tuple[Note, ...]

    @property
    def mark(self) -> int:
        """The radius of the number on an outline: large enough to be read on a telephone."""
        return max(12, (self.file.width or 0) // 34)


@dataclass(frozen=True, slots=True)
class Part:
    """Pictures with the words that stand beside them; ``number`` is that of the sheet, 0 where there is nothing to tell
    apart. ``described`` are pictures that nobody sees here, in words; ``before`` and ``after`` the keys of the sheets
    beside it, empty at the ends."""

    pictures: tuple[Picture, ...]
    words: tuple[Words, ...]
    described: tuple[Text, ...] = ()
    key: str = ""
    number: int = 0
    before: str = ""
    after: str = ""

    @property
    def notes(self) -> tuple[Note, ...]:
        return tuple(note for picture in self.pictures for note in picture.notes)

    @property
    def has_text(self) -> bool:
        return bool(self.words or self.notes)


@dataclass(frozen=True, slots=True)
class PaperPage:
    """``sheets`` is how many the paper has, 0 where that is not known. ``is_folded`` says that a reader has yet to decide
    whether to see it."""

    paper: Paper
    parts: tuple[Part, ...]
    sheets: int
    translations: tuple[str, ...]
    translation: str
    source: Source | None
    licence: Licence | None
    is_folded: bool


def paper_page(document: Document, paper: Paper, *, choice: Choice, marking: Marking | None = None) -> PaperPage:
    """All that the page's template reads; ``choice`` gives the translation, ``marking`` what was searched for."""
    offered, translation = _translations(paper, choice)

    def words(text: Text) -> tuple[Words, ...]:
        return tuple(_words(paper, text, translation, marking))

    parts = tuple(_linked(_parts(paper, words)))
    return PaperPage(
        paper=paper,
        parts=parts,
        sheets=len(paper.pages),
        translations=offered,
        translation=translation,
        source=next((source for source in document.sources if source.key == paper.source), None),
        licence=LICENCES.get(paper.licence) if paper.licence else None,
        is_folded=bool(document.warnings and parts) and not choice.shows,
    )


def _parts(paper: Paper, words) -> Iterator[Part]:
    """A part for each sheet if any has words of its own, else one with every picture; then the words of the whole."""
    pictures, whole = {picture.page.key: picture for picture in _pictures(paper)}, words(paper.transcription)
    described = {page.key: page.alternative for page in paper.pages if page.alternative and not page.files}
    if not paper.page_texts:
        if pictures or whole:
            yield Part(tuple(pictures.values()), whole, tuple(described.values()))
        return
    sheets = {sheet.page: sheet for sheet in paper.page_texts}
    numbers = paper.sheet_numbers
    for key, number in numbers.items():
        seen = (pictures[key],) if key in pictures else ()
        said = words(sheets[key].transcription) if key in sheets else ()
        told = (described[key],) if key in described else ()
        if seen or said or told or pictures:
            yield Part(seen, said, told, key, number if len(numbers) > 1 else 0)
    if whole:
        yield Part((), whole)


def _linked(parts: Iterable[Part]) -> Iterator[Part]:
    """Each part with the sheets that stand before and after it on the page."""
    parts = list(parts)
    keys = [part.key for part in parts]
    for before, part, after in zip(["", *keys], parts, [*keys[1:], ""], strict=False):
        yield replace(part, before=before, after=after) if part.key else part


def _pictures(paper: Paper) -> Iterator[Picture]:
    numbers = count(1)
    for page in paper.pages:
        if page.files:
            file = largest(page)
            yield Picture(page, file, tuple(_note(next(numbers), r, file) for r in page.regions or ()))


def largest(page: Page) -> File:
    """The largest picture that may be seen of a page, in the form that every program opens."""
    jpeg = [file for file in page.files if file.media_type == "image/jpeg"]
    return max(jpeg or page.files, key=lambda file: file.width or 0)


def _note(number: int, region: Region, file: File) -> Note:
    width, height = file.width or 0, file.height or 0
    x, y = (edge * all_ // 10_000 for edge, all_ in ((region.left, width), (region.top, height)))
    return Note(number, region, x, y, region.width * width // 10_000, region.height * height // 10_000)


def _translations(paper: Paper, choice: Choice) -> tuple[tuple[str, ...], str]:
    """The languages that stand beside the original anywhere in the paper, and the one that is shown: the one chosen, else
    the reader's."""
    texts = [paper.transcription, *(sheet.transcription for sheet in paper.page_texts or ())]
    offered = tuple(
        dict.fromkeys(language for text in texts for language in text if language != _original(paper, text))
    )
    if choice.translation in (*offered, "none"):
        return offered, choice.translation.removeprefix("none")
    return offered, get_language() if get_language() in offered else ""


def _original(paper: Paper, text: Text) -> str:
    """The language a text is written in; where nobody noted it, the one this reader reads first."""
    reading = read(text, paper.language or get_language())
    return reading.language if reading else ""


def _words(paper: Paper, text: Text, translation: str, marking: Marking | None) -> Iterator[Words]:
    """The original, and the translation that was chosen."""
    original = _original(paper, text)
    for language in dict.fromkeys((original, translation)):
        if text.get(language):
            marked = marking.of_text(text[language], language) if marking else None
            is_translation = bool(paper.language) and language != paper.language
            maker = (paper.makers or {}).get(language, "hand")
            yield Words(language, marked or SafeString(escape(text[language])), is_translation, maker)
