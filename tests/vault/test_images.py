import io

import pytest
from PIL import Image, ImageCms

from archive.vault import images
from archive.vault.recipes import IMAGE_WIDTHS, ROLES, wanted
from tests.vault.media import CANARY, photograph

RECIPE = wanted("image")[0]


def made(path, tmp_path):
    folder = tmp_path / "made"
    folder.mkdir()
    return {piece.role: piece for piece in images.make(path, RECIPE, folder)}


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".webp", ".tif"])
def test_nothing_of_a_pictures_tags_survives(tmp_path, suffix):
    master = photograph(tmp_path / f"photograph{suffix}")
    assert CANARY.encode() in master.read_bytes()
    pieces = made(master, tmp_path)
    assert set(pieces) == set(ROLES["image"])
    for piece in pieces.values():
        data = piece.path.read_bytes()
        assert CANARY.encode() not in data
        with Image.open(piece.path) as image:
            assert not image.getexif()
            assert not {"comment", "exif", "icc_profile", "xmp"} & image.info.keys()


def test_a_picture_is_narrowed_but_never_widened(tmp_path):
    pieces = made(photograph(tmp_path / "wide.jpg", size=(1200, 600)), tmp_path)
    assert [(pieces[f"image-{w}-webp"].width, pieces[f"image-{w}-webp"].height) for w in IMAGE_WIDTHS] == [
        (480, 240),
        (960, 480),
        (1200, 600),
    ]


def test_a_picture_stands_upright_as_its_camera_noted(tmp_path):
    pieces = made(photograph(tmp_path / "turned.jpg", size=(300, 200), orientation=6), tmp_path)
    with Image.open(pieces["image-480-jpeg"].path) as image:
        assert image.size == (200, 300)
        top, bottom = image.getpixel((100, 20)), image.getpixel((100, 280))
    assert top[0] > 150 > bottom[0]


def test_colours_of_another_profile_are_brought_to_srgb(tmp_path):
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = profile.replace(b"rXYZ", b"----").replace(b"gXYZ", b"rXYZ").replace(b"----", b"gXYZ")
    Image.new("RGB", (20, 20), (200, 20, 20)).save(tmp_path / "swapped.png", icc_profile=swapped)
    red, green, _ = images.redraw(tmp_path / "swapped.png").getpixel((5, 5))
    assert green > 150 > 60 > red


def test_transparency_becomes_white_paper(tmp_path):
    Image.new("RGBA", (20, 20), (0, 0, 0, 0)).save(tmp_path / "clear.png")
    assert images.redraw(tmp_path / "clear.png").getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "I;16", "CMYK", "F"])
def test_every_mode_of_a_scanner_is_drawn(tmp_path, mode):
    buffer = io.BytesIO()
    Image.new(mode, (30, 20)).save(buffer, "TIFF")
    (tmp_path / "scan.tif").write_bytes(buffer.getvalue())
    assert images.redraw(tmp_path / "scan.tif").mode == "RGB"
