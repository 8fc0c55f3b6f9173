"""The waveform: the highest sample of each part of the silenced sound, in 8 bits."""

import json
from pathlib import Path

import numpy as np

from .pieces import Piece
from .silence import RATE

POINTS = 1200
_STEP = RATE // 100


class Highest:
    """Gathers the highest sample of each 10 ms while the sound passes by."""

    def __init__(self) -> None:
        self._rest = np.zeros(0, np.float32)
        self._found: list[np.ndarray] = []

    def add(self, block: np.ndarray) -> None:
        """Take the next samples, shape (channels, n)."""
        line = np.concatenate([self._rest, np.abs(block).max(axis=0)])
        whole = len(line) // _STEP * _STEP
        self._found.append(line[:whole].reshape(-1, _STEP).max(axis=1))
        self._rest = line[whole:]

    def values(self) -> np.ndarray:
        """Return what was found, one value for each 10 ms, the last part possibly shorter."""
        rest = [self._rest.max(keepdims=True)] if len(self._rest) else []
        return np.concatenate([*self._found, *rest]) if self._found or rest else np.zeros(0, np.float32)


def make(highest: np.ndarray, duration_ms: int, folder: Path) -> Piece:
    """Write ``{"v": 1, "ms": …, "peaks": […]}`` with at most ``POINTS`` numbers from 0 to 255, the loudest at 255."""
    parts = np.array_split(highest, min(POINTS, len(highest))) if len(highest) else []
    line = np.array([part.max() for part in parts])
    loudest = line.max() if len(line) else 0
    numbers = np.rint(line * (255 / loudest)).astype(int) if loudest > 0 else np.zeros(len(line), int)
    path = folder / "peaks.json"
    path.write_text(json.dumps({"v": 1, "ms": duration_ms, "peaks": numbers.tolist()}, separators=(",", ":")))
    return Piece("peaks", path, "json", "application/json", duration_ms=duration_ms)
