"""A histogram drawn as SVG, each bar a link that narrows, and as a table of the same."""

from dataclasses import dataclass
from html import escape

from django.utils.safestring import SafeString, mark_safe

from archive.edition.histogram import Histogram

from .periods import words

WIDTH, GAP, HEIGHT = 8, 1, 40
LEAST = 2
"""Units of the drawing: a bar with its gap, the highest bar, and the lowest that is seen."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """``svg`` is what goes into an ``svg`` element of ``width`` by ``HEIGHT``; ``rows`` are (link, words, count) of every
    bar that is not empty; ``first`` and ``last`` are the words at its ends."""

    width: int
    height: int
    svg: SafeString
    rows: SafeString
    first: str
    last: str


def drawn(histogram: Histogram, *, query: str, reader: str, page: str = "") -> Drawn | None:
    """The drawing, None where there is nothing to compare. ``query`` is the address without this filter, ``page`` that of
    the list, empty where it is the page itself."""
    if len(histogram.bars) < 2:
        return None
    before = escape(page + (f"?{query}&{histogram.name}=" if query else f"?{histogram.name}="))
    most = max(bar.count for bar in histogram.bars) or 1
    svg, rows = [], []
    for place, bar in enumerate(histogram.bars):
        if not bar.count:
            continue
        name, link = escape(words(bar.period, reader)), before + bar.period
        height = max(LEAST, bar.count * HEIGHT // most)
        chosen = ' class="chosen"' if bar.is_chosen else ""
        svg.append(
            f'<a href="{link}" tabindex="-1"{chosen}><title>{name}: {bar.count}</title><rect x="{place * WIDTH}"'
            f' y="{HEIGHT - height}" width="{WIDTH - GAP}" height="{height}"/></a>'
        )
        rows.append(f'<tr><th scope="row"><a href="{link}">{name}</a></th><td class="count">{bar.count}</td></tr>')
    ends = (words(histogram.bars[place].period, reader) for place in (0, -1))
    return Drawn(len(histogram.bars) * WIDTH, HEIGHT, mark_safe("".join(svg)), mark_safe("".join(rows)), *ends)
