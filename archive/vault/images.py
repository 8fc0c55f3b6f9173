"""Pictures for the public: new pixels in a new image, so that nothing but what is seen comes along."""

import io
from pathlib import Path

from PIL import Image, ImageCms

from .pieces import Piece
from .probe_picture import opened, upright
from .recipes import IMAGE_WIDTHS, Recipe

_SAVED_AS = {
    "webp": ("WEBP", "image/webp", {"quality": 80, "method": 4}),
    "jpeg": ("JPEG", "image/jpeg", {"quality": 82, "optimize": True, "progressive": True}),
}


def make(master: Path, recipe: Recipe, folder: Path) -> list[Piece]:
    """Write the picture in every width of ``IMAGE_WIDTHS``, never wider than the master, as WebP and JPEG."""
    clean = redraw(master)
    pieces = []
    for width in IMAGE_WIDTHS:
        sized = narrowed(clean, width)
        pieces += [save(sized, f"image-{width}-{form}", form, folder) for form in _SAVED_AS]
    return pieces


def redraw(path: Path) -> Image.Image:
    """Return the picture upright, in sRGB, on white where it was transparent, in a new image without any tags."""
    with opened(path) as image:
        widest = max(IMAGE_WIDTHS)
        image.draft("RGB", (widest, widest))
        profile = image.info.get("icc_profile")
        if image.format != "JPEG":
            image.load()
        pixels = _in_srgb(_eight_bits(upright(image)), profile)
        clean = Image.new("RGB", pixels.size, "white")
        clean.paste(pixels.convert("RGB"), mask=pixels.getchannel("A") if "A" in pixels.getbands() else None)
    return clean


def narrowed(image: Image.Image, width: int) -> Image.Image:
    """Return the image at most ``width`` pixels wide, in proportion."""
    if image.width <= width:
        return image
    return image.resize((width, max(1, round(image.height * width / image.width))), Image.Resampling.LANCZOS)


def save(image: Image.Image, role: str, form: str, folder: Path) -> Piece:
    """Write one image as ``webp`` or ``jpeg`` and return it as a piece."""
    saver, media_type, options = _SAVED_AS[form]
    path = folder / f"{role}.{form}"
    image.save(path, saver, **options)
    return Piece(role, path, form, media_type, image.width, image.height)


def _eight_bits(image: Image.Image) -> Image.Image:
    if image.mode.startswith("I") or image.mode == "F":
        low, high = image.getextrema()
        scale = 255 / max(high, 255) if low >= 0 else 1
        return image.convert("F").point(lambda value: value * scale).convert("L")
    if image.mode in ("P", "PA", "LA", "La", "RGBa"):
        return image.convert("RGBA")
    return image


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """A profile that cannot be read is left out: the colours may be off, the picture is there."""
    if profile and image.mode in ("RGB", "RGBA", "CMYK", "L"):
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            mode = "RGBA" if image.mode == "RGBA" else "RGB"
            return ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode=mode)
        except (ImageCms.PyCMSError, ValueError, OSError):
            pass
    return image if image.mode in ("RGB", "RGBA") else image.convert("RGB")
