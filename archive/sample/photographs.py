"""Two photographs of the demonstration, drawn in the tones of an old print."""

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFilter

_PHOTO = (1000, 750)
_SEED = 1


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
