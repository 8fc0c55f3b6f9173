"""The loudness of a public recording, as the file of its peaks tells it."""

import json
from pathlib import Path

from archive.delivery.files import derivative_path
from archive.document.document import Document, Recording

BARS = 48
"""Bars of the small waveform in a row of a list."""


def levels(recording: Recording, bars: int) -> tuple[int, ...]:
    """The loudest of each of ``bars`` equal parts, 0 to 255; empty if there is no file of peaks that can be read."""
    file = next((file for file in recording.files if file.role == "peaks"), None)
    return levels_of(derivative_path(file.digest, file.suffix), bars) if file else ()


def levels_of(path: Path, bars: int) -> tuple[int, ...]:
    try:
        peaks = json.loads(path.read_text())["peaks"]
    except (OSError, ValueError, KeyError):
        return ()
    count = len(peaks)
    bounds = [(i * count // bars, max((i + 1) * count // bars, i * count // bars + 1)) for i in range(bars)]
    return tuple(max(peaks[start:end], default=0) for start, end in bounds)


def first_levels(document: Document, bars: int = BARS) -> tuple[int, ...]:
    """The levels of the first recording that has any."""
    return next((found for recording in document.recordings if (found := levels(recording, bars))), ())
