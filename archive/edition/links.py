"""Addresses of what a search found, from the address of its interview on."""

from urllib.parse import quote, urlencode

from .search import Hit


def link(hit: Hit, query: str, *, is_timed: bool) -> str:
    """Query string and fragment that lead to a hit with the words of ``query`` marked; ``is_timed`` if its part can be
    heard or seen."""
    asked = {"q": query, "translation": hit.language}
    if is_timed:
        asked |= {"r": hit.part, "t": hit.start_ms // 1000}
    places = {"abstract": "main", "name": "related", "passage": f"{hit.part}-{hit.anchor}", "index": f"part-{hit.part}"}
    fragment = quote(places.get(hit.kind, f"{hit.kind}-{hit.part}"))
    return f"?{urlencode(asked)}#{fragment}"
