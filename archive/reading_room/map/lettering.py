"""The names on the map, placed anew for every step of nearness, so that type keeps its size and more names find room."""

from collections.abc import Iterator, Sequence
from html import escape
from math import sqrt
from typing import NamedTuple

from .labels import Label, Mark, place
from .obstacles import Box, Lines

STEPS = (2.5, 1.6, 1, 0.6, 0.35)
"""Units of the drawing a pixel: the first for a telephone, the last for a reader who has come near. The style sheet and
the script know the steps by ``data-step``, and the style sheet what ``spot_scale`` makes of each."""

TYPE = 16
"""Pixels."""

NAMES = 60
"""Names that are tried where a unit is a pixel; more where there is more room."""


TOWN = 2.5
"""Pixels: the radius of a town that stands there for orientation alone; it is drawn with its name or not at all."""


def spot_scale(step: float) -> float:
    """Units of a spot's pixel: it keeps its size as one comes near, and gives way on a small screen."""
    return min(step, sqrt(step))


class Name(NamedTuple):
    """A text beside a mark at ``x`` and ``y``. ``radius`` is in units on an area, in pixels elsewhere; ``link`` is empty
    for a town that stands there for orientation; ``language`` is empty where it is the reader's."""

    text: str
    x: float
    y: float
    radius: float
    is_area: bool = False
    link: str = ""
    language: str = ""

    def mark(self, step: float, *, is_tried: bool) -> Mark:
        radius = self.radius if self.is_area else self.radius * spot_scale(step)
        return Mark(self.text if is_tried else "", self.x, self.y, radius, self.is_area)


def lettering(names: Sequence[Name], *, frame: Box, ground: Lines) -> Iterator[str]:
    """A group of SVG text for each step. The weightiest names come first; those without a link are always tried, and all
    keep off the lines of the ``ground`` where they can."""
    for step in STEPS:
        most = round(NAMES / step**2)
        marks = [name.mark(step, is_tried=n < most or not name.link) for n, name in enumerate(names)]
        labels = place(marks, size=TYPE * step, frame=frame, ground=ground)
        drawn = (_text(name, label, step) for name, label in zip(names, labels, strict=True) if label)
        yield f'<g class="names" data-step="{step}" font-size="{TYPE * step:g}">{"".join(drawn)}</g>'


def _text(name: Name, label: Label, step: float) -> str:
    lang = f' lang="{name.language}"' if name.language else ""
    kind = ' class="somewhere"' if name.is_area else "" if name.link else ' class="town"'
    anchor = "" if label.anchor == "start" else f' text-anchor="{label.anchor}"'
    text = f'<text x="{label.x}" y="{label.y}"{anchor}{kind}{lang}>{escape(name.text)}</text>'
    if name.link:
        return f'<a href="{name.link}" tabindex="-1">{text}</a>'
    return f'<circle class="town" cx="{name.x}" cy="{name.y}" r="{name.radius * spot_scale(step):.1f}"/>{text}'
