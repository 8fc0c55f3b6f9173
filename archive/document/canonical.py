"""Canonical JSON of plain dataclasses: equal data gives equal bytes (keys sorted, no white space)."""

import hashlib
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")


def dump(value: Any) -> str:
    """Canonical JSON text of ``value``."""
    return msgspec.json.encode(value, order="deterministic").decode()


def plain(value: Any) -> dict:
    """A dataclass as the plain data that is written of it."""
    return msgspec.to_builtins(value)


def load(text: str, kind: type[T]) -> T:
    """The value of type ``kind`` that ``dump`` wrote; raises ``msgspec.ValidationError`` on anything else."""
    return msgspec.json.decode(text, type=kind)


def digest(value: Any) -> str:
    """SHA-256 over the canonical JSON, as 64 hexadecimal digits."""
    return hashlib.sha256(dump(value).encode()).hexdigest()
