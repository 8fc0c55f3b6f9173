"""The waveform as a path that any page can draw, with or without JavaScript."""

from collections.abc import Iterable
from functools import lru_cache

from archive.delivery.files import derivative_path
from archive.document.document import File, Recording
from archive.edition.peaks import levels_of

HEIGHT = 100
STEP = 6
"""Units of the drawing: bars are 6 apart, the loudest 100 high."""


def of(recording: Recording, bars: int = 160) -> dict | None:
    """``{"path", "width", "height"}`` of the recording's waveform, None if it has none that is ready."""
    peaks = next((file for file in recording.files if file.role == "peaks"), None)
    try:
        return drawn(_read(peaks.digest, peaks.suffix, bars)) if peaks else None
    except FileNotFoundError:
        return None


@lru_cache(maxsize=2048)
def drawn(levels: tuple[int, ...]) -> dict | None:
    """The same of levels from 0 to 255, one a bar."""
    path = "".join(_bar(number, level) for number, level in enumerate(levels))
    return {"path": path, "width": len(levels) * STEP, "height": HEIGHT} if path else None


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
def _read(digest: str, suffix: str, bars: int) -> tuple[int, ...]:
    """What cannot be read raises ``FileNotFoundError`` and is asked for again the next time: it may come back."""
    levels = levels_of(derivative_path(digest, suffix), bars)
    if not levels:
        raise FileNotFoundError(digest)
    return levels


def _bar(number: int, level: int) -> str:
    half = max(2, level * HEIGHT // 510)
    return f"M{number * STEP + STEP // 2} {HEIGHT // 2 - half}v{2 * half}"
