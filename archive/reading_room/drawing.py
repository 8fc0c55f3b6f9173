"""The HTML of passages, drawn here and not by a template: a page may have thousands, and a template takes several
times as long for them."""

from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby
from urllib.parse import quote

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from archive.document.text import Text, read
from archive.edition.words import word
from archive.language import timecodes

from .transcript import Hard, Line


def marked(pieces: Iterable[tuple[str, bool]]) -> SafeString:
    """Pieces of a text, each with whether it is to be marked."""
    return mark_safe(
        "".join(f"<mark>{escape(text)}</mark>" if is_marked else escape(text) for text, is_marked in pieces)
    )


def drawn(lines: Iterable[Line], translated_into: str, *, skips: bool = False) -> SafeString:
    """The lines of a transcript, one element a passage; with the language of the translation beside it, if there is one.
    With ``skips`` what carries a warning is folded, unless it holds what the reader asked for."""
    reader = get_language()
    parts = (
        _part(list(inside), hard, translated_into, reader, skips=skips)
        for hard, inside in groupby(lines, lambda line: line.hard)
    )
    return mark_safe("\n".join(parts))


def _part(lines: Sequence[Line], hard: Hard | None, translated_into: str, reader: str, *, skips: bool) -> str:
    """Lines under one warning, or under none."""
    text = "\n".join(_line(line, translated_into, reader) for line in lines)
    if hard is None:
        return text
    names = ", ".join(word(code, "warning") for code in hard.warnings)
    what = _("Sensitive content: %(what)s") % {"what": names}
    if not skips:
        end = _("Here ends: %(what)s") % {"what": names}
        closing = f'\n<p class="warned" lang="{reader}">{escape(end)}</p>' if hard.end_ms is not None else ""
        return f'<p class="warned" lang="{reader}">{escape(what)}</p>\n{text}{closing}'
    skipped = _("Skipped, as you chose. Open it here.")
    is_open = " open" if any(line.is_chosen or line.is_hit for line in lines) else ""
    until = "" if hard.end_ms is None else f' data-until="{hard.end_ms}"'
    return (
        f'<details class="hard" data-since="{hard.start_ms}"{until}{is_open}>'
        f'<summary lang="{reader}">{escape(what)}. {escape(skipped)}</summary>\n{text}</details>'
    )


def _line(line: Line, translated_into: str, reader: str) -> str:
    heading = "" if line.heading is None else f"<h3 {_heading(line.heading, reader)}</h3>\n"
    speaker = f'<p class="speaker" {_text(line.speaker, reader)}</p>' if line.speaker else ""
    other = f'<p class="said" lang="{translated_into}">{line.other}</p>' if translated_into else ""
    parts = (speaker, _time(line), f'<p class="said">{line.said}</p>', other, _steps(line, reader))
    return f"{heading}<div {_attributes(line)}>{''.join(parts)}</div>"


def _heading(title: Text, reader: str) -> str:
    """The words of a heading, or that it has none to be read."""
    unread = _("Part without a heading")
    return _text(title, reader) if title else f'class="quiet" lang="{reader}">{escape(unread)}'


def _text(text: Text, reader: str) -> str:
    """The language and the words of an element, in the reader's language if there are any."""
    reading = read(text, reader)
    return f'lang="{reading.language}">{escape(reading.text)}'


def _attributes(line: Line) -> str:
    """Class, id and times; only what has a time on a recording has times."""
    classes = "line narrator" if line.is_narrator else "line"
    chosen = " is-chosen" if line.is_chosen else ""
    times = f' data-from="{line.start_ms}" data-to="{line.end_ms}"' if line.link is not None else ""
    return f'class="{classes}{chosen}" id="{escape(line.id)}"{times}'


def _time(line: Line) -> str:
    """The link to the time of the passage, nothing for a text without times."""
    if line.link is None:
        return ""
    address = f"{escape(line.link)}{line.start_ms // 1000}#{quote(line.id)}"
    return f'<a class="time" href="{address}">{timecodes.show(line.start_ms)}</a>'


def _steps(line: Line, reader: str) -> str:
    """Links to the passages found before and after this one."""
    if not line.before and not line.after:
        return ""
    ways = ((line.before, "↑", _("Previous passage found")), (line.after, "↓", _("Next passage found")))
    links = (
        format_html('<a href="#{}" aria-label="{}">{}</a>', quote(id), name, sign) for id, sign, name in ways if id
    )
    return f'<p class="steps" lang="{reader}">{" ".join(links)}</p>'
