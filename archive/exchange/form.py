"""What a form of export consists of."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from .selection import Selection


class Form(NamedTuple):
    """``name`` is the end of its address, ``suffix`` that of the file; ``written`` gives its text in pieces."""

    name: str
    suffix: str
    media_type: str
    written: Callable[[Selection], Iterator[str]]
