"""Opaque keys and new public references: short and unguessable in order."""

import secrets

from archive.document.reference import ALPHABET, check_character


def new_key() -> str:
    """A key of ten characters that says nothing about when or beside what it was made."""
    return "".join(secrets.choice(ALPHABET) for _ in range(10)).lower()


def new_reference() -> str:
    """A public reference such as ``7K2-QX9``."""
    body = "".join(secrets.choice(ALPHABET) for _ in range(5))
    text = body + check_character(body)
    return f"{text[:3]}-{text[3:]}"
