"""The finder of authorities: one look-up for each word of a text or query, whatever their number."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from archive.language.authorities.forms import LONGEST, forms_of
from archive.language.authorities.labels import EVENT, PERSON, TOPIC, Authority, Form
from archive.language.authorities.mentions import CERTAIN, LIKELY, POSSIBLE, Mention, mention_stream
from archive.language.authorities.table import Referent, Table
from archive.language.declension.cyrillic import is_patronymic
from archive.language.fold import fold
from archive.language.function_words import FUNCTION_WORDS
from archive.language.languages import sisters
from archive.language.lemmas import common, known, lemmas
from archive.language.letters import is_cyrillic
from archive.language.name_families import heard
from archive.language.soundkey import SHORTEST
from archive.language.streams import Word, word_streams
from archive.language.tokens import Token, clean, tokenise

_SENTENCE_END = re.compile(r"[.!?…:;«„“\"\n—–]")


class Hit(NamedTuple):
    """That the words from `first` to `last` name something; `is_heard` by their sound, not by their form."""

    first: int
    last: int
    named: Referent
    is_heard: bool


class Gazetteer:
    """Finds the given authorities. Building it from ready forms is quick, making the forms is not: keep them."""

    def __init__(self, authorities: Iterable[Authority] = ()):
        self._fill(form for authority in authorities for form in forms_of(authority))

    @classmethod
    def from_forms(cls, forms: Iterable[Form]) -> "Gazetteer":
        """A finder of forms that `forms_of` made before."""
        gazetteer = cls()
        gazetteer._fill(forms)
        return gazetteer

    def _fill(self, forms: Iterable[Form]) -> None:
        self._names, self._shortened, self._sounds, self._concepts = Table(), Table(), Table(), {}
        for form in forms:
            if form.kind in (TOPIC, EVENT):
                self._concepts.setdefault(form.language, Table()).add(form.words, form)
                continue
            self._names.add(form.words, form)
            telling = tuple(word for word in form.words if word not in FUNCTION_WORDS)
            if telling and telling != form.words:
                self._shortened.add(telling, form)
            for keys in _sounds_of(form):
                self._sounds.add(keys, form)
        self._concept_starts = frozenset().union(*(table.lengths for table in self._concepts.values()))

    def find(self, text: str, language: str) -> list[Mention]:
        """The mentions in a text whose segment is in `language`, ordered by place."""
        tokens = tokenise(text)
        return self.mentions(text, tokens, [word_streams(token.text, language) for token in tokens])

    def mentions(self, text: str, tokens: Sequence[Token], words: Sequence[Word]) -> list[Mention]:
        """The mentions among tokens whose stream entries are made already."""
        hits = [*self._names_in(text, tokens, words), *self._concepts_in(words)]
        return [
            Mention(hit.first, hit.last, tokens[hit.first].start, tokens[hit.last].end, kind, id, certainty)
            for hit in sorted(hits, key=lambda hit: hit[:2])
            for certainty in [_certainty(hit, text, tokens)]
            for kind, id in hit.named.authorities
        ]

    def entries(self, text: str, tokens: Sequence[Token], words: Sequence[Word]) -> tuple[str, ...]:
        """The e stream of tokens whose other entries are made already."""
        return mention_stream(len(tokens), self.mentions(text, tokens, words))

    def in_query(self, written: Sequence[str]) -> list[Hit]:
        """The places and persons that adjacent words of a query name, longest first; capitals may be missing there."""
        cleaned = [clean(word) for word in written]
        folds = [word_streams(word, "uk").x for word in cleaned]
        return list(_walk(len(folds), lambda place: self._asked(cleaned, folds, place)))

    def meant_in_query(self, written: Sequence[str]) -> list[Hit]:
        """The topics and events that adjacent words of a query mean, in any language of their script."""
        cleaned = [clean(word) for word in written]
        return list(_walk(len(cleaned), lambda place: self._meant(cleaned, place)))

    def _names_in(self, text: str, tokens: Sequence[Token], words: Sequence[Word]) -> Iterator[Hit]:
        forms, sounds = self._names.lengths, self._sounds.lengths
        if not forms:
            return
        capital = [token.text[0].isupper() for token in tokens]
        has_capitals, end = any(capital), 0
        for place, word in enumerate(words):
            if place < end:
                continue
            hit = None
            if word.x in forms:
                hit = self._written(words, place, capital, has_capitals)
            if hit is None and capital[place] and any(spoken in sounds for spoken in heard(word.x)):
                hit = self._spoken(text, tokens, words, place, capital)
            if hit:
                end = hit.last + 1
                yield hit

    def _written(self, words, place: int, capital: list[bool], has_capitals: bool) -> Hit | None:
        options = [(word.x,) for word in words[place : place + LONGEST]]
        for length, named in self._names.longest(options):
            if capital[place] or not has_capitals or not named.needs_capital:
                return Hit(place, place + length - 1, named, False)
        return self._around_patronymic(self._names, words, options, place)

    def _spoken(self, text: str, tokens, words, place: int, capital: list[bool]) -> Hit | None:
        """A capitalised name spelt as no label has it, unless it is a common word that begins a sentence."""
        end = place
        while end < len(words) and end - place < LONGEST and capital[end]:
            end += 1
        options = [heard(word.x) for word in words[place:end]]
        for length, named in self._sounds.longest(options):
            is_common = length == 1 and common(clean(tokens[place].text), words[place].language)
            if not is_common or not _is_any_word(text, tokens, place):
                return Hit(place, place + length - 1, named, True)
        return self._around_patronymic(self._sounds, words, options, place)

    def _around_patronymic(self, table: Table, words, options: Sequence[Sequence[str]], place: int) -> Hit | None:
        """A given name and a surname with a patronymic between them that the label does not have."""
        if len(options) > 2 and is_patronymic(words[place + 1].l):
            for length, named in table.longest([options[0], options[2]]):
                if length == 2 and named.authorities[0][0] == PERSON:
                    return Hit(place, place + 2, named, True)
        return None

    def _concepts_in(self, words: Sequence[Word]) -> Iterator[Hit]:
        starts, end = self._concept_starts, 0
        if not starts:
            return
        for place, (x, best, second, _, _) in enumerate(words):
            if place >= end and (best in starts or second in starts or x in starts):
                hit = self._concept_at(words, place)
                if hit:
                    end = hit.last + 1
                    yield hit

    def _concept_at(self, words, place: int) -> Hit | None:
        """The concept in the word's own language; a word of no dictionary may be of the sister language too."""
        own = words[place]
        for language in [own.language] if known(own.x, own.language) else sisters(own.language):
            if language in self._concepts:
                options = [tuple({word.l, word.m, word.x}) for word in words[place : place + LONGEST]]
                for length, named in self._concepts[language].longest(options):
                    return Hit(place, place + length - 1, named, False)
        return None

    def _asked(self, cleaned: list[str], folds: list[str], place: int) -> Hit | None:
        options = [(fold,) for fold in folds[place : place + LONGEST]]
        for table in (self._names, self._shortened):
            for length, named in table.longest(options):
                return Hit(place, place + length - 1, named, False)
        for length, named in self._sounds.longest([heard(word) for (word,) in options]):
            if length > 1 or not any(common(cleaned[place], language) for language in _languages(cleaned[place])):
                return Hit(place, place + length - 1, named, True)
        return None

    def _meant(self, cleaned: list[str], place: int) -> Hit | None:
        asked = cleaned[place : place + LONGEST]
        together: set[tuple[str, str]] = set()
        longest = 0
        for language in _languages(asked[0]):
            if language in self._concepts:
                options = [_lemmas_of(word, language) for word in asked]
                for length, named in self._concepts[language].longest(options):
                    if length >= longest:
                        together = together | {*named.authorities} if length == longest else {*named.authorities}
                        longest = length
        return Hit(place, place + longest - 1, Referent(tuple(sorted(together)), False), False) if longest else None


def _sounds_of(form: Form) -> Iterator[tuple[str, ...]]:
    """The sounds of a form's words; a single word has to be long enough to tell it from others."""
    spoken = [heard(word)[-1:] if form.language == "pl" else heard(word)[:1] for word in form.words]
    if all(spoken) and (len(spoken) > 1 or len(spoken[0][0]) >= SHORTEST):
        yield tuple(keys[0] for keys in spoken)


def _lemmas_of(word: str, language: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*(fold(lemma) for lemma in lemmas(word, language)[:2]), fold(word)]))


def _walk(length: int, at) -> Iterator[Hit]:
    """The hits that `at` gives from the beginning on, none within another."""
    place = 0
    while place < length:
        hit = at(place)
        if hit:
            yield hit
        place = hit.last + 1 if hit else place + 1


def _languages(word: str) -> list[str]:
    """The languages of the word's script that know it, or else all of them."""
    languages = sisters("uk" if any(map(is_cyrillic, word)) else "en")
    return [language for language in languages if known(word, language)] or list(languages)


def _certainty(hit: Hit, text: str, tokens: Sequence[Token]) -> str:
    if len(hit.named.authorities) > 1:
        return POSSIBLE
    if hit.named.needs_capital and _is_any_word(text, tokens, hit.first):
        return POSSIBLE
    return LIKELY if hit.is_heard else CERTAIN


def _is_any_word(text: str, tokens: Sequence[Token], place: int) -> bool:
    """Whether capitals say nothing of the word: it begins a sentence, or has none in a text without capitals."""
    if not place or not tokens[place].text[0].isupper():
        return True
    return bool(_SENTENCE_END.search(text, tokens[place - 1].end, tokens[place].start))
