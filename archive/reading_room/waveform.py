"""The waveform as a path that any page can draw, with or without JavaScript."""

import json
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from archive.document.document import File, Recording

HEIGHT = 100
STEP = 6
"""Units of the drawing: bars are 6 apart, the loudest 100 high."""


def path_of(file: str, suffix: str) -> Path:
    """Where the public file with this digest lies."""
    return Path(settings.HOLOS_PUBLIC_ROOT) / file[:2] / f"{file}.{suffix}"


def of(recording: Recording, bars: int = 160) -> dict | None:
    """``{"path", "width", "height"}`` of the recording's waveform, None if it has none that is ready."""
    peaks = next((file for file in recording.files if file.role == "peaks"), None)
    if peaks is None:
        return None
    drawn = _draw(peaks.digest, peaks.suffix, bars)
    return {"path": drawn, "width": bars * STEP, "height": HEIGHT} if drawn else None


def places(times_ms: Iterable[int], duration_ms: int | None, bars: int = 160) -> str:
    """A path of upright strokes at these times of the same drawing."""
    if not duration_ms:
        return ""
    width = bars * STEP
    return "".join(f"M{width * ms // duration_ms} 0v{HEIGHT}" for ms in times_ms if 0 <= ms <= duration_ms)


def sound_of(recording: Recording) -> File | None:
    """The file to be heard or seen: film before sound."""
    return next((f for role in ("film", "sound") for f in recording.files if f.role == role), None)


@lru_cache(maxsize=512)
def _draw(digest: str, suffix: str, bars: int) -> str:
    try:
        peaks = json.loads(path_of(digest, suffix).read_text())["peaks"]
    except (OSError, ValueError, KeyError):
        return ""
    return "".join(_bar(number, level) for number, level in enumerate(_highest(peaks, bars)))


def _highest(peaks: list[int], bars: int) -> list[int]:
    """The loudest of each of ``bars`` equal parts, 0 to 255."""
    count = len(peaks)
    return [
        max(peaks[i * count // bars : max((i + 1) * count // bars, i * count // bars + 1)], default=0)
        for i in range(bars)
    ]


def _bar(number: int, level: int) -> str:
    half = max(2, level * HEIGHT // 510)
    return f"M{number * STEP + STEP // 2} {HEIGHT // 2 - half}v{2 * half}"
