"""Recipes: all that decides the bytes of a derivative besides its master.

Two recipes with equal digests make the same files. Raise a kind's number in ``VERSIONS`` when its making changes.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

IMAGE_WIDTHS = (480, 960, 1920)
ROLES = {
    "image": tuple(f"image-{width}-{form}" for width in IMAGE_WIDTHS for form in ("webp", "jpeg")),
    "sound": ("sound", "peaks"),
    "film": ("film", "peaks", "poster-webp", "poster-jpeg"),
}
VERSIONS = {"image": 1, "sound": 1, "film": 1}

Ranges = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Recipe:
    """How to make the files of ``roles`` from one master.

    ``silenced`` are milliseconds of the recording's timeline, first included, last not, in order and apart; there the
    sound is silent and the picture covered. ``mute`` silences a film from end to end. ``mark`` is a constant text of
    the collection that stands as title in sound and film; all else that a master tells about itself is dropped.
    """

    kind: str
    version: int
    silenced: Ranges = ()
    mute: bool = False
    mark: str = ""

    @property
    def roles(self) -> tuple[str, ...]:
        """The roles of the files this recipe makes, all of them or none."""
        return ROLES[self.kind]

    @property
    def digest(self) -> str:
        """The SHA-256 of the recipe in its one written form."""
        return hashlib.sha256(json.dumps(asdict(self), sort_keys=True).encode()).hexdigest()

    @classmethod
    def read(cls, data: dict) -> "Recipe":
        """Return the recipe that ``dataclasses.asdict`` wrote, after a journey through JSON."""
        return cls(**{**data, "silenced": merged(data["silenced"])})


def wanted(
    master_kind: str,
    *,
    silenced: Iterable[tuple[int, int]] = (),
    sound: bool = True,
    picture: bool = True,
    mark: str = "",
) -> list[Recipe]:
    """Return the recipes for a master of this kind (``Master.Kind``); an empty list means nothing can be shown.

    A film is shown as sound alone without ``picture``, and mute without ``sound``. Papers have no derivatives.
    """
    if master_kind == "image":
        return [Recipe("image", VERSIONS["image"])] if picture else []
    if master_kind == "video" and picture:
        return [Recipe("film", VERSIONS["film"], merged(silenced), mute=not sound, mark=mark)]
    if master_kind in ("audio", "video") and sound:
        return [Recipe("sound", VERSIONS["sound"], merged(silenced), mark=mark)]
    return []


def merged(ranges: Iterable[tuple[int, int]]) -> Ranges:
    """Return the ranges in order, overlapping and touching ones joined; raise ``ValueError`` for one without length."""
    joined: list[list[int]] = []
    for start, end in sorted((max(0, int(start)), int(end)) for start, end in ranges):
        if end <= start:
            raise ValueError(f"A silenced range must end after it begins: {start}–{end} ms.")
        if joined and start <= joined[-1][1]:
            joined[-1][1] = max(end, joined[-1][1])
        else:
            joined.append([start, end])
    return tuple((start, end) for start, end in joined)
