"""Handwriting: words set letter by letter, never quite straight."""

import random
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

CROSSED_OUT = ("[закреслено: ", "]")
"""How a transcription marks words that the writer crossed out; they are drawn with a line through them."""


class Hand:
    """A hand that writes with the first of several fonts that has a letter."""

    def __init__(self, fonts: list[Path], seed: int = 7):
        self._fonts = fonts
        self._random = random.Random(seed)
        self._sized: dict[tuple[int, str], ImageFont.FreeTypeFont] = {}

    def write(self, sheet: Image.Image, text: str, *, box: tuple[int, int, int], size: int, leading: int, ink: str):
        """Write the text from (left, top) to the right edge, breaking lines at words."""
        left, y, right = box
        for paragraph in text.split("\n"):
            x = left + self._random.randint(0, 14)
            for word, crossed in _words(paragraph):
                width = sum(self._font(letter, size).getlength(letter) for letter in word)
                if x + width > right:
                    x, y = left + self._random.randint(-4, 8), y + leading
                end = self._word(sheet, word, x, y, size, ink)
                if crossed:
                    ImageDraw.Draw(sheet).line([(x - 4, y + size * 0.84), (end + 4, y + size * 0.78)], ink, 4)
                x = end + size * 0.28
            y += leading

    def _word(self, sheet: Image.Image, word: str, x: float, y: float, size: int, ink: str) -> float:
        draw = ImageDraw.Draw(sheet)
        for letter in word:
            font = self._font(letter, size)
            draw.text((x, y + self._random.uniform(-2, 2) + size), letter, ink, font, anchor="ls")
            x += font.getlength(letter) + self._random.uniform(-0.6, 0.6)
        return x

    def _font(self, letter: str, size: int) -> ImageFont.FreeTypeFont:
        if (size, letter) not in self._sized:
            fonts = [ImageFont.truetype(path, size) for path in self._fonts]
            known = (font for font in fonts if bytes(font.getmask(letter)) != bytes(font.getmask("\uffff")))
            self._sized[size, letter] = next(known, fonts[-1])
        return self._sized[size, letter]


def _words(paragraph: str) -> list[tuple[str, bool]]:
    opening, closing = CROSSED_OUT
    before, _, rest = paragraph.partition(opening)
    crossed, _, after = rest.partition(closing)
    words = [(word, False) for word in before.split()]
    words += [(word, True) for word in crossed.split()]
    return words + [(word, False) for word in after.split()]
