"""Parts of pages stand many times on one page: there each has ids of its own, and what points at an id finds its own."""

import re

from django.utils.safestring import SafeString, mark_safe

_IDS = re.compile(r'\sid="([^"]+)"')
_POINTS = re.compile(r'(\s(?:id|for|list|headers|aria-labelledby|aria-describedby|aria-controls|data-copy)=")([^"]+)"')
_DRAWS = re.compile(r"(url\(#)([^)]+)\)")
_LEADS = re.compile(r'(\shref="[^"#]*#)([^"]+)"')


def apart(html: str, mark: str) -> SafeString:
    """The part with ``mark`` after each of its ids, and after each name of one of them."""
    own = set(_IDS.findall(html))

    def marked(found: re.Match) -> str:
        names = (f"{name}-{mark}" if name in own else name for name in found[2].split(" "))
        return f'{found[1]}{" ".join(names)}"'

    def drawn(found: re.Match) -> str:
        return f"{found[1]}{found[2]}-{mark})" if found[2] in own else found[0]

    return mark_safe(_DRAWS.sub(drawn, _LEADS.sub(marked, _POINTS.sub(marked, html))))
