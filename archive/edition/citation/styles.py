"""The styles, each a function from an item to pieces of text. What is not known is left out with its punctuation.

After the Publication Manual of the APA (7th ed., 10.14), the Chicago Manual of Style (17th ed., 14.211, notes), the MLA
Handbook (9th ed.) and ДСТУ 8302:2015. Names stand as their narrators agreed: no style turns or shortens them.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from archive.language import dates

from .item import Item, is_day

ENDS = (".", "?", "!", "…")
QUOTES = {"uk": "«»", "en": "“”", "pl": "„”"}


@dataclass(frozen=True, slots=True)
class Reference:
    """A citation in pieces; ``str`` gives it plain, ``html`` with what a style sets in italics."""

    pieces: tuple[tuple[str, bool], ...]

    def __str__(self):
        return "".join(text for text, _ in self.pieces)

    @property
    def html(self) -> SafeString:
        return mark_safe("".join(f"<i>{escape(text)}</i>" if slants else escape(text) for text, slants in self.pieces))


@dataclass(frozen=True, slots=True)
class Style:
    """``name`` is that of the style, the same in every language but for the archive's own."""

    code: str
    name: str
    write: Callable[[Item], Iterable[str | tuple[str, bool]]]


def styled(code: str, item: Item) -> Reference:
    """The item in the style of this code. It begins with a capital, also where it names who tells by a description."""
    pieces = (piece if isinstance(piece, tuple) else (piece, False) for piece in STYLES[code].write(item))
    (first, slants), *rest = (piece for piece in pieces if piece[0])
    return Reference(((_capital(first), slants), *rest))


def _archive(item: Item):
    """Who tells. Title. Kind and reference. Made. Time. Collection. Archive. Mark. Address."""
    parts = (
        "; ".join(item.author),
        item.title,
        _listed(_capital(f"{item.genre} {item.number}"), _time(item)),
        _capital(item.made),
        item.collection,
        item.archive,
        item.note,
    )
    yield _sentences(parts)
    yield f" {item.url}"


def _apa(item: Item):
    """Author. (Date). *Title* [Kind and number]. Archive. Address"""
    date = _year_first(item.issued) if item.issued else _("n.d.")
    yield f"{_ended(', '.join(item.author))} ({date}). " if item.author else ""
    yield item.title, True
    yield f" [{_listed(_capital(item.genre), item.number, _time(item))}]. "
    yield "" if item.author else f"({date}). "
    yield _sentences((item.collection, item.archive, _bracketed(item.note)))
    yield f" {item.url}"


def _chicago(item: Item):
    """Author, “Title,” date, kind and number, time, collection, archive, accessed, address."""
    first, last = QUOTES.get(get_language(), "“”")
    inside, outside = (",", "") if get_language() == "en" else ("", ",")
    yield f"{', '.join(item.author)}, " if item.author else ""
    yield f"{first}{item.title}{inside}{last}{outside} "
    accessed = _("accessed %(date)s") % {"date": _day(item)} if item.accessed else ""
    yield _listed(
        _date(item),
        f"{item.genre} {item.number}",
        _time(item),
        item.collection,
        item.archive,
        _bracketed(item.note),
        accessed,
        item.url,
    )
    yield "."


def _mla(item: Item):
    """Author. “Title.” *Collection*, archive, date, kind and number, time, address. Accessed."""
    first, last = QUOTES.get(get_language(), "“”")
    title = item.title.rstrip(".")
    inside, outside = (".", "") if get_language() == "en" else ("", ".")
    yield f"{_ended(', '.join(item.author))} " if item.author else ""
    yield f"{first}{title}{'' if title.endswith(ENDS) else inside}{last}{outside} "
    yield item.collection, True
    yield ", " if item.collection else ""
    yield (
        _listed(item.archive, _bracketed(item.note), _date(item), f"{item.genre} {item.number}", _time(item), item.url)
        + "."
    )
    accessed = _("Accessed %(date)s") % {"date": _day(item)} if item.accessed else ""
    yield f" {accessed}." if accessed else ""


def _dstu(item: Item):
    """Автор. Назва : вид, номер. Коли. Колекція / Архів. URL: адреса (дата звернення: дд.мм.рррр)."""
    title = _listed(f"{item.title.rstrip('.')} : {item.genre} {item.number}", _time(item))
    held = " / ".join(filter(None, (item.collection, item.archive)))
    yield _sentences((", ".join(item.author), title, _capital(item.made), held, _bracketed(item.note)))
    yield f" URL: {item.url}"
    accessed = _("accessed: %(date)s") % {"date": f"{item.accessed:%d.%m.%Y}"} if item.accessed else ""
    yield f" ({accessed})." if accessed else "."


STYLES = {
    style.code: style
    for style in (
        Style("archive", gettext_lazy("In full"), _archive),
        Style("chicago", "Chicago", _chicago),
        Style("apa", "APA", _apa),
        Style("mla", "MLA", _mla),
        Style("dstu", "ДСТУ 8302:2015", _dstu),
    )
}


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _ended(text: str) -> str:
    """A text with the stop that ends it; initials, questions and what breaks off have theirs already."""
    return text if text.endswith(ENDS) else f"{text}."


def _sentences(parts: Iterable[str]) -> str:
    return " ".join(_ended(part.rstrip(".")) for part in parts if part)


def _listed(*parts: str) -> str:
    return ", ".join(part.rstrip(".") for part in parts if part)


def _bracketed(note: str) -> str:
    """What whoever cites adds to what the page says."""
    return f"[{note.rstrip('.')}]" if note else ""


def _time(item: Item) -> str:
    return _("at %(time)s") % {"time": item.locator} if item.locator else ""


def _date(item: Item) -> str:
    """When it was made, alone: the kind that follows says of what."""
    return dates.show(item.issued, get_language()) if item.issued else ""


def _day(item: Item) -> str:
    return dates.show(item.accessed.isoformat(), get_language())


def _year_first(edtf: str) -> str:
    """ "2023, March 12" of one day beyond doubt, and any other date as it is said."""
    said = dates.show(edtf, get_language())
    if not is_day(edtf):
        return said
    year = edtf[:4]
    rest = said.removesuffix(year).strip()
    if get_language() == "en":
        rest = " ".join(reversed(rest.split(" ", 1)))
    return f"{year}, {rest}"
