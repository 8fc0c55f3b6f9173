"""The file formats the archive takes, recognised by their first bytes and never by their names.

Whatever is not in ``FORMATS`` is refused. A format names the one reader that may open it, so that a playlist or a
picture in disguise never reaches a reader that would follow it elsewhere.
"""

from dataclasses import dataclass

IMAGE, AUDIO, VIDEO, DOCUMENT = "image", "audio", "video", "document"


@dataclass(frozen=True)
class Format:
    """``reader`` is the name by which Pillow (images) or FFmpeg (sound and film) know the format."""

    kind: str
    media_type: str
    suffixes: tuple[str, ...]
    reader: str = ""


JPEG = Format(IMAGE, "image/jpeg", (".jpg", ".jpeg", ".jpe", ".jfif"), "JPEG")
PNG = Format(IMAGE, "image/png", (".png",), "PNG")
WEBP = Format(IMAGE, "image/webp", (".webp",), "WEBP")
TIFF = Format(IMAGE, "image/tiff", (".tif", ".tiff"), "TIFF")
WAV = Format(AUDIO, "audio/wav", (".wav", ".bwf"), "wav")
AIFF = Format(AUDIO, "audio/aiff", (".aif", ".aiff"), "aiff")
FLAC = Format(AUDIO, "audio/flac", (".flac",), "flac")
MP3 = Format(AUDIO, "audio/mpeg", (".mp3",), "mp3")
AAC = Format(AUDIO, "audio/aac", (".aac",), "aac")
M4A = Format(AUDIO, "audio/mp4", (".m4a", ".m4b", ".mp4"), "mov")
OGG = Format(AUDIO, "audio/ogg", (".ogg", ".oga", ".opus", ".ogv"), "ogg")
MP4 = Format(VIDEO, "video/mp4", (".mp4", ".m4v", ".mov", ".3gp"), "mov")
QUICKTIME = Format(VIDEO, "video/quicktime", (".mov", ".qt"), "mov")
MATROSKA = Format(VIDEO, "video/matroska", (".mkv", ".mka"), "matroska")
WEBM = Format(VIDEO, "video/webm", (".webm", ".weba"), "matroska")
AVI = Format(VIDEO, "video/x-msvideo", (".avi",), "avi")
MPEG_TS = Format(VIDEO, "video/mp2t", (".ts", ".mts", ".m2ts"), "mpegts")
PDF = Format(DOCUMENT, "application/pdf", (".pdf",))
TEXT = Format(DOCUMENT, "text/plain", (".txt", ".text"))

HEAD_BYTES = 4096
"""How much of a file's beginning ``recognise`` wants to see."""

_STILL_BRANDS = {b"heic", b"heix", b"mif1", b"msf1", b"avif", b"avis", b"hevc"}
_SOUND_BRANDS = {b"M4A ", b"M4B "}
_OLD_QUICKTIME = {b"moov", b"mdat", b"wide", b"free", b"skip"}
_SIGNATURES = (
    (b"\xff\xd8\xff", JPEG),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"II*\x00", TIFF),
    (b"MM\x00*", TIFF),
    (b"fLaC", FLAC),
    (b"ID3", MP3),
    (b"OggS", OGG),
    (b"%PDF-", PDF),
)
_CONTAINED = {
    b"RIFFWEBP": WEBP,
    b"RIFFWAVE": WAV,
    b"RF64WAVE": WAV,
    b"RIFFAVI ": AVI,
    b"FORMAIFF": AIFF,
    b"FORMAIFC": AIFF,
}


def recognise(head: bytes) -> Format | None:
    """Return the format that the first ``HEAD_BYTES`` of a file announce, None if none is known.

    Text has no signature; see ``is_plain_text``. Whether an MP4 or Ogg holds film or only sound is for the probe.
    """
    for signature, known in _SIGNATURES:
        if head.startswith(signature):
            return known
    contained = _CONTAINED.get(head[:4] + head[8:12])
    return contained or _iso_media(head) or _ebml(head) or _by_sync_bytes(head)


def is_heif(head: bytes) -> bool:
    """Whether this is a still picture of a telephone (HEIC, AVIF), which the archive does not take."""
    return head[4:8] == b"ftyp" and head[8:12] in _STILL_BRANDS


def is_plain_text(head: bytes) -> bool:
    """Whether the bytes look like UTF-8 text; the last character may be cut."""
    if not head or any(byte < 32 and byte not in b"\t\n\r\f" for byte in head):
        return False
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        return len(head) == HEAD_BYTES and error.start >= HEAD_BYTES - 3
    return True


def _iso_media(head: bytes) -> Format | None:
    if head[4:8] == b"ftyp" and not is_heif(head):
        brand = head[8:12]
        return QUICKTIME if brand == b"qt  " else M4A if brand in _SOUND_BRANDS else MP4
    return QUICKTIME if head[4:8] in _OLD_QUICKTIME else None


def _ebml(head: bytes) -> Format | None:
    if not head.startswith(b"\x1aE\xdf\xa3"):
        return None
    return WEBM if b"webm" in head[:64] else MATROSKA


def _by_sync_bytes(head: bytes) -> Format | None:
    """MPEG streams have no signature, only a pattern that returns."""
    if len(head) > 400 and (head[0] == head[188] == head[376] == 0x47 or head[4] == head[196] == head[388] == 0x47):
        return MPEG_TS
    if len(head) > 2 and head[0] == 0xFF and head[1] & 0xF6 == 0xF0:
        return AAC
    if len(head) > 2 and head[0] == 0xFF and head[1] & 0xE6 == 0xE2 and head[2] & 0xF0 not in (0x00, 0xF0):
        return MP3
    return None
