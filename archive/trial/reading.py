"""Files of trials, read line by line; what cannot be used is said with its place."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import msgspec

T = TypeVar("T")


class Unusable(Exception):
    """A file that cannot be used, in a sentence."""


def lines(path: str | Path, kind: type[T]) -> Iterator[T]:
    """Each line of a JSON Lines file as a ``kind``; empty lines are passed over."""
    decoder = msgspec.json.Decoder(kind)
    with _opened(path) as file:
        for number, line in enumerate(file, start=1):
            if line.strip():
                yield _decoded(decoder, line, f"{path}, line {number}")


def whole(path: str | Path, kind: type[T]) -> T:
    """A whole JSON file as a ``kind``."""
    with _opened(path) as file:
        return _decoded(msgspec.json.Decoder(kind), file.read(), str(path))


def _opened(path: str | Path):
    try:
        return Path(path).open("rb")
    except OSError as error:
        raise Unusable(f"{path} cannot be read: {error.strerror}.") from error


def _decoded(decoder, text: bytes, place: str):
    try:
        return decoder.decode(text)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Unusable(f"{place} is not of the expected form: {error}.") from error
