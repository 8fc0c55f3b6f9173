"""Letters and a consent form, drawn for the demonstration by Pillow."""

from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from . import files
from .handwriting import Hand
from .photographs import aged, bread, bridge

INK, CLAY, MUTED = "#1C1B1A", "#8A2B1E", "#857C6C"
_LETTERS = "09-letters-under-oilcloth"


def draw_all(folder: Path, fonts: list[Path]) -> None:
    """Draw every picture of the sample into the folder."""
    documents = {d["key"]: d for d in _letters()}
    hand = Hand(fonts)
    for page in documents["letter-brother"]["pages"]:
        _save(squared_letter(hand, page["transcription"]["uk"]), folder / page["file"])
    _save(ruled_letter(hand, documents["letter-sister"]["transcription"]["uk"]), folder / "letter-sister.png")
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
