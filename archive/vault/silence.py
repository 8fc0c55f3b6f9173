"""Silence: what is withheld is zero to the sample, before anything else looks at the sound."""

import numpy as np

from .recipes import Ranges

RATE = 48_000
"""Samples a second of everything the vault makes."""

FADE = RATE // 200
"""Samples (5 ms) over which the sound beside a silence fades, outside of it, so that it does not click."""


def silenced(block: np.ndarray, position: int, ranges: Ranges) -> np.ndarray:
    """Return samples of shape (channels, n), which begin at sample ``position``, with the ranges (ms) at zero."""
    last = position + block.shape[1]
    for start_ms, end_ms in ranges:
        start, end = start_ms * RATE // 1000, -(-end_ms * RATE // 1000)
        if end + FADE <= position or start - FADE >= last:
            continue
        times = np.arange(position, last)
        away = np.maximum(start - times, times - end + 1)
        block = block * np.clip(away / FADE, 0, 1).astype(np.float32)
    return block


def is_covered(start: float, end: float, ranges: Ranges) -> bool:
    """Whether what is shown from ``start`` to ``end`` (seconds) touches a range."""
    return any(start * 1000 < last and end * 1000 > first for first, last in ranges)
