"""A result list as BibTeX, UTF-8: an ``@misc`` entry an interview, with the fields of BibLaTeX for dates and addresses."""

from collections.abc import Iterator

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from ..crosswalk import Entry
from ..form import Form, line
from ..moments import date_parts, year
from ..selection import MOST, Selection

# Braces count for BibTeX even behind a backslash, so they are written by name.
ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "&%$#_"},
    }
)


def written(selection: Selection) -> Iterator[str]:
    today = timezone.localdate().isoformat()
    if selection.is_cut:
        with override(selection.language):
            sentence = _("These are the first %(most)s of %(total)s testimonies.")
        yield f"% {sentence % {'most': MOST, 'total': selection.total}}\n\n"
    for entry in selection:
        fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(entry, today) if value)
        yield f"@misc{{holos-{entry.reference},\n{fields}}}\n\n"


def escaped(value) -> str:
    """The value in one line, every sign that means something to LaTeX written out."""
    return line(value).translate(ESCAPES)


def _fields(entry: Entry, today: str) -> Iterator[tuple[str, str]]:
    # In braces of its own a name is not taken apart, and a title keeps its capitals.
    yield "author", " and ".join(f"{{{escaped(name)}}}" for name in entry.authors)
    yield "title", f"{{{escaped(entry.title)}}}"
    if entry.recorded:
        yield "year", str(year(entry.recorded))
        yield "date", "/".join("-".join(f"{part:02}" for part in parts) for parts in date_parts(entry.recorded))
    yield "howpublished", escaped(f"{entry.kind_word} {entry.reference}")
    yield "series", escaped(entry.collection)
    yield "publisher", escaped(settings.HOLOS_SITE_NAME)
    yield "abstract", escaped(entry.summary)
    yield "keywords", ", ".join(map(escaped, (*entry.topics, *entry.places)))
    yield "note", escaped(". ".join(filter(None, (entry.mark, "; ".join(entry.warning_words)))))
    yield "url", entry.url
    yield "urldate", today


FORM = Form("bibtex", "bib", "application/x-bibtex; charset=utf-8", written)
