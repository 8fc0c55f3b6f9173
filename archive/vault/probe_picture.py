"""Pictures: decoded to the last row, within a limit of pixels."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps

from archive.jobs.refusal import Refused

from .formats import Format

PIXEL_LIMIT = 200_000_000
"""Pixels a picture may have; Pillow stops by itself at twice its own number, before it decodes."""

Image.MAX_IMAGE_PIXELS = PIXEL_LIMIT // 2

_READERS = ("JPEG", "PNG", "WEBP", "TIFF")
_ORIENTATION = 0x0112


@contextmanager
def opened(path: Path, reader: str | None = None) -> Iterator[Image.Image]:
    """Open a picture lazily; every way a picture can be bad ends in ``Refused``."""
    readers = (reader,) if reader else _READERS
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(path, formats=readers) as image:
                if image.width * image.height > PIXEL_LIMIT:
                    raise Image.DecompressionBombError
                yield image
        except (Image.DecompressionBombError, MemoryError):
            raise Refused(
                _("This picture unpacks to more than 200 million pixels. Save it with fewer pixels.")
            ) from None
        except (OSError, SyntaxError, ValueError, EOFError, TypeError, KeyError, IndexError, ZeroDivisionError):
            raise Refused(
                _("This picture is damaged or cut off. Copy it from its source anew, or open it and save it again.")
            ) from None


def measure(path: Path, found: Format) -> tuple[int, int]:
    """Return width and height as the picture is seen upright; raise ``Refused`` if it cannot be shown whole."""
    with opened(path, found.reader) as image:
        if image.format != "MPO" and found.reader != "TIFF" and getattr(image, "n_frames", 1) > 1:
            raise Refused(_("This picture moves. Save it as a video (MP4), or save one still picture of it."))
        width, height = image.size
        turned = image.getexif().get(_ORIENTATION, 1) in (5, 6, 7, 8)
        image.draft("RGB", (1920, 1920))
        image.load()
    return (height, width) if turned else (width, height)


def upright(image: Image.Image) -> Image.Image:
    """Return the picture turned as its camera noted."""
    return ImageOps.exif_transpose(image)
