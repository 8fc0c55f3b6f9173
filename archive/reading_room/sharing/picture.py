"""The picture of a shared address: the title in the site's type above the voice as bars. Never a face."""

from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageDraw

from .type import Face, shortened

WIDTH, HEIGHT = 1200, 630
"""As the Open Graph pictures of the large networks are shown."""

PAPER, INK, MUTED, CLAY, BARS = "#F7F4EE", "#1C1B1A", "#5B564E", "#8A2B1E", "#857C6C"
MARGIN, ROOM = 72, WIDTH - 2 * 72
SIZES = (96, 84, 72, 62, 54)
KICKER = 78
"""The baseline of what stands above the title; where there is no room beside it for the mark, that has a line of its own."""
TITLE_TOP, TITLE_BOTTOM, LEADING = 120, 340, 1.12
VOICE = (430, 530)
"""Between which heights the voice is drawn."""


@dataclass(frozen=True)
class Picture:
    """What stands on a picture; ``kicker`` above the title, ``mark`` in red beside it, ``line`` below, ``bars`` are levels
    from 0 to 255."""

    title: str
    site: str
    kicker: str = ""
    mark: str = ""
    line: str = ""
    bars: tuple[int, ...] = ()


def png(picture: Picture) -> bytes:
    """The picture drawn anew: no process keeps the words of what may be withdrawn."""
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    canvas = ImageDraw.Draw(image)
    _above(canvas, picture)
    bottom = _title(canvas, picture.title)
    line = Face("source-sans-3", 34)
    for text in shortened(line, picture.line, ROOM, 1) if picture.line else ():
        line.draw(canvas, (MARGIN, bottom + 56), text, INK)
    _voice(canvas, picture.bars)
    canvas.line([(MARGIN, 560), (WIDTH - MARGIN, 560)], fill=BARS)
    Face("source-serif-4", 32, 600).draw(canvas, (MARGIN, 604), picture.site, INK)
    written = BytesIO()
    image.quantize(64).save(written, "PNG", optimize=True)
    return written.getvalue()


def _above(canvas, picture: Picture) -> None:
    face = Face("source-sans-3", 28)
    face.draw(canvas, (MARGIN, KICKER), picture.kicker, MUTED)
    is_beside = face.width(picture.mark) <= ROOM - face.width(picture.kicker) - 40
    for mark in shortened(face, picture.mark, ROOM, 1):
        x = WIDTH - MARGIN - face.width(mark) if is_beside else MARGIN
        face.draw(canvas, (x, KICKER if is_beside else KICKER + 38), mark, CLAY)


def _title(canvas, title: str) -> float:
    """Write the title as large as it fits, and return its last baseline."""
    faces = [Face("source-serif-4", size) for size in SIZES]
    face = next((face for face in faces if face.lines(title, ROOM, _most_lines(face))), faces[-1])
    last = baseline = TITLE_TOP + face.size
    for line in shortened(face, title, ROOM, _most_lines(face)):
        face.draw(canvas, (MARGIN, baseline), line, INK)
        last, baseline = baseline, baseline + round(face.size * LEADING)
    return last


def _most_lines(face: Face) -> int:
    return int((TITLE_BOTTOM - TITLE_TOP - face.size) / (face.size * LEADING)) + 1


def _voice(canvas, bars: tuple[int, ...]) -> None:
    top, bottom = VOICE
    step = ROOM / len(bars) if bars else 0
    for place, level in enumerate(bars):
        half = max(1, level / 255 * (bottom - top) / 2)
        x, middle = MARGIN + place * step, (top + bottom) / 2
        canvas.rectangle([x, middle - half, x + max(1, step * 0.45), middle + half], fill=BARS)
