"""The upload corpus: what is taken, and what is refused with which advice. Every file is made here."""

import io
import struct
import zlib

import pytest
from PIL import Image

from archive.jobs.refusal import Refused
from archive.vault.probe import Probe, probe
from tests.vault import media
from tests.vault.media import tone

PAGE = b"<html><script>fetch('/admin/')</script></html>"


def put(tmp_path, name, data):
    path = tmp_path / "uploaded"
    path.write_bytes(data)
    return path, name


def png_chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width, height, rows=b""):
    header = png_chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + png_chunk(b"IDAT", zlib.compress(rows)) + png_chunk(b"IEND", b"")


def saved(form, **options):
    buffer = io.BytesIO()
    Image.effect_noise((64, 48), 40).save(buffer, form, **options)
    return buffer.getvalue()


def moving(form):
    frames = [Image.effect_noise((16, 16), 40) for _ in range(3)]
    buffer = io.BytesIO()
    frames[0].save(buffer, form, save_all=True, append_images=frames[1:])
    return buffer.getvalue()


def pdf(body=b"", end=b"%%EOF\n"):
    return b"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n" + body + b"\ntrailer << /Root 1 0 R >>\n" + end


REFUSED = {
    "empty": ("a.jpg", b"", "is empty"),
    "GIF that is a page": ("a.gif", b"GIF89a/*" + PAGE + b"*/", "markup"),
    "moving GIF": ("a.gif", moving("GIF"), "GIF pictures are not taken"),
    "PNG with a program behind it": ("a.png", saved("PNG") + PAGE, "hides a web page"),
    "JPEG with a program in its middle": (
        "a.jpg",
        saved("JPEG", comment=b"x" * 9000 + b"<ScRiPt>alert(1)</script>"),
        "hides a web page",
    ),
    "SVG": ("a.svg", b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', "markup"),
    "SVG named as a picture": ("a.png", b'<svg onload="alert(1)"/>', "markup"),
    "HTML named as text": ("a.txt", b"\n" * 30 + PAGE, "markup"),
    "program late in a text": ("a.txt", b"word " * 2000 + PAGE, "hides a web page"),
    "PNG named as JPEG": ("a.jpg", saved("PNG"), "another kind of file"),
    "JPEG named as a page": ("a.html", saved("JPEG"), "another kind of file"),
    "JPEG cut off": ("a.jpg", saved("JPEG")[:-300], "damaged or cut off"),
    "PNG cut off": ("a.png", saved("PNG")[:-300], "damaged or cut off"),
    "PNG of too many pixels": ("a.png", png(60_000, 60_000), "200 million pixels"),
    "PNG of just too many pixels": ("a.png", png(20_001, 10_000), "200 million pixels"),
    "PNG whose notes unpack without end": (
        "a.png",
        saved("PNG")[:-12] + png_chunk(b"zTXt", b"n\0\0" + zlib.compress(b"0" * 80_000_000)) + png_chunk(b"IEND", b""),
        "damaged or cut off",
    ),
    "moving PNG": ("a.png", moving("PNG"), "This picture moves"),
    "moving WebP": ("a.webp", moving("WEBP"), "This picture moves"),
    "telephone picture": ("a.heic", b"\0\0\0\x18ftypheic" + bytes(40), "HEIC"),
    "playlist that names other files": ("a.mp4", b"#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n", "another kind of file"),
    "program": ("a.wav", b"\x7fELF" + bytes(100), "This kind of file is not taken"),
    "archive": ("a.pdf", b"PK\x03\x04" + bytes(100), "This kind of file is not taken"),
    "sound in name only": ("a.mp3", b"ID3\x04\0\0\0\0\0\0" + bytes(5000), "damaged or cut off"),
    "film in name only": ("a.mp4", b"\0\0\0\x18ftypisom" + bytes(5000), "damaged or cut off"),
    "PDF cut off": ("a.pdf", pdf(end=b""), "cut off"),
    "PDF with a password": ("a.pdf", pdf(b"trailer << /Encrypt 5 0 R >>"), "locked with a password"),
    "PDF with a program": ("a.pdf", pdf(b"<< /S /JavaScript /JS (app.alert(1)) >>"), "contains a program"),
    "PDF with a file inside": ("a.pdf", pdf(b"<< /Type /EmbeddedFile >>"), "contains a program"),
    "text of another alphabet": ("a.txt", "Ізюм".encode("cp1251") * 20, "not taken"),
    "text that turns into bytes": ("a.txt", b"word " * 2000 + b"\xff\xfe", "not in UTF-8"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_refused_is_refused_with_advice(tmp_path, case):
    name, data, advice = REFUSED[case]
    with pytest.raises(Refused, match=advice):
        probe(*put(tmp_path, name, data))


@pytest.mark.parametrize(
    ("form", "name"),
    [("JPEG", "a.JPG"), ("PNG", "a.png"), ("WEBP", "a.webp"), ("TIFF", "a.tif"), ("JPEG", "no ending")],
)
def test_pictures_are_taken(tmp_path, form, name):
    facts = probe(*put(tmp_path, name, saved(form)))
    assert facts == Probe("image", f"image/{form.lower()}", 64, 48)


def test_a_turned_picture_is_measured_upright(tmp_path):
    path = media.photograph(tmp_path / "a.jpg", size=(300, 200), orientation=8)
    assert (probe(path, "a.jpg").width, probe(path, "a.jpg").height) == (200, 300)


@pytest.mark.parametrize(
    ("name", "codec", "media_type"),
    [
        ("a.wav", "pcm_s24le", "audio/wav"),
        ("a.flac", "flac", "audio/flac"),
        ("a.mp3", "mp3", "audio/mpeg"),
        ("a.m4a", "aac", "audio/mp4"),
        ("a.ogg", "libopus", "audio/ogg"),
        ("a.mka", "libopus", "audio/matroska"),
        ("a.webm", "libopus", "audio/webm"),
        ("a.aiff", "pcm_s16be", "audio/aiff"),
    ],
)
def test_sound_is_taken_with_its_length(tmp_path, name, codec, media_type):
    facts = probe(media.sound(tmp_path / name, codec, tone(2.0)), name if name != "a.webm" else "a.weba")
    assert (facts.kind, facts.media_type, facts.width) == ("audio", media_type, None)
    assert abs(facts.duration_ms - 2000) < 60


@pytest.mark.parametrize(
    ("name", "codec", "media_type"),
    [
        ("a.mp4", "libx264", "video/mp4"),
        ("a.mov", "libx264", "video/quicktime"),
        ("a.mkv", "libx264", "video/matroska"),
        ("a.avi", "mpeg4", "video/x-msvideo"),
        ("a.ts", "libx264", "video/mp2t"),
    ],
)
def test_film_is_taken_with_size_and_length(tmp_path, name, codec, media_type):
    facts = probe(media.film(tmp_path / name, codec=codec), name)
    assert (facts.kind, facts.media_type, facts.width, facts.height) == ("video", media_type, 160, 96)
    assert abs(facts.duration_ms - 2000) < 100


@pytest.mark.parametrize("name", ["a.mp4", "a.mkv", "a.avi", "a.wav", "a.flac", "a.ogg", "a.m4a"])
@pytest.mark.parametrize("part", [0.5, 0.9])
def test_a_recording_that_was_cut_off_is_refused(tmp_path, name, part):
    codecs = {".avi": "mpeg4", ".wav": "pcm_s16le", ".flac": "flac", ".ogg": "libopus", ".m4a": "aac"}
    codec = codecs.get(name[1:], "libx264")
    make = media.film if codec in ("libx264", "mpeg4") else media.sound
    master = make(tmp_path / name, codec=codec, **({} if make is media.film else {"samples": tone(3.0)}))
    master.write_bytes(master.read_bytes()[: int(master.stat().st_size * part)])
    with pytest.raises(Refused, match="damaged or cut off"):
        probe(master, name)


def test_a_stream_in_a_packing_that_is_not_known_is_refused(tmp_path):
    master = media.film(tmp_path / "a.avi", codec="ffv1", mute=True)
    with pytest.raises(Refused, match="packed in a way"):
        probe(master, "a.avi")


def test_a_film_whose_frames_unpack_to_too_much_is_refused(tmp_path):
    from archive.vault import probe_stream

    master = media.film(tmp_path / "a.mkv", mute=True)
    original, probe_stream.FRAME_PIXEL_LIMIT = probe_stream.FRAME_PIXEL_LIMIT, 160 * 96 - 1
    try:
        with pytest.raises(Refused, match="too large or too small"):
            probe(master, "a.mkv")
    finally:
        probe_stream.FRAME_PIXEL_LIMIT = original


def test_papers_are_taken(tmp_path):
    assert probe(*put(tmp_path, "consent.pdf", pdf())) == Probe("document", "application/pdf")
    assert probe(*put(tmp_path, "letter.txt", "Лист з Ізюма. ".encode() * 1000)) == Probe("document", "text/plain")
