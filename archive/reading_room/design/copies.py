"""Parts of pages stand many times on one page: there each has ids of its own, and what points at an id finds its own."""

import re
from html import escape

from django.utils.safestring import SafeString, mark_safe

_IDS = re.compile(r'\sid="([^"]+)"')
_POINTS = re.compile(r'(\s(?:id|for|list|headers|aria-labelledby|aria-describedby|aria-controls|data-copy)=")([^"]+)"')
_DRAWS = re.compile(r"(url\(#)([^)]+)\)")
_LEADS = re.compile(r'(\shref="[^"#]*#)([^"]+)"')

_LANDMARKS = re.compile(r'<(?:nav|section|form)\b[^>]*>|<div\b[^>]*role="region"[^>]*>')
_LABELS = re.compile(r'(\saria-label="[^"]*)"')
_LABELLED = re.compile(r'(\saria-labelledby="[^"]*)"')


def named(html: str, words: str, label: str) -> str:
    """The part whose landmarks say besides of which state they are: in ``words``, or by what has the id ``label``."""

    def told(found: re.Match) -> str:
        return _LABELS.sub(rf'\1: {escape(words)}"', _LABELLED.sub(rf'\1 {label}"', found[0]))

    return _LANDMARKS.sub(told, html)


def apart(html: str, mark: str) -> SafeString:
    """The part with ``mark`` after each of its ids, and after each name of one of them."""
    own = set(_IDS.findall(html))

    def marked(found: re.Match) -> str:
        names = (f"{name}-{mark}" if name in own else name for name in found[2].split(" "))
        return f'{found[1]}{" ".join(names)}"'

    def drawn(found: re.Match) -> str:
        return f"{found[1]}{found[2]}-{mark})" if found[2] in own else found[0]

    return mark_safe(_DRAWS.sub(drawn, _LEADS.sub(marked, _POINTS.sub(marked, html))))
