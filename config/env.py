"""Strict readers of the environment: a setting is well formed, or the house does not start.

Every reader raises ``ImproperlyConfigured`` with the variable's name and what to write in it. An empty value
counts as absent. The table of all variables stands in ``docs/operations.md``.
"""

import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

REQUIRED = object()


def _read(name, default, what):
    value = os.environ.get(name, "").strip()
    if value:
        return value
    if default is REQUIRED:
        raise ImproperlyConfigured(f"{name} is not set. Set it to {what}; see docs/operations.md.")
    return None


def text(name, default=REQUIRED, what="a text", at_least=0):
    value = _read(name, default, what)
    if value is None:
        return default
    if len(value) < at_least:
        raise ImproperlyConfigured(f"{name} is too short: set it to {what}, at least {at_least} characters.")
    return value


def choice(name, options, default=REQUIRED):
    value = _read(name, default, "one of " + ", ".join(options))
    if value is None:
        return default
    if value not in options:
        raise ImproperlyConfigured(f"{name} is {value!r}; it can only be one of {', '.join(options)}.")
    return value


def flag(name, default=REQUIRED):
    value = choice(name, ("yes", "no"), default if default is REQUIRED else "yes" if default else "no")
    return value == "yes"


def integer(name, default=REQUIRED, at_least=0):
    value = _read(name, default, "a whole number")
    if value is None:
        return default
    if not (value.isascii() and value.isdigit()) or int(value) < at_least:
        raise ImproperlyConfigured(f"{name} is {value!r}; it must be a whole number, at least {at_least}.")
    return int(value)


def names(name, default=REQUIRED, what="names separated by commas", at_least=0):
    """A comma-separated list without empty members; ``at_least`` is the length each member must have."""
    value = _read(name, default, what)
    if value is None:
        return list(default)
    members = [member.strip() for member in value.split(",")]
    if any(len(member) < max(1, at_least) for member in members):
        raise ImproperlyConfigured(
            f"{name} holds an empty or too short part; set it to {what}, each at least {max(1, at_least)} long."
        )
    return members


def path(name, default=REQUIRED):
    value = _read(name, default, "a directory")
    return Path(value).absolute() if value is not None else Path(default).absolute()
