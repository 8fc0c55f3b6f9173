"""Whether a recording's wrapper, where it declares its own length, has all of it.

FFmpeg takes what is there without complaint. Raw AAC and MPEG transport streams declare no length: one that was cut
between two packets cannot be told from a short one.
"""

from pathlib import Path

_OGG_PAGE_LIMIT = 65_307
_UNKNOWN = (0, 0xFFFFFFFF)


def is_whole(path: Path, reader: str) -> bool:
    """Return False if RIFF, AIFF or Ogg says that more should follow."""
    size = path.stat().st_size
    with path.open("rb") as file:
        head = file.read(8)
        file.seek(max(0, size - _OGG_PAGE_LIMIT))
        tail = file.read()
    if head[:4] in (b"RIFF", b"FORM"):
        declared = int.from_bytes(head[4:8], "little" if head[:4] == b"RIFF" else "big")
        return declared in _UNKNOWN or declared + 8 <= size + 1
    return reader != "ogg" or _ends_a_page(tail)


def _ends_a_page(tail: bytes) -> bool:
    """Whether the last Ogg page (RFC 3533) is whole and says that the stream ends with it."""
    page = tail[max(0, tail.rfind(b"OggS")) :]
    if len(page) < 27 or len(page) < 27 + page[26]:
        return False
    return bool(page[5] & 4) and len(page) >= 27 + page[26] + sum(page[27 : 27 + page[26]])
