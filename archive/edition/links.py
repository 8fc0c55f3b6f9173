"""Addresses of what a search found, from the address of its interview on."""

from urllib.parse import quote, urlencode

from .search import Hit


def link(hit: Hit, query: str, *, is_timed: bool) -> str:
    """What leads to a hit with the words of ``query`` marked, to the page of its paper if it stands in one; ``is_timed``
    if its part can be heard or seen."""
    asked = {"q": query, "translation": hit.language}
    if is_timed:
        asked |= {"r": hit.part, "t": hit.start_ms // 1000}
    if hit.kind == "paper":
        return f"papers/{quote(hit.part)}/?{urlencode(asked)}#{quote(f'paper-{hit.anchor}' if hit.anchor else 'main')}"
    places = {"abstract": "main", "name": "related", "passage": f"{hit.part}-{hit.anchor}", "index": f"part-{hit.part}"}
    fragment = quote(places.get(hit.kind, f"{hit.kind}-{hit.part}"))
    return f"?{urlencode(asked)}#{fragment}"
