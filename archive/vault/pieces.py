"""A piece: one file just made from a master, not yet in its place."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Piece:
    """A file in a working folder with what its derivative's row will say."""

    role: str
    path: Path
    suffix: str
    media_type: str
    width: int | None = None
    height: int | None = None
    duration_ms: int | None = None
