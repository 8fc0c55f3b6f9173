"""Whether a recording's wrapper, where it declares its own length, has all of it.

FFmpeg takes what is there without complaint. Raw AAC and MPEG transport streams declare no length: one that was cut
between two packets cannot be told from a short one.
"""

from pathlib import Path
from typing import BinaryIO

_OGG_PAGE_LIMIT = 65_307
_RIFF_UNKNOWN = (0, 0xFFFFFFFF)
_EBML_HEADER, _SEGMENT = b"\x1a\x45\xdf\xa3", b"\x18\x53\x80\x67"


def is_whole(path: Path, reader: str) -> bool:
    """Return False if the wrapper that ``reader`` reads says that more should follow; True if it says nothing."""
    check = {"wav": _riff, "avi": _riff, "aiff": _riff, "mov": _boxes, "matroska": _segment, "ogg": _page}.get(reader)
    size = path.stat().st_size
    with path.open("rb") as file:
        return check is None or check(file, size)


def _riff(file: BinaryIO, size: int) -> bool:
    """RIFF counts from the little end, AIFF from the big one; recorders that never stopped write no number."""
    head = file.read(8)
    declared = int.from_bytes(head[4:8], "big" if head[:4] == b"FORM" else "little")
    return declared in _RIFF_UNKNOWN or declared + 8 <= size + 1


def _boxes(file: BinaryIO, size: int) -> bool:
    """Every top-level box of an ISO base media file (ISO/IEC 14496-12) must end within the file."""
    position = 0
    while position + 8 <= size:
        file.seek(position)
        head = file.read(16)
        length = int.from_bytes(head[:4], "big")
        if length == 0:
            return True
        if length == 1:
            length = int.from_bytes(head[8:16], "big")
        if length < 8:
            return False
        position += length
    return position <= size


def _segment(file: BinaryIO, size: int) -> bool:
    """The one segment of a Matroska file (RFC 9559) must end within it; a live recorder leaves its length open."""
    for wanted in (_EBML_HEADER, _SEGMENT):
        if file.read(4) != wanted:
            return False
        length = _ebml_length(file)
        if wanted is _EBML_HEADER and length is not None:
            file.seek(length, 1)
    return length is None or file.tell() + length <= size


def _ebml_length(file: BinaryIO) -> int | None:
    """Return the number of EBML's own form (RFC 8794, section 4); None if all its bits say "unknown"."""
    first = file.read(1)
    if not first or not first[0]:
        return 0
    width = 9 - first[0].bit_length()
    mask = (1 << (7 * width)) - 1
    value = int.from_bytes(first + file.read(width - 1), "big") & mask
    return None if value == mask else value


def _page(file: BinaryIO, size: int) -> bool:
    """The last Ogg page (RFC 3533) must be whole and say that the stream ends with it."""
    file.seek(max(0, size - _OGG_PAGE_LIMIT))
    tail = file.read()
    page = tail[max(0, tail.rfind(b"OggS")) :]
    if len(page) < 27 or len(page) < 27 + page[26]:
        return False
    return bool(page[5] & 4) and len(page) >= 27 + page[26] + sum(page[27 : 27 + page[26]])
