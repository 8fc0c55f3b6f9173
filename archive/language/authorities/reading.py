"""One text read for authorities: names by their forms or, with a capital, by their sound; concepts by lemma."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from archive.language.authorities.forms import LONGEST
from archive.language.authorities.labels import PERSON, PLACE
from archive.language.authorities.mentions import CERTAIN, LIKELY, POSSIBLE, Mention
from archive.language.authorities.table import Referent, Table, Tables
from archive.language.declension.cyrillic import is_patronymic
from archive.language.languages import sisters
from archive.language.lemmas import common, known
from archive.language.name_families import family, heard
from archive.language.streams import Word
from archive.language.tokens import Tokens, clean, is_hyphenated

_ADJECTIVE = re.compile("[сц]ь?к[аеиіоу]|[scz]k[aeiy]")
_SENTENCE_END = re.compile(r"[.!?…:;«„“\"\n—–]")


class Hit(NamedTuple):
    """That the words from `first` to `last` name something; `is_heard` by their sound, not by their form."""

    first: int
    last: int
    named: Referent
    is_heard: bool


class Reading:
    """A text, its tokens and their stream entries, being read for what the tables have."""

    def __init__(self, tables: Tables, text: str, tokens: Tokens, words: Sequence[Word]):
        self.tables, self.text, self.tokens, self.words = tables, text, tokens, words
        self.capital = [word[0].isupper() for word in tokens.written]
        self.has_capitals = any(self.capital)

    def mentions(self) -> list[Mention]:
        """The mentions, ordered by place, longer ones first. A name within a concept, or a concept within a name or a
        longer concept, is one too, unless both are of one authority."""
        found, ends = [], {}
        for hit in sorted([*self._names(), *self._concepts()], key=lambda hit: (hit.first, -hit.last)):
            start, end = self.tokens[hit.first].start, self.tokens[hit.last].end
            certainty = self._certainty(hit)
            for kind, id in hit.named.authorities:
                if ends.get((kind, id), -1) < hit.last:
                    ends[kind, id] = hit.last
                    found.append(Mention(*hit[:2], start, end, kind, id, certainty))
        return found

    def _names(self) -> Iterator[Hit]:
        forms, sounds = self.tables.names.lengths, self.tables.sounds.lengths
        adjectives, end = self.tables.adjectives.lengths, 0
        if not forms:
            return
        for place, word in enumerate(self.words):
            if place < end:
                continue
            hit = self._written(place) if word.x in forms else None
            if hit is None and self.capital[place] and any(spoken in sounds for spoken in heard(word.x)):
                hit = self._spoken(place)
            if hit is None and adjectives and _ADJECTIVE.search(word.x):
                hit = self._adjective(place)
            if hit:
                end = hit.last + 1
                yield hit

    def _written(self, place: int) -> Hit | None:
        options = [(word.x,) for word in self.words[place : place + LONGEST]]
        for length, named in self.tables.names.longest(options):
            has_capital = self.capital[place] or not self.has_capitals or not named.needs_capital
            if has_capital and not (length == 1 and self._is_of_another_name(place, named)):
                return Hit(place, place + length - 1, named, False)
        return self._around_patronymic(self.tables.names, options, place)

    def _spoken(self, place: int) -> Hit | None:
        """A capitalised name spelt as no label has it; not a common word that begins a sentence, nor a given name."""
        end = place
        while end < len(self.words) and end - place < LONGEST and self.capital[end]:
            end += 1
        options = [heard(word.x) for word in self.words[place:end]]
        for length, named in self.tables.sounds.longest(options):
            if length > 1 or not self._is_another_word(place, named):
                return Hit(place, place + length - 1, named, True)
        return self._around_patronymic(self.tables.sounds, options, place)

    def _adjective(self, place: int) -> Hit | None:
        """The adjective of a place as the sister language spells it, in small letters too: «мариупольский»."""
        for length, named in self.tables.adjectives.longest([heard(self.words[place].x)]):
            return Hit(place, place + length - 1, named, True)
        return None

    def _is_another_word(self, place: int, named: Referent) -> bool:
        if family(self.words[place].x) or self._is_of_another_name(place, named):
            return True
        is_common = common(clean(self.tokens[place].text), self.words[place].language)
        return is_common and self._says_nothing(place)

    def _is_of_another_name(self, place: int, named: Referent) -> bool:
        """Whether a place's name is part of another name here: a surname beside a given name, «Володимир Коваль», or the
        end of a compound, «Рай-Оленівка», whose beginning names no place."""
        return named.authorities[0][0] == PLACE and (
            self._is_given_name(place - 1, place)
            or self._is_given_name(place + 1, place)
            or self._is_end_of_compound(place)
        )

    def _is_end_of_compound(self, place: int) -> bool:
        return (
            place > 0
            and self.capital[place - 1]
            and is_hyphenated(self.text, self.tokens[place - 1], self.tokens[place])
            and self.words[place - 1].x not in self.tables.names.lengths
        )

    def _is_given_name(self, other: int, place: int) -> bool:
        if not 0 <= other < len(self.words) or not self.capital[other] or not family(self.words[other].x):
            return False
        left, right = sorted((other, place))
        return self.text[self.tokens[left].end : self.tokens[right].start].isspace()

    def _around_patronymic(self, table: Table, options: Sequence[Sequence[str]], place: int) -> Hit | None:
        """A given name and a surname with a patronymic between them that the label does not have."""
        if len(options) > 2 and is_patronymic(self.words[place + 1].l):
            for length, named in table.longest([options[0], options[2]]):
                if length == 2 and named.authorities[0][0] == PERSON:
                    return Hit(place, place + 2, named, True)
        return None

    def _concepts(self) -> Iterator[Hit]:
        """Every concept, those within longer ones too: a filtration camp tells of filtration."""
        starts = self.tables.concept_starts
        if not starts:
            return
        for place, (x, best, second, _, _) in enumerate(self.words):
            if best in starts or second in starts or x in starts:
                yield from self._concepts_at(place)

    def _concepts_at(self, place: int) -> Iterator[Hit]:
        """The concepts in the word's own language; a word of no dictionary may be of the sister language too."""
        own = self.words[place]
        options = [tuple(dict.fromkeys((word.l, word.m, word.x))) for word in self.words[place : place + LONGEST]]
        for language in [own.language] if known(own.x, own.language) else sisters(own.language):
            if language in self.tables.concepts:
                for length, named in self.tables.concepts[language].longest(options):
                    yield Hit(place, place + length - 1, named, False)

    def _certainty(self, hit: Hit) -> str:
        if len(hit.named.authorities) > 1 or (hit.named.needs_capital and self._may_be_a_common_word(hit)):
            return POSSIBLE
        return LIKELY if hit.is_heard else CERTAIN

    def _may_be_a_common_word(self, hit: Hit) -> bool:
        if not self.capital[hit.first]:
            return True
        words = range(hit.first, hit.last + 1)
        is_common = all(common(clean(self.tokens[place].text), self.words[place].language) for place in words)
        return is_common and self._says_nothing(hit.first)

    def _says_nothing(self, place: int) -> bool:
        """Whether its capital says nothing of a word, because it begins a sentence."""
        return not place or bool(_SENTENCE_END.search(self.text, self.tokens[place - 1].end, self.tokens[place].start))
