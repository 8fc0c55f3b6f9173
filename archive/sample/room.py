"""The film of the demonstration: a drawn room, and below it the voice as a line."""

from collections.abc import Iterator

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from .encoding import FRAMES_A_SECOND
from .speech import RATE, Spoken

ROOM = (320, 180)
PAPER, INK, CLAY, MUTED = "#F7F4EE", "#1C1B1A", "#8A2B1E", "#857C6C"


def frames(spoken: Spoken, passages: list[dict]) -> Iterator[Image.Image]:
    """The frames of a film: a drawn room, and below it the voice as a line that moves with it."""
    empty = _room()
    level = np.abs(spoken.samples.astype(float))
    step = RATE // 20
    level = level[: len(level) // step * step].reshape(-1, step).max(axis=1) / 32_767
    for frame in range(round(spoken.duration_ms / 1000 * FRAMES_A_SECOND)):
        seconds = frame / FRAMES_A_SECOND
        picture = empty.copy()
        _voice_line(ImageDraw.Draw(picture), level, seconds, _colour_at(passages, seconds))
        yield picture


def _colour_at(passages: list[dict], seconds: float) -> str:
    started = [p for p in passages if p["start_ms"] <= 1000 * seconds]
    return CLAY if started and str(started[-1]["speaker"]).startswith("n") else MUTED


def _voice_line(draw: ImageDraw.ImageDraw, level: np.ndarray, seconds: float, colour: str) -> None:
    now = int(seconds * 20)
    for x in range(0, ROOM[0], 4):
        at = now + (x - ROOM[0] // 2) // 4
        height = 1 + 12 * (level[at] if 0 <= at < len(level) else 0)
        draw.line([(x, 163 - height), (x, 163 + height)], colour if at <= now else "#CFC7B8", 2)


def _room() -> Image.Image:
    """A room with a window, a radiator and a man in an armchair, drawn with few lines."""
    scale = 4
    picture = Image.new("RGB", (ROOM[0] * scale, ROOM[1] * scale), PAPER)
    draw = ImageDraw.Draw(picture)

    def box(x1, y1, x2, y2, fill=None, outline=INK, width=1, shape="rectangle"):
        getattr(draw, shape)([v * scale for v in (x1, y1, x2, y2)], fill=fill, outline=outline, width=width * scale)

    box(0, 128, 320, 146, "#ECE7DC", None)
    draw.line([(0, 128 * scale), (320 * scale, 128 * scale)], INK, scale)
    box(190, 24, 278, 92, "#DCE6E8")
    draw.line([(234 * scale, 24 * scale), (234 * scale, 92 * scale)], INK, scale)
    draw.line([(190 * scale, 48 * scale), (278 * scale, 48 * scale)], INK, scale)
    box(184, 92, 284, 97, "#FFFFFF")
    for x in range(196, 272, 9):
        box(x, 101, x + 7, 126, "#FFFFFF")
    draw.line([(290 * scale, 0), (290 * scale, 128 * scale)], MUTED, 2 * scale)
    draw.line([(272 * scale, 104 * scale), (290 * scale, 104 * scale)], MUTED, 2 * scale)
    _man(box)
    font = ImageFont.truetype("DejaVuSans.ttf", 9 * scale)
    draw.text((8 * scale, 6 * scale), "Демонстрація · Demonstration · Pokaz", MUTED, font)
    return picture.resize(ROOM, Image.Resampling.LANCZOS)


def _man(box) -> None:
    box(56, 62, 128, 128, "#CFC7B8")
    box(75, 30, 105, 58, "#B3AA9B", shape="ellipse")
    box(78, 37, 102, 65, "#EFE2D2", shape="ellipse")
    box(66, 64, 114, 118, "#1F4E5F")
    box(46, 88, 66, 132, "#B9AF9C")
    box(116, 88, 136, 132, "#B9AF9C")
    box(62, 92, 84, 100, "#1F4E5F")
    box(96, 92, 118, 100, "#1F4E5F")
    box(68, 116, 112, 138, "#5B564E")
