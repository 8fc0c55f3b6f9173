"""Letters, photographs, a consent form and a room, drawn for the demonstration by Pillow."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

from . import files
from .encoding import FRAMES_A_SECOND
from .handwriting import Hand
from .speech import RATE, Spoken

ROOM = (320, 180)
PAPER, INK, CLAY, MUTED = "#F7F4EE", "#1C1B1A", "#8A2B1E", "#857C6C"
_PHOTO = (1000, 750)
_LETTERS = "09-letters-under-oilcloth"
_SEED = 1


def draw_all(folder: Path, fonts: list[Path]) -> None:
    """Draw every picture of the sample into the folder."""
    documents = {d["key"]: d["transcription"].get("uk") for d in _letters()}
    hand = Hand(fonts)
    _save(squared_letter(hand, documents["letter-brother"]), folder / "letter-brother.png")
    _save(ruled_letter(hand, documents["letter-sister"]), folder / "letter-sister.png")
    _save(consent_form(hand), folder / "consent-form.png")
    aged(bread()).save(folder / "photograph-bread.jpg", quality=72)
    aged(bridge()).save(folder / "photograph-bridge.jpg", quality=72)


def _letters() -> list[dict]:
    return files.read(f"recordings/{_LETTERS}")["documents"]


def _save(picture: Image.Image, path: Path) -> None:
    picture.quantize(48, dither=Image.Dither.NONE).save(path, optimize=True)


def squared_letter(hand: Hand, text: str) -> Image.Image:
    """A squared sheet with the creases of a letter folded into a triangle."""
    sheet = Image.new("RGB", (900, 1150), "#F4EFE2")
    draw = ImageDraw.Draw(sheet)
    for x in range(0, 900, 30):
        draw.line([(x, 0), (x, 1150)], "#CFD9DC")
    for y in range(0, 1150, 30):
        draw.line([(0, y), (900, y)], "#CFD9DC")
    draw.line([(780, 0), (780, 1150)], "#D9A79B", 2)
    for crease in ([(0, 900), (900, 0)], [(0, 0), (900, 900)], [(0, 900), (900, 900)], [(450, 450), (450, 900)]):
        draw.line(crease, "#D8CFBB", 5)
        draw.line(crease, "#FBF8F0", 2)
    hand.write(sheet, text, box=(60, 70, 750), size=50, leading=60, ink="#23407A")
    return sheet


def ruled_letter(hand: Hand, text: str) -> Image.Image:
    """Half a ruled sheet with a cup drawn at its foot."""
    sheet = Image.new("RGB", (900, 800), "#F1EADB")
    draw = ImageDraw.Draw(sheet)
    for y in range(70, 800, 58):
        draw.line([(0, y), (900, y)], "#C3CBD3", 2)
    hand.write(sheet, text, box=(60, 22, 830), size=48, leading=58, ink="#5A3A72")
    _cup(draw, 640, 640, "#5A3A72")
    return sheet


def _cup(draw: ImageDraw.ImageDraw, x: int, y: int, ink: str) -> None:
    draw.arc([x, y - 18, x + 130, y + 18], 0, 360, ink, 4)
    draw.arc([x + 4, y - 90, x + 126, y + 95], 0, 180, ink, 4)
    draw.arc([x + 112, y + 10, x + 168, y + 66], 255, 110, ink, 4)
    draw.arc([x - 40, y + 78, x + 170, y + 112], 0, 360, ink, 4)
    for shift in (40, 66, 92):
        draw.arc([x + shift - 10, y - 82, x + shift + 10, y - 52], 90, 270, ink, 3)
        draw.arc([x + shift - 10, y - 52, x + shift + 10, y - 22], 270, 90, ink, 3)


def consent_form(hand: Hand) -> Image.Image:
    """A consent form that nobody signed."""
    sheet = Image.new("RGB", (820, 1100), "#FFFFFF")
    draw = ImageDraw.Draw(sheet)
    heading, body = (ImageFont.truetype("DejaVuSerif.ttf", size) for size in (34, 22))
    mark = files.read("collections")["demonstration"]["demonstration_mark"]
    draw.text((60, 60), "Згода · Consent · Zgoda", INK, heading)
    for line, language in enumerate(("uk", "en", "pl")):
        draw.text((60, 120 + 34 * line), mark[language], CLAY, body)
    scopes = (
        "назва · listing",
        "опис · description",
        "ім’я · name",
        "текст · transcript",
        "звук · sound",
        "фільм · film",
    )
    for line, scope in enumerate(scopes):
        y = 290 + 60 * line
        draw.rectangle([60, y, 90, y + 30], outline=INK, width=2)
        draw.line([(65, y + 16), (74, y + 25), (94, y - 4)], "#23407A", 4)
        draw.text((115, y), scope, INK, body)
    draw.line([(60, 940), (460, 940)], INK, 2)
    draw.text((60, 950), "підпис · signature · podpis", MUTED, body)
    hand.write(sheet, "ніхто, бо вигадано", box=(80, 872, 560), size=52, leading=60, ink="#23407A")
    return sheet


def bread() -> Image.Image:
    """A round loaf with a hole in it on a window sill, in greys."""
    picture = _gradient(_PHOTO, 225, 150)
    draw = ImageDraw.Draw(picture)
    draw.rectangle([0, 520, 1000, 750], fill=92)
    draw.rectangle([0, 505, 1000, 532], fill=190)
    for x in (90, 480, 880):
        draw.rectangle([x, 0, x + 34, 505], fill=70)
    draw.rectangle([90, 215, 914, 240], fill=76)
    draw.ellipse([250, 560, 800, 640], fill=52)
    loaf = Image.new("L", _PHOTO, 0)
    ImageDraw.Draw(loaf).ellipse([245, 290, 765, 610], fill=255)
    picture.paste(_gradient(_PHOTO, 150, 30), mask=loaf.filter(ImageFilter.GaussianBlur(3)))
    draw.arc([270, 300, 740, 560], 200, 330, 205, 10)
    for x in (340, 600):
        draw.line([(x, 345), (x + 70, 420)], 185, 12)
    draw.ellipse([445, 395, 570, 480], fill=18)
    draw.arc([445, 395, 570, 480], 160, 350, 170, 5)
    return picture


def bridge() -> Image.Image:
    """A river, willows, and a wooden bridge whose middle span is missing, in greys."""
    picture = _gradient(_PHOTO, 232, 176)
    draw = ImageDraw.Draw(picture)
    draw.polygon([(0, 360), (260, 330), (560, 352), (1000, 318), (1000, 420), (0, 440)], fill=136)
    draw.rectangle([0, 425, 1000, 750], fill=160)
    for y in range(440, 750, 14):
        draw.line([(180 + (y * 37) % 150, y), (520 + (y * 53) % 330, y)], 190, 2)
    draw.polygon([(0, 420), (210, 432), (150, 560), (0, 640)], fill=88)
    draw.polygon([(1000, 405), (800, 425), (850, 545), (1000, 610)], fill=84)
    for side in ([(60, 452), (402, 440)], [(618, 434), (930, 424)]):
        (left, top), (right, end) = side
        draw.polygon([(left, top), (right, end), (right, end + 20), (left, top + 22)], fill=40)
        draw.line([(left, top - 62), (right, end - 58)], 46, 8)
        for post in range(left + 20, right, 62):
            draw.line([(post, top - 62), (post, top + 8)], 46, 7)
            draw.line([(post, top + 10), (post, top + 118)], 52, 12)
    draw.line([(402, 446), (432, 520)], 44, 9)
    draw.line([(618, 440), (596, 500)], 44, 9)
    for x, y, size in ((70, 250, 130), (900, 235, 150), (780, 270, 90)):
        _willow(draw, x, y, size)
    return picture


def _willow(draw: ImageDraw.ImageDraw, x: int, y: int, size: int) -> None:
    draw.line([(x, y), (x, y + size + 60)], 50, 14)
    for step in range(-9, 10):
        reach = step * size // 9
        draw.arc(
            [x - abs(reach) - 4, y - size // 2, x + abs(reach) + 4, y + size],
            180 if step < 0 else 270,
            270 if step < 0 else 360,
            74,
            4,
        )
        draw.line([(x + reach, y + size // 4), (x + reach + step, y + size)], 82, 4)


def aged(picture: Image.Image) -> Image.Image:
    """A drawing in the tones of an old print: soft, grainy, with a border."""
    soft = picture.filter(ImageFilter.GaussianBlur(2.2))
    grain = np.random.default_rng(_SEED).normal(0, 9, (_PHOTO[1], _PHOTO[0]))
    grey = np.clip(np.asarray(soft, dtype=float) + grain, 0, 255).astype("uint8")
    corners = ImageChops.multiply(Image.fromarray(grey), _vignette())
    tones = [np.linspace(dark, light, 256) for dark, light in ((38, 243), (30, 234), (24, 214))]
    table = np.concatenate(tones).astype("uint8").tolist()
    print_ = Image.new("RGB", (_PHOTO[0] + 60, _PHOTO[1] + 60), "#EFE8D6")
    print_.paste(Image.merge("RGB", [corners] * 3).point(table), (30, 30))
    return print_


def _vignette() -> Image.Image:
    spot = Image.new("L", _PHOTO, 150)
    ImageDraw.Draw(spot).ellipse([-60, -60, _PHOTO[0] + 60, _PHOTO[1] + 60], fill=255)
    return spot.filter(ImageFilter.GaussianBlur(90))


def _gradient(size: tuple[int, int], top: int, foot: int) -> Image.Image:
    column = np.linspace(top, foot, size[1]).astype("uint8")
    return Image.fromarray(np.repeat(column[:, None], size[0], axis=1))


def room(spoken: Spoken, passages: list[dict]) -> Iterator[Image.Image]:
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
