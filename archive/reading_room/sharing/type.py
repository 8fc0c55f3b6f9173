"""The site's type for drawing: variable fonts in parts by script, of which each run of a text takes its own."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path

from django.conf import settings
from PIL import ImageDraw, ImageFont

SUBSETS = {
    "cyrillic": ((0x301, 0x301), (0x400, 0x45F), (0x490, 0x491), (0x4B0, 0x4B1), (0x2116, 0x2116)),
    "cyrillic-ext": ((0x460, 0x52F), (0x1C80, 0x1C8A), (0x20B4, 0x20B4), (0x2DE0, 0x2DFF), (0xA640, 0xA69F)),
    "latin-ext": ((0x100, 0x2BA), (0x1E00, 0x1E9F), (0x1EF2, 0x1EFF), (0x20A0, 0x20AB)),
}
"""The letters of each file but "latin", which has the rest; as ``unicode-range`` in ``static/style.css``."""


@dataclass(frozen=True)
class Face:
    """A family ("source-serif-4", "source-sans-3") in a size in pixels and a weight from 200 to 900."""

    family: str
    size: int
    weight: int = 400

    def width(self, text: str) -> float:
        return sum(_font(self, subset).getlength(run) for subset, run in _runs(text))

    def draw(self, canvas: ImageDraw.ImageDraw, place: tuple[float, float], text: str, colour: str) -> None:
        """Write one line with its baseline at ``place``."""
        x, y = place
        for subset, run in _runs(text):
            font = _font(self, subset)
            canvas.text((x, y), run, font=font, fill=colour, anchor="ls")
            x += font.getlength(run)

    def lines(self, text: str, width: float, most: int) -> list[str] | None:
        """The text broken into lines of at most this width, None if they are more than ``most`` or a word is wider."""
        found: list[str] = []
        for word in text.split():
            longer = f"{found[-1]} {word}" if found else word
            if found and self.width(longer) <= width:
                found[-1] = longer
            else:
                found.append(word)
        return found if len(found) <= most and all(self.width(line) <= width for line in found) else None


def shortened(face: Face, text: str, width: float, most: int) -> list[str]:
    """The beginning of a text in at most so many lines, with "…" where it was cut."""
    while (found := face.lines(text, width, most)) is None:
        text = text.rstrip("…")
        text = f"{text[: text.rfind(' ')] if ' ' in text else text[:-1]}…"
    return found


def _runs(text: str):
    return [(subset, "".join(run)) for subset, run in groupby(text, key=_subset)]


@lru_cache(maxsize=1024)
def _subset(letter: str) -> str:
    ranges = ((subset, first, last) for subset, pairs in SUBSETS.items() for first, last in pairs)
    return next((subset for subset, first, last in ranges if first <= ord(letter) <= last), "latin")


@lru_cache(maxsize=64)
def _font(face: Face, subset: str) -> ImageFont.FreeTypeFont:
    file = Path(settings.BASE_DIR, "static", "fonts", f"{face.family}-{subset}-wght-normal.woff2")
    font = ImageFont.truetype(file, face.size)
    font.set_variation_by_axes([face.weight])
    return font
