"""Search inside one interview: the passages that hold the words, with every one of them marked."""

from collections.abc import Callable

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from archive.edition.models import PublishedInterview
from archive.edition.search import hits
from archive.language import highlight, queries

from .transcript import Mark


def marking(interview: PublishedInterview, q: str) -> Callable[[str], Mark]:
    """For the key of a recording or text, the marking of its passages; only those the index found are looked at."""
    found = {(hit.part, hit.anchor) for hit in hits(interview, q, get_language()) if hit.kind == "passage"}
    atoms = list(queries.atoms(queries.parse(q).node))

    def of_part(part: str) -> Mark:
        return lambda key, words, language: _marked(words, language, atoms) if (part, key) in found else None

    return of_part


def _marked(words: str, language: str, atoms) -> SafeString | None:
    spans = highlight.highlight(words, language, atoms)
    if not spans:
        return None
    pieces = highlight.marked(words, spans)
    return mark_safe("".join(format_html("<mark>{}</mark>" if is_marked else "{}", text) for text, is_marked in pieces))
