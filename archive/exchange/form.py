"""What a form of export consists of."""

from collections.abc import Callable, Iterator
from typing import NamedTuple
from unicodedata import category

from .selection import Selection


class Form(NamedTuple):
    """``name`` is the end of its address, ``suffix`` that of the file; ``written`` gives its text in pieces."""

    name: str
    suffix: str
    media_type: str
    written: Callable[[Selection], Iterator[str]]


def line(value) -> str:
    """The value in one line, so that nothing in it is taken for a sign of the format: invisible signs within words go, and
    whatever else cannot be printed is a space."""
    shown = (letter if letter.isprintable() else "" if category(letter) == "Cf" else " " for letter in str(value or ""))
    return " ".join("".join(shown).split())
