"""Whose hand is at work: every write to the catalogue happens under somebody's name."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_actor = ContextVar("actor", default=None)
_is_narrowing = ContextVar("is_narrowing", default=False)


class Unattributed(RuntimeError):
    """The catalogue was written to outside ``acting(user)``."""


@contextmanager
def acting(user) -> Iterator[None]:
    """Attribute all catalogue writes inside to ``user``."""
    token = _actor.set(user)
    try:
        yield
    finally:
        _actor.reset(token)


@contextmanager
def narrowing() -> Iterator[None]:
    """Writes inside only take away; they are recorded as acts of their own and are no edits of the dossier."""
    token = _is_narrowing.set(True)
    try:
        yield
    finally:
        _is_narrowing.reset(token)


def current_actor():
    """The account at work; raises ``Unattributed`` if there is none."""
    user = _actor.get()
    if user is None or not user.pk:
        raise Unattributed("Write to the catalogue inside custody.acting(user).")
    return user


def is_narrowing() -> bool:
    return _is_narrowing.get()
