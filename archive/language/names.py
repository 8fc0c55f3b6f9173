"""Where withheld names and places stand in a text, in any case, order, spelling and script.

Free text is searched with this before approval. It reports too much rather than too little.
"""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import NamedTuple

from archive.language.function_words import FUNCTION_WORDS
from archive.language.letters import HYPHENS, is_cyrillic
from archive.language.name_groups import FORM, LOOSE, SOUND, Reading, Seen
from archive.language.name_parts import Part, parts
from archive.language.name_units import units
from archive.language.soundkey import sound
from archive.language.tokens import tokenise

CERTAIN, LIKELY, POSSIBLE = "certain", "likely", "possible"
_CERTAINTIES = (POSSIBLE, LIKELY, CERTAIN)
_SHORT = 4
_REMEMBERED = 100_000


class Sighting(NamedTuple):
    """A name at text[start:end]; `name` as it was given; `certainty` is certain, likely or possible."""

    start: int
    end: int
    name: str
    certainty: str


_BROKEN_ENDING = re.compile(f"[{re.escape(HYPHENS)}][^\\W\\d_]{{1,4}}(?![^\\W_])")


def sightings(text: str, language: str, names: Iterable[str]) -> list[Sighting]:
    """Every place of the text where one of the names, or a telling part of it, stands; ordered by place.

    `names` are written as the archivist wrote them, in any of the four languages; `language` is the segment's.
    A full name is certain; a lone surname likely; a derived or doubtful word possible. A common given name counts
    alone only if it is the whole name, or if its name is seen in the same text.
    """
    tokens = tokenise(text)
    watch = _watch(tuple(dict.fromkeys(names)))
    seen: dict[str, list[Seen]] = {}
    for first, last, spellings in units(text, tokens):
        for name, part, strength in watch.hits(spellings):
            if first == last or (strength > LOOSE and len(spellings[0]) >= _SHORT):
                seen.setdefault(name, []).append(Seen(first, last, part, strength))
    reading = Reading(text, language, tokens)
    return sorted(
        Sighting(start, _with_broken_ending(text, end), name, _CERTAINTIES[certainty])
        for name, places in seen.items()
        for start, end, certainty in reading.report(places, parts(name))
    )


def suspects(texts: Iterable[str], names: Iterable[str]) -> set[str]:
    """Those of the texts that need to be looked through: in the others `sightings` finds none of the names.

    Quick for texts that are asked about again and again, whoever is looked for.
    """
    watch = _watch(tuple(dict.fromkeys(names)))
    return {text for text in texts if any(map(watch.hits, _spelt(text)))}


@lru_cache(maxsize=4096)
def _spelt(text: str) -> frozenset[tuple[str, ...]]:
    """What the words of a text, alone and together, may be spelt as."""
    return frozenset(spellings for _first, _last, spellings in units(text, tokenise(text)))


def _with_broken_ending(text: str, end: int) -> int:
    """The end of a word whose ending a hyphen has cut off, as in «Чорни-ям»."""
    ending = _BROKEN_ENDING.match(text, end)
    return ending.end() if ending and ending[0].islower() else end


@lru_cache(maxsize=16)
def _watch(names: tuple[str, ...]) -> "Watch":
    return Watch(names)


class Watch:
    """What to look for: the parts of all names, and for every spelling met so far the parts it may be."""

    def __init__(self, names: tuple[str, ...]):
        self._wanted = [(name, part, Likeness(part)) for name in names for part in parts(name)]
        self._written, self._heard = _where(a.forms for *_, a in self._wanted), _where(a.keys for *_, a in self._wanted)
        self._alike = _any_of(shape for *_, a in self._wanted for shape in (a.tight, a.loose))
        self._met: dict[tuple[str, ...], tuple[tuple[str, Part, int], ...]] = {}

    def hits(self, spellings: tuple[str, ...]) -> tuple[tuple[str, Part, int], ...]:
        """Each (name, part, strength) that one of the spellings may be."""
        if spellings not in self._met:
            if len(self._met) >= _REMEMBERED:
                self._met.clear()
            heard = [(spelling, _sounds(spelling)) for spelling in spellings]
            self._met[spellings] = tuple(
                (name, part, max(strengths))
                for name, part, likeness in self._worth_comparing(heard)
                if (strengths := [s for s in (likeness.strength(*pair) for pair in heard) if s is not None])
            )
        return self._met[spellings]

    def _worth_comparing(self, heard) -> Iterable[tuple[str, Part, "Likeness"]]:
        """The parts that may be like one of the spellings, in their order: most words are like none."""
        found: set[int] = set()
        for spelling, sounds in heard:
            if any(map(self._alike, sounds)):
                return self._wanted
            found.update(self._written.get(spelling, ()))
            for sound_key in sounds:
                found.update(self._heard.get(sound_key, ()))
        return [self._wanted[n] for n in sorted(found)]


def _where(each: Iterable[Iterable[str]]) -> dict[str, list[int]]:
    """By word the numbers of those in which it stands."""
    found: dict[str, list[int]] = {}
    for n, words in enumerate(each):
        for word in words:
            found.setdefault(word, []).append(n)
    return found


def _any_of(shapes: Iterable[re.Pattern]) -> Callable:
    """Whether a whole word has one of the shapes."""
    return re.compile("|".join(f"(?:{shape})" for shape in dict.fromkeys(one.pattern for one in shapes))).fullmatch


class Likeness:
    """How strongly a folded spelling is like one part of a name: FORM, SOUND, LOOSE or None."""

    def __init__(self, part: Part):
        self.forms, self.keys = part.shapes.forms, part.shapes.keys
        self.tight = re.compile(part.shapes.tight or "(?!)")
        self.loose = re.compile(part.shapes.loose or "(?!)")

    def strength(self, spelling: str, sounds: frozenset[str]) -> int | None:
        """The strength for one spelling; words of three sounds are compared by sound only across scripts."""
        if spelling in self.forms:
            return FORM
        if spelling in FUNCTION_WORDS:
            return None
        shortest = _SHORT if is_cyrillic(spelling[0]) else _SHORT - 1
        if any(len(heard) >= shortest for heard in sounds & self.keys) or any(map(self.tight.fullmatch, sounds)):
            return SOUND
        return LOOSE if any(map(self.loose.fullmatch, sounds)) else None


@lru_cache(maxsize=_REMEMBERED)
def _sounds(spelling: str) -> frozenset[str]:
    """The sound keys of a spelling, with "ch" as ч and as х, and "sch" as щ and as ш."""
    spellings = {spelling, spelling.replace("ch", "h"), spelling.replace("sch", "sh")}
    return frozenset(filter(None, map(sound, spellings)))
