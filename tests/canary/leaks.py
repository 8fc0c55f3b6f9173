"""The register of seeded leaks: small mutations of real code, each of which some check has to notice."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from . import checks, stages

LEAKS: list["Leak"] = []


@dataclass(frozen=True)
class Leak:
    """``seed(monkeypatch)`` puts the leak into the code; ``stage`` and ``check`` are where it has to show."""

    name: str
    stage: Callable
    check: Callable
    seed: Callable


def leak(name: str, stage: Callable, check: Callable = checks.nothing_in_the_edition):
    """Register the decorated ``seed(monkeypatch)``."""

    def register(seed: Callable) -> Callable:
        LEAKS.append(Leak(name, stage, check, seed))
        return seed

    return register


def scoped(scope: str) -> Callable:
    return partial(stages.scoped, scope=scope)


def ended(way: str) -> Callable:
    return partial(stages.ended, way=way)


def passing(function: Callable, change: Callable) -> Callable:
    """The function with its result changed: ``change(result, *args)``."""
    return lambda *args, **kwargs: change(function(*args, **kwargs), *args)


def nothing(*args, **kwargs) -> None:
    """Done instead of what should be done."""
