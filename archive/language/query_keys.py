"""The sound keys by which a word of a query is looked for."""

import re

from archive.language.languages import LATIN
from archive.language.lemmas import common
from archive.language.name_families import family
from archive.language.soundkey import key, polish_key
from archive.language.streams import KEY_MARKS

_MASCULINE = re.compile("(?<=[нк])[иы]й$")
_FEMININE = re.compile("(?:(?<=n)|(?<=[sczd]k))a$")


def sound_keys(word: str, x: str, lemmas: list[str]) -> tuple[str, ...]:
    """The sound keys to look for: of the family of a given name; of lemmas; and of the word itself among names and
    unknown words. Dictionary words of the languages that know the word too are left to l and m."""
    marks = ["", *(mark for language, mark in KEY_MARKS.items() if not common(word, language))]
    heard, otherwise = (filter(None, map(key, forms)) for forms in (lemmas, map(_other_gender, (x, *lemmas))))
    found = [family(x), *(form + mark for form in heard for mark in marks)]
    found += [key(x), *(polish_key(form) for form in (*lemmas, x) if "ch" in form)]
    found += [form + mark for form in otherwise for mark in marks]
    return tuple(filter(None, dict.fromkeys(found)))


def _other_gender(name: str) -> str:
    """A surname that is an adjective as the other gender bears it, since a dictionary has «Забужний» where English has
    "Zabuzhna"; "" for another word."""
    if _MASCULINE.search(name):
        return _MASCULINE.sub("а", name)
    is_name = _FEMININE.search(name) and not any(common(name, language) for language in LATIN)
    return _FEMININE.sub("y", name) if is_name else ""
