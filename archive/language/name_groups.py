"""Parts of a name seen in one text, put together: neighbours are one sighting, and how sure it is."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from archive.language.fold import fold
from archive.language.function_words import FUNCTION_WORDS
from archive.language.lemmas import known, language_of
from archive.language.letters import HYPHENS, is_cyrillic
from archive.language.name_parts import Part
from archive.language.soundkey import sound
from archive.language.tokens import Token, clean

LOOSE, SOUND, FORM = 0, 1, 2
_POSSIBLE, _LIKELY, _CERTAIN = 0, 1, 2
_PATRONYMIC = re.compile(r"[a-z]{2,}(?:[oei]?vic|[ioe]vn|icn)[a-z]{0,4}")


class Seen(NamedTuple):
    """A part of a name at tokens `first` to `last`, by its form, by its sound or loosely."""

    first: int
    last: int
    part: Part
    strength: int


class Reading:
    """One text, its segment's language and its tokens, being read for names."""

    def __init__(self, text: str, language: str, tokens: list[Token]):
        self.text, self.language, self.tokens = text, language, tokens
        self.has_capitals = any(token.text[0].isupper() for token in tokens)

    def report(self, places: list[Seen], own: tuple[Part, ...]) -> Iterator[tuple[int, int, int]]:
        """The (start, end, certainty) of each sighting of a name made of the parts `own`, seen at `places`."""
        places = self._needed(places)
        is_here = any(not place.part.weak for place in places)
        for group in self._groups(places):
            first, last = group[0].first, max(place.last for place in group)
            with_initials = self._with_initials(first, last, group, own)
            certainty = self._certainty(group, own, with_initials != (first, last), is_here)
            if certainty is not None:
                first, last = self._with_patronymic(*with_initials, group)
                yield self.tokens[first].start, self.tokens[last].end, certainty

    def _needed(self, places: list[Seen]) -> list[Seen]:
        """The places in order: of several parts at one spot the best match; runs of tokens only where they say more."""
        best: dict[tuple[int, int], Seen] = {}
        for place in places:
            spot = place.first, place.last
            if spot not in best or place.strength > best[spot].strength:
                best[spot] = place
        runs = [run for run in best.values() if run.first != run.last and self._is_better(run, best)]
        broken = {place for run in runs for place in range(run.first, run.last + 1)}
        alone = [place for place in best.values() if place.first == place.last and place.first not in broken]
        return sorted(runs + alone, key=lambda place: place[:2])

    def _is_better(self, run: Seen, best: dict[tuple[int, int], Seen]) -> bool:
        """Whether the run says more than each of its tokens does alone: "Куп'ян-ськ" more than "Куп'ян"."""
        alone = [best[place, place].strength for place in range(run.first, run.last + 1) if (place, place) in best]
        between = self.text[self.tokens[run.first].end : self.tokens[run.last].start]
        is_hyphenated = any(sign in HYPHENS for sign in between)
        return all(strength < run.strength + is_hyphenated for strength in alone)

    def _groups(self, places: list[Seen]) -> list[list[Seen]]:
        """The places in groups of neighbours, each part once."""
        groups: list[list[Seen]] = []
        for place in places:
            if (
                groups
                and self._is_beside(groups[-1][-1].last, place.first)
                and all(place.part != seen.part for seen in groups[-1])
            ):
                groups[-1].append(place)
            else:
                groups.append([place])
        return groups

    def _is_beside(self, left: int, right: int) -> bool:
        """Whether the tokens follow one another, or only one word that may belong to the name is between."""
        return right - left == 1 or (right - left == 2 and (not self.has_capitals or self._is_capital(left + 1)))

    def _certainty(self, group: list[Seen], own: tuple[Part, ...], has_initials: bool, is_here: bool) -> int | None:
        named = [place for place in group if not place.part.is_kind]
        if not named:
            return None
        if len(named) > 1:
            return _CERTAIN if all(place.strength > LOOSE for place in named) else _LIKELY
        if has_initials:
            return _LIKELY
        place = named[0]
        if place.part.weak:
            return _POSSIBLE if is_here else None
        certainty = place.strength
        if sum(not part.is_kind for part in own) > 1:
            certainty = _POSSIBLE if place.part.is_personal else min(certainty, _LIKELY)
        return max(_POSSIBLE, certainty - self._is_common_word(place))

    def _is_common_word(self, place: Seen) -> bool:
        """Whether it is a word of the language in lower case, in a text that knows capitals."""
        if place.first != place.last or not self.has_capitals or self._is_capital(place.first):
            return False
        word = clean(self.tokens[place.first].text)
        return known(word, language_of(word, self.language))

    def _with_initials(self, first: int, last: int, group: list[Seen], own: tuple[Part, ...]) -> tuple[int, int]:
        """The range widened by the initials of the name's other parts: «М. Коваленко», «Марія К.»"""
        seen = {place.part.word for place in group}
        letters = {form[0] for part in own if part.word not in seen and not part.is_kind for form in part.shapes.forms}
        while first and self._is_initial(first - 1, letters):
            first -= 1
        while last + 1 < len(self.tokens) and self._is_initial(last + 1, letters):
            last += 1
        return first, last

    def _is_initial(self, place: int, letters: set[str]) -> bool:
        token = self.tokens[place]
        folded = fold(token.text)
        if len(folded) > 2 or not self._is_capital(place):
            return False
        if self.text[token.end : token.end + 1] != "." and folded in FUNCTION_WORDS:
            return False
        if is_cyrillic(folded[0]):
            return folded in letters
        return sound(folded)[:1] in {sound(letter)[:1] for letter in letters}

    def _with_patronymic(self, first: int, last: int, group: list[Seen]) -> tuple[int, int]:
        """The range widened by a patronymic that follows a given name."""
        after = last + 1
        if after < len(self.tokens) and any(place.part.is_personal for place in group) and self._is_capital(after):
            return first, after if _PATRONYMIC.fullmatch(sound(fold(self.tokens[after].text))) else last
        return first, last

    def _is_capital(self, place: int) -> bool:
        return self.tokens[place].text[0].isupper()
