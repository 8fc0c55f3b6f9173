"""A text in several languages, and the choice of one of them for a reader."""

from collections.abc import Mapping
from dataclasses import dataclass

LANGUAGES = ("uk", "en", "pl", "ru")

Text = Mapping[str, str]
"""Language code → text; only languages that have one."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One text with the language it is written in, for its ``lang`` attribute."""

    text: str
    language: str
    is_fallback: bool

    def __str__(self):
        return self.text


def read(text: Text, language: str) -> Reading | None:
    """The text in ``language``, else in the first of uk, en, pl, ru that has one; None if none has."""
    for candidate in (language, *LANGUAGES):
        if text.get(candidate):
            return Reading(text[candidate], candidate, is_fallback=candidate != language)
    return None
